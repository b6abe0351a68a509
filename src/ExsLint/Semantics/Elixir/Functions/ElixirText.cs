using System.Globalization;
using System.Numerics;
using System.Text;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Text as Elixir's <c>String</c> takes it apart.</summary>
internal static class ElixirText
{
    /// <summary><c>String.trim/1</c>: without the white space (Unicode's property White_Space) at both ends.</summary>
    public static string Trim(string text) => text.Trim();

    /// <summary><c>String.split/1</c>: the words between white space; what does not break lines is part of a word.</summary>
    public static List<string> SplitWords(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (!IsBreakingSpace(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary><c>String.to_integer/1</c>: ASCII digits behind at most one sign; null for anything else.</summary>
    public static BigInteger? ParseInteger(string text)
    {
        var digits = text is ['+' or '-', .. var rest] ? rest : text;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsBreakingSpace(char c) => char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u2007' or '\u202F');
}
