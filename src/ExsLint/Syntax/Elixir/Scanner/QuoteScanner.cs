using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>The start of strings, charlists and heredocs.</summary>
internal sealed class QuoteScanner(TokenCursor cursor, QuoteModes modes)
{
    private readonly string _text = cursor.Text;

    /// <summary>A quote, single or double, that opens a text.</summary>
    public void Scan(char quote)
    {
        var start = quote == '"' ? SyntaxKind.StringStart : SyntaxKind.CharlistStart;
        if (cursor.Previous != SyntaxKind.Dot && cursor.IsTripled(cursor.Position, quote))
        {
            OpenHeredoc(quote == '"' ? SyntaxKind.StringHeredocStart : SyntaxKind.CharlistHeredocStart, 3, quote);
            return;
        }

        var mayBeKey = cursor.Previous != SyntaxKind.Dot;
        modes.Open(start, 1, quote);
        modes.Current.MayBeKey = mayBeKey;
    }

    /// <summary>Opens a heredoc: nothing but space may follow on its line.</summary>
    public void OpenHeredoc(SyntaxKind kind, int length, char close)
    {
        var end = cursor.Position + length;
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

        modes.Open(kind, end + lineEnd - cursor.Position, close);
        modes.Current.IsHeredoc = true;
    }

    /// <summary>Three quotes and text on the same line: wrong, but the line tells how far the mistake goes.</summary>
    private void ScanHeredocOnOneLine(SyntaxKind kind, int length, char close)
    {
        cursor.Report(cursor.Position, cursor.Position + length, "A heredoc's text starts on the line after its opening quotes.");
        var bodyEnd = cursor.LineEnd(cursor.Position);
        var start = cursor.Position + length;
        var closing = _text.AsSpan(start, bodyEnd - start).IndexOf(stackalloc char[] { close, close, close });
        cursor.Add(kind, length);
        bodyEnd = closing < 0 ? bodyEnd : start + closing;
        cursor.AddText(start, bodyEnd);
        cursor.Add(kind + 1, closing < 0 ? 0 : 3);
    }
}
