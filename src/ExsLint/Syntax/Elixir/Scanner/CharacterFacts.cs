using System.Globalization;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>What characters are, as Elixir's tokenizer sees them.</summary>
internal static class CharacterFacts
{
    private const char FirstPrependedMark = '\u0600';

    public static bool IsHorizontalSpace(char c) => c is ' ' or '\t';

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    public static bool IsLower(char c) => c is >= 'a' and <= 'z';

    public static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>
    /// Whether this ASCII character is in one grapheme cluster with what precedes it. Elixir reads quoted text by clusters, and a
    /// few signs (U+0600 and other prepended marks) form one with whatever follows: a quote behind such a sign closes nothing.
    /// </summary>
    public static bool JoinsPrevious(ReadOnlySpan<char> text, int index)
    {
        if (index == 0 || text[index] >= 0x80 || text[index - 1] < FirstPrependedMark)
        {
            return false;
        }

        var length = char.IsLowSurrogate(text[index - 1]) && index > 1 ? 2 : 1;
        return StringInfo.GetNextTextElementLength(text[(index - length)..]) > length;
    }

    public static bool IsAsciiName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>
    /// Characters that reorder the text around them on a screen, and so can hide what code does (trojansource.codes).
    /// </summary>
    public static bool IsBidirectional(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    /// <summary>
    /// Characters that some editors show as a line end, but that Elixir does not count as one. A bare carriage return is another.
    /// </summary>
    public static bool IsForeignLineBreak(char c) => c is '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
