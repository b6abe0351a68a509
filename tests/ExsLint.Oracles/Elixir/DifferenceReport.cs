namespace ExsLint.Oracles.Elixir;

/// <summary>Differences as the failure of a test shows them: reduced, each kind of source once.</summary>
internal static class DifferenceReport
{
    // Reducing takes time; whoever repairs these runs the test again.
    private const int MaxReduced = 40;
    private const int MaxAlike = 8;

    /// <summary>The text of these differences, empty if there are none.</summary>
    public static string Describe(IReadOnlyList<ParseDifference> differences, ParseComparison comparison)
    {
        var reducer = new DifferenceReducer(comparison);
        var reduced = differences
            .GroupBy(difference => (difference.Kind, Cause(difference)))
            .SelectMany(alike => alike.OrderBy(difference => difference.Source.Length).Take(MaxAlike))
            .Take(MaxReduced)
            .Select(reducer.Reduce)
            .DistinctBy(difference => difference.Source)
            .OrderBy(difference => difference.Source.Length)
            .Select(Describe);
        return differences.Count == 0 ? "" : $"{differences.Count} differences; reduced:\n{string.Join("\n", reduced)}";
    }

    /// <summary>The start of the message of the one who refuses, which tells accidents apart.</summary>
    private static string Cause(ParseDifference difference) => difference.Kind switch
    {
        DifferenceKind.OnlyExsLintAccepts => difference.Elixir[..Math.Min(20, difference.Elixir.Length)],
        DifferenceKind.OnlyElixirAccepts => difference.ExsLint[..Math.Min(20, difference.ExsLint.Length)],
        _ => "",
    };

    private static string Describe(ParseDifference difference) =>
        $"{difference.Kind}: {OneLine(difference.Source)}\n"
        + $"  Elixir:  {Excerpt(difference.Elixir, difference.ExsLint)}\n"
        + $"  ExsLint: {Excerpt(difference.ExsLint, difference.Elixir)}";

    /// <summary>A source as <c>snippets.txt</c> writes it.</summary>
    private static string OneLine(string source) =>
        source.Replace('\n', '⏎').Replace('\r', '␍').Replace('\t', '⇥');

    /// <summary>A text from shortly before the place where it differs from another.</summary>
    private static string Excerpt(string text, string other)
    {
        var start = Math.Max(0, text.AsSpan().CommonPrefixLength(other) - 40);
        return text[start..Math.Min(text.Length, start + 200)].ReplaceLineEndings("⏎");
    }
}
