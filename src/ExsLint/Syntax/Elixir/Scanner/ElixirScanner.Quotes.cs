using System.Runtime.InteropServices;
using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <content>Strings, charlists, heredocs, sigils and quoted atoms: their ends, their text and their interpolations.</content>
internal sealed partial class ElixirScanner
{
    // Between these two offsets there is no line feed.
    private int _lineFeedAskedFrom;
    private int _lineFeed = -1;

    private ref QuoteMode Mode => ref CollectionsMarshal.AsSpan(_modes)[^1];

    private void ScanQuote(char quote)
    {
        var start = quote == '"' ? SyntaxKind.StringStart : SyntaxKind.CharlistStart;
        if (Previous != SyntaxKind.Dot && IsTripled(_position, quote))
        {
            OpenHeredoc(quote == '"' ? SyntaxKind.StringHeredocStart : SyntaxKind.CharlistHeredocStart, 3, quote);
            return;
        }

        var mayBeKey = Previous != SyntaxKind.Dot;
        OpenQuote(start, 1, quote);
        Mode.MayBeKey = mayBeKey;
    }

    private bool IsTripled(int index, char quote) =>
        index + 2 < _text.Length && _text[index] == quote && _text[index + 1] == quote && _text[index + 2] == quote;

    private void OpenQuote(SyntaxKind kind, int length, char close)
    {
        _modes.Add(new QuoteMode
        {
            EndKind = kind + 1,
            Close = close,
            Interpolates = true,
            InText = true,
            StartToken = _tokens.Count,
            DiagnosticCount = _diagnostics.Count,
        });
        Add(kind, length);
    }

    /// <summary>Opens a heredoc: nothing but space may follow on its line.</summary>
    private void OpenHeredoc(SyntaxKind kind, int length, char close)
    {
        var end = _position + length;
        while (end < _text.Length && IsHorizontalSpace(_text[end]))
        {
            end++;
        }

        var lineEnd = string.CompareOrdinal(_text, end, "\r\n", 0, 2) == 0 ? 2 : end < _text.Length && _text[end] == '\n' ? 1 : 0;
        if (lineEnd == 0)
        {
            ScanHeredocOnOneLine(kind, length, close);
            return;
        }

        OpenQuote(kind, end + lineEnd - _position, close);
        Mode.IsHeredoc = true;
    }

    /// <summary>Three quotes and text on the same line: wrong, but the line tells how far the mistake goes.</summary>
    private void ScanHeredocOnOneLine(SyntaxKind kind, int length, char close)
    {
        Report(_position, _position + length, "A heredoc's text starts on the line after its opening quotes.");
        var bodyEnd = LineEnd(_position);
        var start = _position + length;
        var closing = _text.AsSpan(start, bodyEnd - start).IndexOf(stackalloc char[] { close, close, close });
        Add(kind, length);
        bodyEnd = closing < 0 ? bodyEnd : start + closing;
        AddText(start, bodyEnd);
        Add(kind + 1, closing < 0 ? 0 : 3);
    }

    /// <summary>The end of the line, its line end excluded.</summary>
    private int LineEnd(int index)
    {
        // A long line may hold many quotes, each of which asks.
        if (index < _lineFeedAskedFrom || index > _lineFeed)
        {
            var length = _text.AsSpan(index).IndexOf('\n');
            (_lineFeedAskedFrom, _lineFeed) = (index, length < 0 ? _text.Length : index + length);
        }

        return _lineFeed > index && _lineFeed < _text.Length && _text[_lineFeed - 1] == '\r' ? _lineFeed - 1 : _lineFeed;
    }

    private void ScanSigil()
    {
        var end = SkipSigilName(_position + 1);
        var length = end - _position;
        var delimiter = Peek(length);
        if (char.IsAsciiLetterOrDigit(delimiter))
        {
            Report(end, end + 1, $"The name of a sigil is {SigilNames}; '{delimiter}' cannot follow ~{_text[(_position + 1)..end]}.");
            Add(SyntaxKind.BadToken, length);
            return;
        }

        if (delimiter is not ('/' or '<' or '"' or '\'' or '[' or '(' or '{' or '|'))
        {
            Report(_position, end, $"The sigil {_text[_position..end]} needs one of these delimiters behind its name: / | \" ' ( [ {{ <");
            Add(SyntaxKind.BadToken, length);
            return;
        }

        CheckLength(_position, end, "sigil".Length + length);
        OpenSigil(length, delimiter, IsLower(Peek(1)));
    }

    private string SigilNames => _dialect switch
    {
        ElixirDialect.Elixir114 => "one letter",
        < ElixirDialect.Elixir117 => "one letter, which upper-case letters may follow",
        _ => "one lower-case letter, or an upper-case letter that upper-case letters and digits may follow",
    };

    private int SkipSigilName(int index)
    {
        var mayBeLonger = _dialect >= ElixirDialect.Elixir115 && (IsUpper(_text[index]) || _dialect < ElixirDialect.Elixir117);
        index++;
        while (mayBeLonger
            && index < _text.Length
            && (IsUpper(_text[index]) || (IsDigit(_text[index]) && _dialect >= ElixirDialect.Elixir117)))
        {
            index++;
        }

        return index;
    }

    private void OpenSigil(int nameLength, char delimiter, bool interpolates)
    {
        var depth = _modes.Count;
        if (delimiter is '"' or '\'' && IsTripled(_position + nameLength, delimiter))
        {
            OpenHeredoc(SyntaxKind.SigilStart, nameLength + 3, delimiter);
        }
        else
        {
            OpenQuote(SyntaxKind.SigilStart, nameLength + 1, ClosingDelimiter(delimiter));
        }

        if (_modes.Count > depth)
        {
            Mode.Interpolates = interpolates;
            Mode.HasModifiers = true;
        }
    }

    private static char ClosingDelimiter(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => open,
    };

    private void ScanQuotedText()
    {
        ref var mode = ref Mode;
        var start = _position;
        var index = start;
        if (mode.IsHeredoc && _text[start - 1] == '\n' && TryCloseHeredoc(start, start))
        {
            return;
        }

        while (index < _text.Length)
        {
            var c = _text[index];
            if (index > start && JoinsPrevious(_text, index))
            {
                index++;
                continue;
            }

            if (c == mode.Close && !mode.IsHeredoc)
            {
                AddText(start, index);
                CloseQuote(index, index + 1);
                return;
            }

            if (c == '#' && mode.Interpolates && index + 1 < _text.Length && _text[index + 1] == '{')
            {
                AddText(start, index);
                mode.InText = false;
                mode.BraceDepth = 0;
                Add(SyntaxKind.InterpolationStart, 2);
                return;
            }

            index += TextUnitLength(index, in mode);
            if (c == '\n' && mode.IsHeredoc && TryCloseHeredoc(start, index))
            {
                return;
            }
        }

        AddText(start, index);
    }

    /// <summary>How many characters belong together: an escape with what it escapes, else one.</summary>
    private int TextUnitLength(int index, in QuoteMode mode)
    {
        var c = _text[index];
        if (c == '\\')
        {
            if (mode.IsHeredoc && IsTripled(index + 1, mode.Close))
            {
                return 4;
            }

            if (HiddenLineEndLength(index) > 0 || IsEndAt(index + 1))
            {
                return 1;
            }

            CheckHiddenInString(index + 1);
            return 2;
        }

        CheckHiddenInString(index);
        return 1;
    }

    private void CheckHiddenInString(int index)
    {
        var c = _text[index];
        var isLineEnd = c == '\r' && index + 1 < _text.Length && _text[index + 1] == '\n';
        if ((c < ' ' && c is not ('\n' or '\t') && !isLineEnd) || c >= '\u0085')
        {
            CheckHidden(index, "string", ElixirDialect.Elixir120);
        }
    }

    private bool TryCloseHeredoc(int textStart, int lineStart)
    {
        var index = lineStart;
        while (index < _text.Length && IsHorizontalSpace(_text[index]))
        {
            index++;
        }

        if (!IsTripled(index, Mode.Close))
        {
            return false;
        }

        AddText(textStart, lineStart);
        CloseQuote(lineStart, index + 3);
        return true;
    }

    private void AddText(int start, int end)
    {
        if (end > start)
        {
            Add(SyntaxKind.StringText, start, end);
        }
    }

    private void CloseQuote(int start, int end)
    {
        var mode = Mode;
        _modes.RemoveAt(_modes.Count - 1);
        var kind = mode.EndKind;
        if (mode.HasModifiers)
        {
            while (end < _text.Length && char.IsAsciiLetterOrDigit(_text[end]))
            {
                end++;
            }
        }
        else if (mode.MayBeKey && end < _text.Length && _text[end] == ':' && SpaceAt(end + 1))
        {
            kind = SyntaxKind.QuotedKeywordEnd;
            end++;
            _quotedKeys.Add(mode.StartToken);
        }

        Add(kind, start, end);
    }
}
