using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Brackets, commas and what else is neither a name nor a literal.</summary>
internal sealed class PunctuationScanner(TokenCursor cursor, QuoteModes modes, SigilScanner sigils, OperatorScanner operators)
{
    private readonly string _text = cursor.Text;

    /// <summary>A bracket, a comma or an operator, or a key made of them.</summary>
    public void Scan(char c)
    {
        if (c is '.' or '<' or '%' or '&' or '{' && BracketKeyLength() is > 0 and var keyLength)
        {
            cursor.Add(SyntaxKind.KeywordIdentifier, keyLength);
            return;
        }

        switch (c)
        {
            case ',':
                cursor.Add(SyntaxKind.Comma, 1);
                break;
            case ';' when cursor.Previous != SyntaxKind.Semicolon:
                cursor.Add(SyntaxKind.Semicolon, 1);
                break;
            case '(' or ')' or '[' or ']' or '{' or '}':
                ScanBracket(c);
                break;
            case '%':
                ScanPercent();
                break;
            case '~' when char.IsAsciiLetter(cursor.Peek(1)):
                sigils.Scan();
                break;
            case '\\' when cursor.HiddenLineEndLength(cursor.Position) is > 0 and var length
                && !cursor.IsEndAt(cursor.Position + length):
                cursor.Position = cursor.SkipHorizontalSpace(cursor.Position + length);
                break;
            default:
                operators.Scan(c);
                break;
        }
    }

    /// <summary>
    /// Keys made of brackets and dots: <c>{}:</c>, <c>%{}:</c>, <c>&lt;&lt;&gt;&gt;:</c>, <c>..//:</c>, <c>.:</c>.
    /// </summary>
    private int BracketKeyLength()
    {
        var rest = _text.AsSpan(cursor.Position);
        foreach (var key in (ReadOnlySpan<string>)[".:", "%:", "&:", "{}:", "%{}:", "<<>>:", "..//:"])
        {
            if (rest.StartsWith(key) && cursor.SpaceAt(cursor.Position + key.Length))
            {
                return key.Length;
            }
        }

        return 0;
    }

    private void ScanBracket(char c)
    {
        var isQuoted = modes.Any;
        if (isQuoted && c == '}' && modes.Current.BraceDepth-- == 0)
        {
            modes.Current.InText = true;
            cursor.Add(SyntaxKind.InterpolationEnd, 1);
            return;
        }

        if (isQuoted && c == '{')
        {
            modes.Current.BraceDepth++;
        }

        cursor.Add(
            c switch
            {
                '(' => SyntaxKind.OpenParen,
                ')' => SyntaxKind.CloseParen,
                '[' => SyntaxKind.OpenBracket,
                ']' => SyntaxKind.CloseBracket,
                '{' => SyntaxKind.OpenBrace,
                _ => SyntaxKind.CloseBrace,
            },
            1);
    }

    private void ScanPercent()
    {
        var next = cursor.Peek(1);
        if (next is '(' or '[')
        {
            cursor.Report(cursor.Position, cursor.Position + 2, $"A map is written %{{..}}, not %{next}.");
        }

        var length = 1;
        while (cursor.Peek(length) is ' ' or '\t')
        {
            length++;
        }

        if (length > 1 && cursor.Peek(length) == '{' && cursor.Dialect >= ElixirDialect.Elixir115)
        {
            cursor.Report(
                cursor.Position, cursor.Position + length + 1,
                "A map is written %{..}, without a space behind the percent sign.");
        }

        cursor.Add(next == '{' ? SyntaxKind.PercentBrace : SyntaxKind.Percent, 1);
    }
}
