namespace ExsLint.Syntax;

/// <summary>
/// A token as the scanner leaves it: what it is and where its text stands. Its leading trivia reaches back to the token before
/// it. There are millions of them, so that all of it is in one number.
/// </summary>
internal readonly record struct TokenData
{
    /// <summary>The longest text of a token. Files that may be analysed are shorter.</summary>
    public const int MaximumLength = (1 << LengthBits) - 1;

    /// <summary>The largest number of a kind.</summary>
    public const int MaximumKind = (1 << KindBits) - 1;

    // A start takes 30 bits: no string of .NET is longer than that.
    private const int KindBits = 7;
    private const int LengthBits = 27;

    private readonly ulong _bits;

    /// <summary>A token.</summary>
    /// <param name="rawKind">Its kind.</param>
    /// <param name="start">Where its text starts.</param>
    /// <param name="end">Where its text ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">Its text is longer than <see cref="MaximumLength"/>.</exception>
    public TokenData(ushort rawKind, int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end - start, MaximumLength);
        _bits = ((ulong)start << (LengthBits + KindBits)) | ((ulong)(end - start) << KindBits) | rawKind;
    }

    /// <summary>Its kind.</summary>
    public ushort RawKind => (ushort)(_bits & MaximumKind);

    /// <summary>Where its text starts.</summary>
    public int Start => (int)(_bits >> (LengthBits + KindBits));

    /// <summary>Where its text ends.</summary>
    public int End => Start + (int)((_bits >> KindBits) & MaximumLength);
}
