using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir.Mutations;

/// <summary>
/// ExsLint and Elixir 1.14 agree on what is left of real files after small accidents: accepted or not, and what it means.
/// </summary>
[Trait("Category", "FreshSeed")]
public sealed class MutationTests(ParseComparison comparison) : IClassFixture<ParseComparison>
{
    private const int PinnedSeed = 1;
    private const int Count = 60_000;
    private const int CountOfConfigs = 20_000;

    [ElixirSourcesFact]
    public void Mutants_of_elixir_s_own_sources_agree() =>
        AssertAgree(Environment.GetEnvironmentVariable(ElixirSourcesFactAttribute.Variable) ?? "", Count);

    [OracleFact("elixir", IsLong = true)]
    public void Mutants_of_this_repository_s_configs_agree() => AssertAgree(RepositoryFiles.Root, CountOfConfigs);

    private void AssertAgree(string directory, int count)
    {
        var chunks = SourceChunks.Of(RepositoryFiles.ElixirFilesUnder(directory));
        var random = new Random(FreshSeed.Or(PinnedSeed));
        var mutator = new TokenMutator(random);
        string Chunk() => chunks[random.Next(chunks.Count)];

        var mutants = Enumerable.Range(0, count).Select(_ => mutator.Mutate(Chunk(), Chunk())).ToList();
        var result = comparison.Compare(mutants);
        Assert.True(result.Differences.Count == 0, DifferenceReport.Describe(result.Differences, comparison));

        // Accidents that always, or never, leave something whole would test nothing.
        Assert.InRange(result.Accepted, count / 10, count * 9 / 10);
    }
}
