using System.Collections.Immutable;
using ExsLint.Syntax.Systemd.Language;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Systemd;

/// <summary>Collects what is wrong with a unit file while it is scanned, in order of place.</summary>
internal sealed class UnitDiagnostics(SourceFile file)
{
    // string_is_safe() of systemd: no quotes, backslashes or control characters.
    private const string UnsafeInHeader = "\"'\\\x7f";

    // A section that starts so belongs to other programs: systemd reads nothing in it.
    private const string ForeignSection = "[X-";

    private readonly ImmutableArray<SyntaxDiagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<SyntaxDiagnostic>();
    private int _nextInvalid;
    private bool _isInSection;
    private bool _isInForeignSection;

    public ImmutableArray<SyntaxDiagnostic> ToImmutable() => _diagnostics.ToImmutable();

    public void CheckLength(UnitLine line)
    {
        if (line.IsTooLong(file.Content))
        {
            ReportTooLong(line);
        }
    }

    /// <summary>
    /// Checks a line together with those before it that it continues; <paramref name="bytes"/> is the length of all.
    /// </summary>
    public void CheckJoinedLength(long bytes, bool isContinuation, UnitLine line)
    {
        if (isContinuation && bytes > UnitLine.MaxBytes)
        {
            ReportTooLong(line);
        }
    }

    public void CheckEncoding(List<TextSpan> parts)
    {
        foreach (var part in parts)
        {
            var offset = FirstInvalid(part);
            if (offset >= 0)
            {
                Report(
                    new TextSpan(offset, 1),
                    "systemd stops here: these bytes are not UTF-8, and only a comment may hold such.");
                return;
            }
        }
    }

    public void CheckHeader(TextSpan span, string text, bool isClosed)
    {
        _isInSection = true;
        _isInForeignSection = text.StartsWith(ForeignSection, StringComparison.Ordinal);
        if (!isClosed)
        {
            Report(
                FirstLine(span),
                "systemd stops here: a section header ends with a closing bracket, and nothing, not even a comment, may follow it.");
        }
        else if (text.AsSpan().ContainsAnyInRange('\0', '\x1f') || text.AsSpan().ContainsAny(UnsafeInHeader))
        {
            Report(
                FirstLine(span),
                "systemd stops here: a section's name may not hold quotes, backslashes or control characters.");
        }
    }

    public void CheckSection(TextSpan line)
    {
        if (!_isInSection)
        {
            Report(line, "no section header stands above it.", isError: false);
        }
    }

    public void ReportUnknownLine(TextSpan line)
    {
        if (!_isInForeignSection)
        {
            Report(line, "it has no equals sign.", isError: false);
        }
    }

    private int FirstInvalid(TextSpan part)
    {
        while (_nextInvalid < file.InvalidOffsets.Length && file.InvalidOffsets[_nextInvalid] < part.Start)
        {
            _nextInvalid++;
        }

        var noncharacter = FirstNoncharacter(file.Content.AsSpan(part.Start, part.Length));
        var firstNoncharacter = noncharacter < 0 ? int.MaxValue : part.Start + noncharacter;
        var firstInvalid = _nextInvalid < file.InvalidOffsets.Length ? file.InvalidOffsets[_nextInvalid] : int.MaxValue;
        var first = Math.Min(firstNoncharacter, firstInvalid);
        return first < part.End ? first : -1;
    }

    // utf8_is_valid() of systemd also turns down U+FDD0 to U+FDEF and the last two characters of each plane.
    private static int FirstNoncharacter(ReadOnlySpan<char> text)
    {
        var offset = text.IndexOfAnyInRange('\uD800', '\uFFFF');
        if (offset < 0)
        {
            return -1;
        }

        foreach (var rune in text[offset..].EnumerateRunes())
        {
            if (rune.Value is (>= 0xFDD0 and <= 0xFDEF) || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                return offset;
            }

            offset += rune.Utf16SequenceLength;
        }

        return -1;
    }

    private TextSpan FirstLine(TextSpan span) =>
        TextSpan.FromBounds(span.Start, Math.Min(span.End, UnitLine.Read(file.Content, span.Start).End));

    private void ReportTooLong(UnitLine line) =>
        Report(new TextSpan(line.Start, 0), "systemd stops here: a line must be shorter than 1,048,576 bytes.");

    private void Report(TextSpan span, string message, bool isError = true) =>
        _diagnostics.Add(new SyntaxDiagnostic(span, message, isError));
}
