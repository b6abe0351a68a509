using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace ExsLint.Reporting.Json;

/// <summary>
/// Escapes the characters on a list and no others. The platform's own relaxed encoder escapes much that JSON allows: emoji,
/// spaces that do not break, characters that its version of Unicode does not know.
/// </summary>
internal sealed class ListedEscapes : JavaScriptEncoder
{
    private const int LongestEscape = 6;

    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    // The escaped characters that have a letter of their own, each followed by that letter.
    private readonly string _letters;

    // Apart, since the platform searches for ASCII much faster.
    private readonly SearchValues<char> _ascii;
    private readonly string _beyondAscii;

    private ListedEscapes(string ascii, string beyondAscii, string letters)
    {
        _ascii = SearchValues.Create(ascii);
        _beyondAscii = beyondAscii;
        _letters = letters;
    }

    /// <summary>As the SARIF SDK writes text: line ends that JavaScript does not allow in a string are escaped too.</summary>
    public static ListedEscapes Sarif { get; } = new(Controls + "\"\\", "\u0085\u2028\u2029", "\"\"\\\\\nn\rr\tt\bb\ff");

    /// <summary>As canonical terms are written.</summary>
    public static ListedEscapes Terms { get; } = new(Controls + "\"\\\u007f", "", "\"\"\\\\\nn");

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => LongestEscape;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && IsListed((char)unicodeScalar);

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        FindFirst(new ReadOnlySpan<char>(text, textLength));

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var destination = new Span<char>(buffer, bufferLength);
        return WillEncode(unicodeScalar)
            ? TryEscape((char)unicodeScalar, destination, out numberOfCharactersWritten)
            : new Rune(unicodeScalar).TryEncodeToUtf16(destination, out numberOfCharactersWritten);
    }

    /// <summary>Copies what needs no escape in runs, where the platform's own looks at each character.</summary>
    public override OperationStatus Encode(
        ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        (charsConsumed, charsWritten) = (0, 0);
        var isAscii = Ascii.IsValid(source);
        while (charsConsumed < source.Length)
        {
            var rest = source[charsConsumed..];
            var next = isAscii ? rest.IndexOfAny(_ascii) : FindFirst(rest);
            var plain = rest[..(next < 0 ? rest.Length : next)];
            if (!plain.TryCopyTo(destination[charsWritten..]))
            {
                return OperationStatus.DestinationTooSmall;
            }

            (charsConsumed, charsWritten) = (charsConsumed + plain.Length, charsWritten + plain.Length);
            if (next < 0)
            {
                break;
            }

            // Half of a surrogate pair has no bytes in UTF-8.
            var escaped = char.IsSurrogate(rest[next]) ? (char)Rune.ReplacementChar.Value : rest[next];
            if (!TryWrite(escaped, destination[charsWritten..], out var written))
            {
                return OperationStatus.DestinationTooSmall;
            }

            (charsConsumed, charsWritten) = (charsConsumed + 1, charsWritten + written);
        }

        return OperationStatus.Done;
    }

    private bool TryWrite(char character, Span<char> destination, out int written)
    {
        if (IsListed(character))
        {
            return TryEscape(character, destination, out written);
        }

        written = 1;
        return new ReadOnlySpan<char>(in character).TryCopyTo(destination);
    }

    private bool TryEscape(char character, Span<char> destination, out int written)
    {
        for (var i = 0; i < _letters.Length; i += 2)
        {
            if (_letters[i] == character)
            {
                ReadOnlySpan<char> escape = ['\\', _letters[i + 1]];
                written = escape.Length;
                return escape.TryCopyTo(destination);
            }
        }

        return destination.TryWrite(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}", out written);
    }

    /// <summary>
    /// The first character on the list, or the first half of a surrogate pair that stands alone; -1 if there is neither.
    /// </summary>
    private int FindFirst(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny(_ascii);
        text = first < 0 ? text : text[..first];
        if (text.IndexOfAny(_beyondAscii) is >= 0 and var other)
        {
            first = other;
            text = text[..other];
        }

        return FindLoneSurrogate(text) is >= 0 and var alone ? alone : first;
    }

    private bool IsListed(char character) => _ascii.Contains(character) || _beyondAscii.Contains(character);

    private static int FindLoneSurrogate(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (text[start..].IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and var offset)
        {
            var index = start + offset;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return index;
            }

            start = index + 2;
        }

        return -1;
    }
}
