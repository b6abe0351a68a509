using System.Globalization;
using System.Text;

namespace ExsLint.Syntax.Elixir.Literals;

/// <summary>The escapes of strings.</summary>
internal static class EscapeSequence
{
    private const int MaxCodePointDigits = 6;

    /// <summary>
    /// Reads the escape at the start of the text, a backslash. Gives its bytes and its length, or says what is wrong with it.
    /// </summary>
    /// <param name="text">Text from the backslash on.</param>
    /// <param name="allowsShortHex">Whether <c>\xH</c> and <c>\x{H..}</c> are accepted, as they were before 1.20.</param>
    /// <param name="utf8">Where the bytes go; four are enough.</param>
    /// <param name="written">How many bytes there are.</param>
    /// <param name="length">How many characters of text the escape takes.</param>
    public static string? Read(ReadOnlySpan<char> text, bool allowsShortHex, Span<byte> utf8, out int written, out int length)
    {
        length = Math.Min(2, text.Length);
        written = 0;
        if (text.Length < 2)
        {
            utf8[written++] = (byte)'\\';
            return null;
        }

        switch (text[1])
        {
            case '\n':
                return null;
            case '\r' when text.Length > 2 && text[2] == '\n':
                length = 3;
                return null;
            case 'x':
                return ReadHex(text, allowsShortHex, utf8, out written, out length);
            case 'u':
                return ReadCodePoint(text, utf8, out written, out length);
            default:
                return ReadCharacter(text[1..], utf8, out written, out length);
        }
    }

    /// <summary>What a letter behind a backslash stands for; any other character stands for itself.</summary>
    public static char Unescape(char c) => c switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        'd' => '\x7F',
        'e' => '\x1B',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        's' => ' ',
        't' => '\t',
        'v' => '\v',
        _ => c,
    };

    private static string? ReadCharacter(ReadOnlySpan<char> text, Span<byte> utf8, out int written, out int length)
    {
        if (text[0] < 0x80)
        {
            utf8[0] = (byte)Unescape(text[0]);
            (written, length) = (1, 2);
            return null;
        }

        Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        written = rune.EncodeToUtf8(utf8);
        length = 1 + consumed;
        return null;
    }

    private static string? ReadHex(ReadOnlySpan<char> text, bool allowsShortHex, Span<byte> utf8, out int written, out int length)
    {
        var digits = CountHex(text[2..], 2);
        if (digits == 2 || (digits == 1 && allowsShortHex))
        {
            utf8[0] = byte.Parse(text.Slice(2, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            (written, length) = (1, 2 + digits);
            return null;
        }

        return allowsShortHex && ReadBraced(text, utf8, out written, out length) is null
            ? null
            : Wrong("'\\x' must be followed by two hexadecimal digits.", out written, out length);
    }

    private static string? ReadCodePoint(ReadOnlySpan<char> text, Span<byte> utf8, out int written, out int length)
    {
        if (CountHex(text[2..], 4) == 4)
        {
            length = 6;
            return Encode(text.Slice(2, 4), utf8, out written);
        }

        return ReadBraced(text, utf8, out written, out length);
    }

    private static string? ReadBraced(ReadOnlySpan<char> text, Span<byte> utf8, out int written, out int length)
    {
        var digits = text.Length > 3 && text[2] == '{' ? CountHex(text[3..], MaxCodePointDigits) : 0;
        if (digits == 0 || text.Length <= 3 + digits || text[3 + digits] != '}')
        {
            return Wrong("'\\u' must be followed by four hexadecimal digits, or one to six in braces.", out written, out length);
        }

        length = 4 + digits;
        return Encode(text.Slice(3, digits), utf8, out written);
    }

    private static string? Encode(ReadOnlySpan<char> digits, Span<byte> utf8, out int written)
    {
        written = 0;
        var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (!Rune.TryCreate(value, out var rune))
        {
            return $"U+{digits} is no Unicode character.";
        }

        written = rune.EncodeToUtf8(utf8);
        return null;
    }

    private static string Wrong(string message, out int written, out int length)
    {
        (written, length) = (0, 2);
        return message;
    }

    private static int CountHex(ReadOnlySpan<char> text, int most)
    {
        var count = 0;
        while (count < text.Length && count < most && char.IsAsciiHexDigit(text[count]))
        {
            count++;
        }

        return count;
    }
}
