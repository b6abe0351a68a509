using System.Globalization;
using System.Numerics;
using System.Text;
using ExsLint.Syntax.Elixir.Names;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Literals;

/// <summary>The values of literals without errors.</summary>
public static class LiteralValue
{
    /// <summary>The value of an integer of any base.</summary>
    public static BigInteger GetInteger(LiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var digits = literal.Token.Text.Replace("_", "", StringComparison.Ordinal);
        return digits switch
        {
            ['0', 'x', .. var hex] => BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            ['0', 'b', .. var bits] => ParseBits(bits),
            ['0', 'o', .. var octal] => ParseBits(string.Concat(octal.Select(c => Convert.ToString(c - '0', 2).PadLeft(3, '0')))),
            _ => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The digits of an integer to the base ten. Those of one that is written to this base are not worked out.</summary>
    public static string GetDigits(LiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var text = literal.Token.Text;
        return text is ['0', 'x' or 'b' or 'o', ..] ? GetInteger(literal).ToString(CultureInfo.InvariantCulture)
            : text.Replace("_", "", StringComparison.Ordinal).TrimStart('0') is { Length: > 0 } digits ? digits
            : "0";
    }

    /// <summary>The value of a float; finite.</summary>
    public static double GetFloat(LiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        return double.Parse(literal.Token.Text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    /// <summary>The Unicode code point of a character: 97 for <c>?a</c>, 10 for <c>?\n</c>.</summary>
    public static int GetCharacter(LiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var text = literal.Token.TextSpanOf[1..];
        if (text.Length > 1 && text[0] == '\\')
        {
            text = text[1..];
            if (text.Length == 1)
            {
                return EscapeSequence.Unescape(text[0]);
            }
        }

        Rune.DecodeFromUtf16(text, out var rune, out _);
        return rune.Value;
    }

    /// <summary>The name of an atom without its colon; <c>true</c>, <c>false</c> and <c>nil</c> are atoms too.</summary>
    public static string GetAtomName(LiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var text = literal.Token.Text;
        return text switch
        {
            ":::" => "::",
            [':', .. var name] => NameText.Normalize(name),
            _ => text,
        };
    }

    private static BigInteger ParseBits(string bits) =>
        BigInteger.Parse("0" + bits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
}
