using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>The list of differences holds nothing that is none.</summary>
public sealed class DeliberateDifferencesTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    [OracleFact("elixir")]
    public void Each_source_is_still_read_differently()
    {
        var sources = DeliberateDifferences.All
            .SelectMany(difference => difference.Bytes.Select(source => (difference.Name, Source: source)))
            .ToList();
        var answers = oracle.QuoteAll([.. sources.Select(source => source.Source)]);
        Assert.All(
            sources.Zip(answers),
            pair => Assert.True(
                QuotedComparison.Read(pair.First.Source).Quoted != pair.Second.Quoted,
                $"{pair.First.Name}: both read {Encoding.UTF8.GetString(pair.First.Source)} as "
                    + $"{pair.Second.Quoted ?? "an error"}."));
    }
}
