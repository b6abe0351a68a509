namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>A set of ASCII characters, and what is known of others.</summary>
/// <param name="Bits">One bit for each of the 128.</param>
/// <param name="Others">Whether the others are in it.</param>
internal readonly record struct CharacterSet(UInt128 Bits, BeyondAscii Others = BeyondAscii.None)
{
    /// <summary>All of ASCII.</summary>
    public static CharacterSet Ascii { get; } = new(UInt128.MaxValue);

    /// <summary>Every character.</summary>
    public static CharacterSet All { get; } = new(UInt128.MaxValue, BeyondAscii.All);

    /// <summary><c>\d</c></summary>
    public static CharacterSet Digits { get; } = Range('0', '9').OrOthers;

    /// <summary><c>[[:lower:]]</c></summary>
    public static CharacterSet Lower { get; } = Range('a', 'z').OrOthers;

    /// <summary><c>[[:upper:]]</c></summary>
    public static CharacterSet Upper { get; } = Range('A', 'Z').OrOthers;

    /// <summary><c>\w</c></summary>
    public static CharacterSet Word { get; } = Digits | Lower | Upper | Of('_');

    /// <summary><c>\h</c></summary>
    public static CharacterSet Blank { get; } = (Of(' ') | Of('\t')).OrOthers;

    /// <summary><c>\s</c>, with the vertical tab, as PCRE has it from 8.34 on.</summary>
    public static CharacterSet Space { get; } = (Of(' ') | Range('\t', '\r')).OrOthers;

    /// <summary><c>[[:graph:]]</c></summary>
    public static CharacterSet Graph { get; } = Range('!', '~').OrOthers;

    /// <summary>The set without any character of another.</summary>
    public CharacterSet Complement => new(~Bits, Others switch
    {
        BeyondAscii.None => BeyondAscii.All,
        BeyondAscii.All => BeyondAscii.None,
        _ => BeyondAscii.Unknown,
    });

    /// <summary>The set, of which other characters may be part: <c>\w</c> knows more letters than those of ASCII.</summary>
    private CharacterSet OrOthers => this with { Others = BeyondAscii.Unknown };

    /// <summary>The set with both cases of its letters.</summary>
    public CharacterSet IgnoringCase
    {
        get
        {
            const int Distance = 'a' - 'A';
            var both =
                this | new CharacterSet((Bits & Upper.Bits) << Distance) | new CharacterSet((Bits & Lower.Bits) >> Distance);
            return Others == BeyondAscii.All ? both : both.OrOthers;
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
    public static CharacterSet operator |(CharacterSet left, CharacterSet right) =>
        new(left.Bits | right.Bits, Join(left.Others, right.Others));

    private static BeyondAscii Join(BeyondAscii left, BeyondAscii right) =>
        left == BeyondAscii.All || right == BeyondAscii.All ? BeyondAscii.All
        : left == BeyondAscii.Unknown ? left
        : right;

    /// <summary>Whether a character, or a byte of one, is in the set.</summary>
    public bool Contains(char character) => character < 128 ? (Bits >> character & 1) != 0 : Others == BeyondAscii.All;
}
