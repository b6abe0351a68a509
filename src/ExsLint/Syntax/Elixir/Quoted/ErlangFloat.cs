using System.Globalization;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>Floats as Erlang spells them.</summary>
internal static class ErlangFloat
{
    // Beyond this not every integer is a float, and Erlang always writes an exponent.
    private const double ExactIntegers = 1L << 53;

    /// <summary>The fewest digits that give the same float again, plain or with an exponent, whichever is shorter.</summary>
    public static string Format(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = text.StartsWith('-') ? "-" : "";
        var (digits, exponent) = Decompose(text.AsSpan(sign.Length));
        if (digits == "0")
        {
            return sign + "0.0";
        }

        var scientific =
            $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}e{(exponent - 1).ToString(CultureInfo.InvariantCulture)}";
        var plain = exponent <= 0 ? "0." + new string('0', -exponent) + digits
            : exponent >= digits.Length ? digits + new string('0', exponent - digits.Length) + ".0"
            : digits[..exponent] + "." + digits[exponent..];
        return sign + (Math.Abs(value) >= ExactIntegers || scientific.Length < plain.Length ? scientific : plain);
    }

    /// <summary>The significant digits, and the place of the point counted from their start.</summary>
    private static (string Digits, int Point) Decompose(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOf('E');
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa.Length : point;
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        return digits.Length == 0 ? ("0", 0) : (digits, whole - leading + exponent);
    }
}
