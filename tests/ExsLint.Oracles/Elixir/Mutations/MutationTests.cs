using ExsLint.Syntax.Elixir;

namespace ExsLint.Oracles.Elixir.Mutations;

/// <summary>ExsLint and Elixir 1.14 agree on what is left of real files after small accidents: accepted or not, and what it means.</summary>
public sealed class MutationTests(ParseComparison comparison) : IClassFixture<ParseComparison>
{
    private const int Count = 24_000;
    private const int PinnedSeed = 1;

    [ElixirSourcesFact]
    public void Mutants_of_elixir_s_own_sources_agree() =>
        AssertAgree(Mutants(Environment.GetEnvironmentVariable(ElixirSourcesFactAttribute.Variable) ?? "", "*.ex*", PinnedSeed));

    private static List<string> Mutants(string directory, string pattern, int seed)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("EXSLINT_COUNT"), out var c) ? c : Count;
        seed = int.TryParse(Environment.GetEnvironmentVariable("EXSLINT_SEEDX"), out var s) ? s : seed;
        var chunks = SourceChunks.Of(Directory.EnumerateFiles(directory, pattern, SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".ex" or ".exs"));
        var random = new Random(seed);
        var mutator = new TokenMutator(random);
        return [.. Enumerable.Range(0, count)
            .Select(_ => mutator.Mutate(chunks[random.Next(chunks.Count)], chunks[random.Next(chunks.Count)]))];
    }

    private void AssertAgree(List<string> sources)
    {
        var result = comparison.Compare(sources);
        Console.WriteLine($"{sources.Count} accepted {result.Accepted}");
        Assert.True(result.Differences.Count == 0, DifferenceReport.Describe(result.Differences, comparison));
    }
}
