namespace ExsLint.Syntax;

/// <summary>
/// Texts of tokens that were read lately: the same few names stand in every file, and are asked for again and again. Safe to use
/// on several threads: at worst a text is made twice.
/// </summary>
internal static class RecentTexts
{
    private const int Places = 1_024;

    /// <summary>Longer texts are rarely names, and would be kept alive for nothing.</summary>
    private const int MostCharacters = 40;

    private static readonly string?[] Texts = new string?[Places];

    /// <summary>The text as a string.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostCharacters)
        {
            return text.ToString();
        }

        ref var place = ref Texts[PlaceOf(text)];
        if (place is not { } known || !text.SequenceEqual(known))
        {
            place = known = text.ToString();
        }

        return known;
    }

    private static int PlaceOf(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        foreach (var character in text)
        {
            hash = (hash * 31) + character;
        }

        return (int)((hash ^ (hash >> 10)) % Places);
    }
}
