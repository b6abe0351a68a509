using ExsLint.Tests.TestSupport;
using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>ExsLint and Elixir 1.14 agree on sentences of the written grammar, also on those that Elixir refuses.</summary>
[Trait("Category", "FreshSeed")]
public sealed class SentenceTests(ParseComparison comparison) : IClassFixture<ParseComparison>
{
    private const int PinnedSeed = 14;
    private const int Count = 60_000;

    // Short sentences find most, and are read by whoever repairs what they find.
    private const int MaxBudget = 40;

    // Every part often enough to stand in many surroundings.
    private const int MinDerivations = 60;

    [OracleFact("elixir", IsLong = true)]
    public void Sentences_of_the_written_grammar_agree()
    {
        var random = new Random(FreshSeed.Or(PinnedSeed));
        var generator = new SentenceGenerator(EbnfGrammar.Load("elixir.ebnf"), random);
        var sentences = new HashSet<string>();
        while (sentences.Count < Count)
        {
            sentences.Add(generator.Next("grammar", 1 + random.Next(MaxBudget)));
        }

        var result = comparison.Compare([.. sentences]);
        Assert.True(result.Differences.Count == 0, DifferenceReport.Describe(result.Differences, comparison));
        Assert.Empty(generator.Coverage.Below(MinDerivations));
        Assert.True(result.Accepted > Count / 2, $"Elixir accepts only {result.Accepted} of {Count} sentences.");
    }
}
