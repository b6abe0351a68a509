using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>The text within quotes, and their end.</summary>
internal sealed class QuotedTextScanner(TokenCursor cursor, QuoteModes modes, HiddenCharacters hidden)
{
    private readonly string _text = cursor.Text;

    /// <summary>Text within quotes, up to an interpolation or the quotes that close it.</summary>
    public void Scan()
    {
        ref var mode = ref modes.Current;
        var start = cursor.Position;
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
                cursor.AddText(start, index);
                CloseQuote(index, index + 1);
                return;
            }

            if (c == '#' && mode.Interpolates && index + 1 < _text.Length && _text[index + 1] == '{')
            {
                cursor.AddText(start, index);
                mode.InText = false;
                mode.BraceDepth = 0;
                cursor.Add(SyntaxKind.InterpolationStart, 2);
                return;
            }

            index += TextUnitLength(index, in mode);
            if (c == '\n' && mode.IsHeredoc && TryCloseHeredoc(start, index))
            {
                return;
            }
        }

        cursor.AddText(start, index);
    }

    /// <summary>How many characters belong together: an escape with what it escapes, else one.</summary>
    private int TextUnitLength(int index, in QuoteMode mode)
    {
        var c = _text[index];
        if (c == '\\')
        {
            if (mode.IsHeredoc && cursor.IsTripled(index + 1, mode.Close))
            {
                return 4;
            }

            if (cursor.HiddenLineEndLength(index) > 0 || cursor.IsEndAt(index + 1))
            {
                return 1;
            }

            CheckHidden(index + 1);
            return 2;
        }

        CheckHidden(index);
        return 1;
    }

    private void CheckHidden(int index)
    {
        var c = _text[index];
        var isLineEnd = c == '\r' && index + 1 < _text.Length && _text[index + 1] == '\n';
        if ((c < ' ' && c is not ('\n' or '\t') && !isLineEnd) || c >= '\u0085')
        {
            hidden.Check(index, "string", ElixirDialect.Elixir120);
        }
    }

    private bool TryCloseHeredoc(int textStart, int lineStart)
    {
        var index = lineStart;
        while (index < _text.Length && IsHorizontalSpace(_text[index]))
        {
            index++;
        }

        if (!cursor.IsTripled(index, modes.Current.Close))
        {
            return false;
        }

        cursor.AddText(textStart, lineStart);
        CloseQuote(lineStart, index + 3);
        return true;
    }

    private void CloseQuote(int start, int end)
    {
        var mode = modes.Current;
        modes.Close();
        var kind = mode.EndKind;
        if (mode.HasModifiers)
        {
            while (end < _text.Length && char.IsAsciiLetterOrDigit(_text[end]))
            {
                end++;
            }
        }
        else if (mode.MayBeKey && end < _text.Length && _text[end] == ':' && cursor.SpaceAt(end + 1))
        {
            kind = SyntaxKind.QuotedKeywordEnd;
            end++;
            cursor.AddQuotedKey(mode.StartToken);
        }

        cursor.Add(kind, start, end);
    }
}
