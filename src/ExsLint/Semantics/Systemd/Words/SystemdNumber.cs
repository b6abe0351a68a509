using System.Globalization;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>
/// Numbers as <c>safe_atoi()</c> of systemd reads them: decimal, 0x, 0b, 0o or 0 for octal, with an optional sign.
/// </summary>
internal static class SystemdNumber
{
    /// <summary>Parses a number; false if the text is none.</summary>
    public static bool TryParse(string word, out long number)
    {
        number = -1;
        var text = word.AsSpan();
        var isNegative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        var isNumber = text switch
        {
            ['0', 'x' or 'X', .. var digits] => TryParseDigits(digits, NumberStyles.AllowHexSpecifier, out number),
            ['0', 'b' or 'B', .. var digits] => TryParseDigits(digits, NumberStyles.AllowBinarySpecifier, out number),
            ['0', 'o' or 'O', .. var digits] => TryParseOctal(digits, out number),
            ['0', .. { Length: > 0 } digits] => TryParseOctal(digits, out number),
            _ => TryParseDigits(text, NumberStyles.None, out number),
        };
        number = isNegative ? -number : number;
        return isNumber;
    }

    private static bool TryParseDigits(ReadOnlySpan<char> digits, NumberStyles style, out long number) =>
        long.TryParse(digits, style, CultureInfo.InvariantCulture, out number);

    private static bool TryParseOctal(ReadOnlySpan<char> digits, out long number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || number > int.MaxValue)
            {
                return false;
            }

            number = (number * 8) + (digit - '0');
        }

        return digits.Length > 0;
    }
}
