using ExsLint.Syntax.Systemd.Language;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Systemd;

/// <summary>
/// Makes tokens of a unit file, one logical line after another: a line with those that continue it, comment lines left out.
/// </summary>
internal sealed class UnitScanner(SourceFile file)
{
    private readonly string _content = file.Content;
    private readonly List<TokenData> _tokens = [];
    private readonly List<TextSpan> _parts = [];
    private readonly UnitDiagnostics _diagnostics = new(file);
    private long _pendingBytes;
    private bool _isPending;

    public int ByteOrderMark { get; private set; } = -1;

    public UnitDiagnostics Diagnostics => _diagnostics;

    public TokenData[] Scan()
    {
        var offset = 0;
        while (offset < _content.Length)
        {
            var line = UnitLine.Read(_content, offset);
            offset = line.Next;
            _diagnostics.CheckLength(line);
            if (!line.IsComment(_content))
            {
                ScanLine(line);
            }
        }

        if (_isPending)
        {
            EndLogicalLine(_content.Length, _content.Length);
        }

        Add(UnitSyntaxKind.EndOfFile, _content.Length, _content.Length);
        return [.. _tokens];
    }

    private void ScanLine(UnitLine line)
    {
        var text = SkipByteOrderMark(line);
        var isContinued = text.IsContinued(_content);
        if (isContinued || _isPending)
        {
            _pendingBytes += text.CountBytes(_content);
            _diagnostics.CheckJoinedLength(_pendingBytes, _isPending, text);
        }

        AddPart(text.Start, isContinued ? text.End - 1 : text.End);
        _isPending = isContinued;
        if (!isContinued)
        {
            EndLogicalLine(line.End, line.Next);
        }
    }

    private UnitLine SkipByteOrderMark(UnitLine line)
    {
        if (ByteOrderMark >= 0 || line.Start == line.End || _content[line.Start] != '\uFEFF')
        {
            return line;
        }

        ByteOrderMark = line.Start;
        return line with { Start = line.Start + 1 };
    }

    private void AddPart(int start, int end)
    {
        while (start < end && _content[start] is ' ' or '\t')
        {
            start++;
        }

        while (end > start && _content[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (end > start)
        {
            _parts.Add(TextSpan.FromBounds(start, end));
        }
    }

    private void EndLogicalLine(int lineEnd, int nextLine)
    {
        if (_parts.Count > 0)
        {
            _diagnostics.CheckEncoding(_parts);
            AddTokens();
            if (nextLine > lineEnd)
            {
                Add(UnitSyntaxKind.EndOfLine, lineEnd, nextLine);
            }
        }

        _parts.Clear();
        _pendingBytes = 0;
        _isPending = false;
    }

    private void AddTokens()
    {
        if (_content[_parts[0].Start] == '[')
        {
            AddHeader();
            return;
        }

        var withEquals = _parts.FindIndex(part => _content.AsSpan(part.Start, part.Length).Contains('='));
        if (withEquals < 0)
        {
            _diagnostics.ReportUnknownLine(_parts[0]);
            AddAll(UnitSyntaxKind.UnknownText, 0, _parts.Count);
            return;
        }

        _diagnostics.CheckSection(_parts[0]);
        var part = _parts[withEquals];
        var equals = _content.IndexOf('=', part.Start);
        AddAll(UnitSyntaxKind.Key, 0, withEquals);
        AddTrimmed(UnitSyntaxKind.Key, part.Start, equals);
        Add(UnitSyntaxKind.Equals, equals, equals + 1);
        AddTrimmed(UnitSyntaxKind.Value, equals + 1, part.End);
        AddAll(UnitSyntaxKind.Value, withEquals + 1, _parts.Count);
    }

    private void AddHeader()
    {
        var first = _parts[0];
        var last = _parts[^1];
        var isClosed = last.End - 1 > first.Start && _content[last.End - 1] == ']';
        Add(UnitSyntaxKind.OpenBracket, first.Start, first.Start + 1);
        for (var i = 0; i < _parts.Count; i++)
        {
            var start = i == 0 ? first.Start + 1 : _parts[i].Start;
            var end = i == _parts.Count - 1 && isClosed ? last.End - 1 : _parts[i].End;
            AddTrimmed(UnitSyntaxKind.SectionName, start, end);
        }

        if (isClosed)
        {
            Add(UnitSyntaxKind.CloseBracket, last.End - 1, last.End);
        }

        var text = LogicalText.Join(_content, first.Start, last.End, ByteOrderMark);
        _diagnostics.CheckHeader(TextSpan.FromBounds(first.Start, last.End), text, isClosed);
    }

    private void AddAll(UnitSyntaxKind kind, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            Add(kind, _parts[i].Start, _parts[i].End);
        }
    }

    private void AddTrimmed(UnitSyntaxKind kind, int start, int end)
    {
        var text = _content.AsSpan(start, end - start);
        var trimmedStart = start + (text.Length - text.TrimStart(" \t").Length);
        if (trimmedStart < end)
        {
            Add(kind, trimmedStart, start + text.TrimEnd(" \t").Length);
        }
    }

    private void Add(UnitSyntaxKind kind, int start, int end) => _tokens.Add(new TokenData((ushort)kind, start, end));
}
