using System.Globalization;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>What stands behind a backslash, within brackets and outside of them.</summary>
internal static class RegexEscape
{
    /// <summary>The set that a letter stands for: <c>\d</c>; null for all others.</summary>
    public static CharacterSet? SetOf(char letter) => letter switch
    {
        'd' => CharacterSet.Digits,
        'D' => CharacterSet.Digits.Complement,
        'w' => CharacterSet.Word,
        'W' => CharacterSet.Word.Complement,
        's' => CharacterSet.Space,
        'S' => CharacterSet.Space.Complement,
        'h' => CharacterSet.Blank,
        'H' => CharacterSet.Blank.Complement,
        _ => null,
    };

    /// <summary>Reads the escape of one character; false where it is none that is followed.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="at">Where the text behind the backslash starts; then where it ends.</param>
    /// <param name="character">The character.</param>
    public static bool TryRead(string pattern, ref int at, out char character)
    {
        character = pattern[at++];
        switch (character)
        {
            case 'a':
                character = '\a';
                return true;
            case 'e':
                character = '\e';
                return true;
            case 'f':
                character = '\f';
                return true;
            case 'n':
                character = '\n';
                return true;
            case 'r':
                character = '\r';
                return true;
            case 't':
                character = '\t';
                return true;
            case 'x':
                return TryReadHex(pattern, ref at, out character);
            default:
                return !char.IsAsciiLetterOrDigit(character);
        }
    }

    /// <summary><c>\x41</c> and <c>\x{41}</c>, within ASCII.</summary>
    private static bool TryReadHex(string pattern, ref int at, out char character)
    {
        var isBraced = at < pattern.Length && pattern[at] == '{';
        var start = isBraced ? at + 1 : at;
        var end = isBraced ? pattern.IndexOf('}', start) : start + 2;
        character = '\0';
        if (end <= start
            || end > pattern.Length
            || !byte.TryParse(
                pattern.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 127)
        {
            return false;
        }

        at = isBraced ? end + 1 : end;
        character = (char)code;
        return true;
    }
}
