using System.Globalization;

namespace ExsLint.Syntax.Elixir;

/// <summary>What characters are, as Elixir's tokenizer sees them.</summary>
internal static class CharacterFacts
{
    public static bool IsHorizontalSpace(char c) => c is ' ' or '\t';

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    public static bool IsLower(char c) => c is >= 'a' and <= 'z';

    public static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsAsciiName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Characters that reorder the text around them on a screen, and so can hide what code does (trojansource.codes).</summary>
    public static bool IsBidirectional(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    /// <summary>Characters that some editors show as a line end, but that Elixir does not count as one.</summary>
    public static bool IsForeignLineBreak(char c) => c is '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a name may start with this character (UAX 31's XID_Start, by category).</summary>
    public static bool StartsName(int codePoint) => codePoint < 0x80
        ? char.IsAsciiLetter((char)codePoint) || codePoint == '_'
        : CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber;

    /// <summary>Whether a name may go on with this character (UAX 31's XID_Continue, by category).</summary>
    public static bool ContinuesName(int codePoint) => codePoint < 0x80
        ? IsAsciiName((char)codePoint)
        : StartsName(codePoint) || codePoint == 0xB7
            || CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation;

    /// <summary>Whether a name that starts like this is an alias, or only good for an atom or a key.</summary>
    public static bool IsUpperStart(int codePoint) => codePoint < 0x80
        ? IsUpper((char)codePoint)
        : CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
