using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>ExsLint and Elixir 1.14 agree on every character, wherever it may stand.</summary>
public sealed class CharacterTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    private const int FirstSupplementary = 0x10000;

    /// <summary>A place for a character; <c>X</c> stands for it.</summary>
    public static TheoryData<string> Places => ["X", "aX", "_X", ":X", "X: 1", "\"X\"", "# X", "?X", "\"\\X\""];

    [OracleTheory("elixir", IsLong = true)]
    [MemberData(nameof(Places))]
    public void Every_character_reads_the_same(string place)
    {
        var sources = Characters()
            .Select(
                character =>
                    (Name: $"U+{character.Value:X4} in {place}",
                        Source: Encoding.UTF8.GetBytes(place.Replace("X", character.ToString(), StringComparison.Ordinal))))
            .Where(source => !DeliberateDifferences.IsDifference(source.Source))
            .ToList();
        var differences = QuotedComparison.FindDifferences(oracle, sources);
        Assert.True(
            differences.Count == 0, $"{differences.Count} of {sources.Count}:\n" + string.Join("\n", differences.Take(100)));
    }

    /// <summary>The basic plane, and beyond it the edges of whatever differs from its neighbours, and some from within.</summary>
    private static IEnumerable<Rune> Characters()
    {
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (Rune.TryCreate(codePoint, out var rune)
                && (codePoint < FirstSupplementary || codePoint % 61 == 0 || IsEdge(codePoint)))
            {
                yield return rune;
            }
        }
    }

    private static bool IsEdge(int codePoint) =>
        Category(codePoint) != Category(codePoint - 1) || Category(codePoint) != Category(Math.Min(codePoint + 1, 0x10FFFF));

    private static System.Globalization.UnicodeCategory Category(int codePoint) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(codePoint);
}
