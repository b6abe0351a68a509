using System.Globalization;
using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Characters that make a text look other than it is.</summary>
internal sealed class HiddenCharacters(TokenCursor cursor)
{
    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>Reports a character that shows text in another order than it has, or on more lines.</summary>
    public void Check(int index, string where, ElixirDialect lineBreaksSince)
    {
        var c = _text[index];
        var code = ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        if (IsBidirectional(c))
        {
            cursor.Report(index, index + 1, $"The {where} holds U+{code}, which reorders the text around it on a screen.");
        }
        else if ((IsForeignLineBreak(c) && _dialect >= lineBreaksSince) || (c == '\r' && _dialect >= ElixirDialect.Elixir120))
        {
            cursor.Report(index, index + 1, $"The {where} holds U+{code}, which some editors show as a line end.");
        }
    }
}
