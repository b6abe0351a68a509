using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>The start of sigils: <c>~r/</c>.</summary>
internal sealed class SigilScanner(TokenCursor cursor, QuoteModes modes, QuoteScanner quotes, NameChecks checks)
{
    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>A sigil, up to its opening delimiter.</summary>
    public void Scan()
    {
        var end = SkipSigilName(cursor.Position + 1);
        var length = end - cursor.Position;
        var delimiter = cursor.Peek(length);
        if (char.IsAsciiLetterOrDigit(delimiter))
        {
            cursor.Report(
                end,
                end + 1,
                $"The name of a sigil is {SigilNames}; '{delimiter}' cannot follow ~{_text[(cursor.Position + 1)..end]}.");
            cursor.Add(SyntaxKind.BadToken, length);
            return;
        }

        if (delimiter is not ('/' or '<' or '"' or '\'' or '[' or '(' or '{' or '|'))
        {
            cursor.Report(
                cursor.Position,
                end,
                $"The sigil {_text[cursor.Position..end]} needs one of these delimiters behind its name: / | \" ' ( [ {{ <");
            cursor.Add(SyntaxKind.BadToken, length);
            return;
        }

        checks.CheckLength(cursor.Position, end, "sigil".Length + length);
        OpenSigil(length, delimiter, IsLower(cursor.Peek(1)));
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
        var depth = modes.Depth;
        if (delimiter is '"' or '\'' && cursor.IsTripled(cursor.Position + nameLength, delimiter))
        {
            quotes.OpenHeredoc(SyntaxKind.SigilStart, nameLength + 3, delimiter);
        }
        else
        {
            modes.Open(SyntaxKind.SigilStart, nameLength + 1, ClosingDelimiter(delimiter));
        }

        if (modes.Depth > depth)
        {
            modes.Current.Interpolates = interpolates;
            modes.Current.HasModifiers = true;
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
}
