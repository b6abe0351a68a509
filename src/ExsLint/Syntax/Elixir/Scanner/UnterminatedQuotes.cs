using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Quotes that nothing closes.</summary>
internal sealed class UnterminatedQuotes(TokenCursor cursor, QuoteModes modes)
{
    // Each one costs another look at the rest of the text.
    private const int MaxRescues = 16;

    private int _rescues;

    private readonly string _text = cursor.Text;

    /// <summary>
    /// The text ended within quotes. The outermost of them ends on its own line instead (a heredoc at the next line that starts
    /// with a letter), and the scanner goes on from there, so that a forgotten quote does not hide the rest of the file.
    /// </summary>
    public void Close()
    {
        var mode = modes.Outermost;
        var startToken = SwallowingQuote(mode.StartToken) is var culprit && culprit >= 0 ? culprit : mode.StartToken;
        var open = cursor[startToken];
        var isHeredoc = mode.IsHeredoc && startToken == mode.StartToken;
        var endKind = (SyntaxKind)open.RawKind + 1;
        modes.Clear();
        cursor.ForgetBehind(startToken);

        var openLength = _text.AsSpan(open.Start, open.End - open.Start).TrimEnd().Length;
        var close = startToken == mode.StartToken ? mode.Close : _text[open.Start];
        var marks = isHeredoc ? new string(close, 3) : close.ToString();
        cursor.Report(
            open.Start,
            open.Start + openLength,
            $"Missing {marks} to close the {DescribeQuote((SyntaxKind)open.RawKind, isHeredoc)} opened here.");

        var end = ++_rescues > MaxRescues ? _text.Length : isHeredoc ? NextLetterLine(open.End) : cursor.LineEnd(open.End);
        cursor.AddText(open.End, end);
        cursor.Add(endKind, end, end);
    }

    private static string DescribeQuote(SyntaxKind start, bool isHeredoc) => start switch
    {
        SyntaxKind.SigilStart => "sigil",
        SyntaxKind.QuotedAtomStart => "quoted atom",
        _ when isHeredoc => "heredoc",
        SyntaxKind.CharlistStart => "charlist",
        _ => "string",
    };

    /// <summary>
    /// The first string that has probably lost its end: it goes on over a line that starts like a call in the first column or
    /// like a key, and ends where text follows it directly, at what is truly the start of the next string. -1 if there is none
    /// before the given token.
    /// </summary>
    private int SwallowingQuote(int before)
    {
        var depth = 0;
        var start = -1;
        for (var i = 0; i < before; i++)
        {
            var kind = (SyntaxKind)cursor[i].RawKind;
            depth += kind == SyntaxKind.InterpolationStart ? 1 : kind == SyntaxKind.InterpolationEnd ? -1 : 0;
            if (depth > 0)
            {
                continue;
            }

            if (kind is SyntaxKind.StringStart or SyntaxKind.CharlistStart)
            {
                start = i;
            }
            else if (kind is SyntaxKind.StringEnd or SyntaxKind.CharlistEnd
                && start >= 0
                && IsFollowedDirectly(cursor[i].End)
                && HoldsCodeLine(cursor[start].End, cursor[i].Start))
            {
                return start;
            }
        }

        return -1;
    }

    private bool IsFollowedDirectly(int end) =>
        end < _text.Length
            && !IsSpace(_text[end])
            && _text[end] is not (',' or ')' or ']' or '}' or '>' or ';' or '.' or '|' or ':');

    private bool HoldsCodeLine(int start, int end)
    {
        var index = start;
        while (true)
        {
            var length = _text.AsSpan(index, end - index).IndexOf('\n');
            if (length < 0)
            {
                return false;
            }

            index += length + 1;
            if (StartsLikeCode(index, end))
            {
                return true;
            }
        }
    }

    private bool StartsLikeCode(int lineStart, int end)
    {
        var start = lineStart;
        while (start < end && IsHorizontalSpace(_text[start]))
        {
            start++;
        }

        var nameEnd = start;
        while (nameEnd < end && (IsLower(_text[nameEnd]) || _text[nameEnd] == '_'))
        {
            nameEnd++;
        }

        return nameEnd > start
            && nameEnd < end
            && ((start == lineStart && _text[nameEnd] is ' ' or '(')
                || (_text[nameEnd] == ':' && nameEnd + 1 < end && _text[nameEnd + 1] == ' '));
    }

    private int NextLetterLine(int index)
    {
        var start = index;
        while (index < _text.Length)
        {
            if (_text[index - 1] == '\n' && char.IsAsciiLetterLower(_text[index]))
            {
                return Math.Max(start, index - 1);
            }

            index++;
        }

        return index;
    }
}
