using System.Globalization;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Characters that no token can hold.</summary>
internal sealed class UnexpectedCharacters(TokenCursor cursor)
{
    private readonly string _text = cursor.Text;

    /// <summary>Adds characters that no token can hold; those beside each other are one token.</summary>
    public void Add(int length)
    {
        var extends = cursor.Previous == SyntaxKind.BadToken && cursor.Last.End == cursor.Position;
        var start = extends ? cursor.Last.Start : cursor.Position;
        if (extends)
        {
            cursor.RemoveLast();
        }
        else
        {
            cursor.Report(cursor.Position, cursor.Position + length, Describe(cursor.Position, length));
        }

        cursor.Add(SyntaxKind.BadToken, start, cursor.Position + length);
    }

    /// <summary>A message about a character that cannot stand where it does.</summary>
    public string Describe(int index, int length)
    {
        var c = cursor.CodePointAt(index);
        var text = _text.Substring(index, length);
        var code = c.ToString("X4", CultureInfo.InvariantCulture);
        var shown = c is > ' ' and < 0x7F ? $"'{text}'" : $"character U+{code}";
        return LookalikeCharacters.Explain(c) is { } meant ? $"Unexpected {shown}: {meant}."
            : c >= 0x7F && CharUnicodeInfo.GetUnicodeCategory(c) <= UnicodeCategory.DecimalDigitNumber
                ? $"Unexpected '{text}' (U+{code}), which cannot stand here in a name."
            : $"Unexpected {shown}.";
    }
}
