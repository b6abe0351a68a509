namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>A set of ASCII characters.</summary>
/// <param name="Bits">One bit for each of the 128.</param>
internal readonly record struct CharacterSet(UInt128 Bits)
{
    /// <summary>All of ASCII.</summary>
    public static CharacterSet All { get; } = new(UInt128.MaxValue);

    /// <summary><c>\d</c></summary>
    public static CharacterSet Digits { get; } = Range('0', '9');

    /// <summary><c>[[:lower:]]</c></summary>
    public static CharacterSet Lower { get; } = Range('a', 'z');

    /// <summary><c>[[:upper:]]</c></summary>
    public static CharacterSet Upper { get; } = Range('A', 'Z');

    /// <summary><c>\w</c></summary>
    public static CharacterSet Word { get; } = Digits | Lower | Upper | Of('_');

    /// <summary><c>\h</c></summary>
    public static CharacterSet Blank { get; } = Of(' ') | Of('\t');

    /// <summary><c>\s</c>, with the vertical tab, as PCRE has it from 8.34 on.</summary>
    public static CharacterSet Space { get; } = Of(' ') | Range('\t', '\r');

    /// <summary><c>[[:graph:]]</c></summary>
    public static CharacterSet Graph { get; } = Range('!', '~');

    /// <summary>The set without any character of another.</summary>
    public CharacterSet Complement => new(~Bits);

    /// <summary>The set with both cases of its letters.</summary>
    public CharacterSet IgnoringCase
    {
        get
        {
            const int Distance = 'a' - 'A';
            return this | new CharacterSet((Bits & Upper.Bits) << Distance) | new CharacterSet((Bits & Lower.Bits) >> Distance);
        }
    }

    /// <summary>One character.</summary>
    public static CharacterSet Of(char character) => new(UInt128.One << character);

    /// <summary>All characters from one to another; none if they are the wrong way round.</summary>
    public static CharacterSet Range(char first, char last)
    {
        var set = default(CharacterSet);
        for (var character = first; character <= last; character++)
        {
            set |= Of(character);
        }

        return set;
    }

    /// <summary>The characters of both.</summary>
    public static CharacterSet operator |(CharacterSet left, CharacterSet right) => new(left.Bits | right.Bits);

    /// <summary>Whether a character is in the set.</summary>
    public bool Contains(char character) => character < 128 && (Bits >> character & 1) != 0;
}
