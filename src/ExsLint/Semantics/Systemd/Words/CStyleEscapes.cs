using System.Globalization;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>Backslash escapes as systemd's <c>cunescape()</c> reads them.</summary>
internal static class CStyleEscapes
{
    private const string Simple = "abfnrtv\\\"'s";

    /// <summary>Whether every escape of a text is one.</summary>
    public static bool AreValid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                if (LengthOf(text.AsSpan(i + 1)) is not (> 0 and var length))
                {
                    return false;
                }

                i += length;
            }
        }

        return true;
    }

    private static int LengthOf(ReadOnlySpan<char> text) => text switch
    {
        [] => 0,
        [var c, ..] when Simple.Contains(c, StringComparison.Ordinal) => 1,
        ['x', ..] => IsHexadecimal(text[1..], 2) ? 3 : 0,
        ['u', ..] => IsHexadecimal(text[1..], 4) ? 5 : 0,
        ['U', ..] => IsHexadecimal(text[1..], 8) ? 9 : 0,
        [>= '0' and <= '3', >= '0' and <= '7', >= '0' and <= '7', ..] => 3,
        _ => 0,
    };

    private static bool IsHexadecimal(ReadOnlySpan<char> text, int count) =>
        text.Length >= count
            && uint.TryParse(text[..count], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && value <= 0x10FFFF;
}
