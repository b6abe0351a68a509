using ExsLint.Tests.TestSupport;
using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>ExsLint and Elixir 1.14 agree on sentences of the written grammar, also on those that Elixir refuses.</summary>
[Trait("Category", "Generated")]
public sealed class SentenceTests(ParseComparison comparison) : IClassFixture<ParseComparison>
{
    private const int PinnedSeed = 14;
    private const int Count = 60_000;

    // Short sentences find most, and are read by whoever repairs what they find.
    private const int MaxBudget = 40;

    // Every part often enough to stand in many surroundings.
    private const int MinDerivations = 40;

    [OracleFact("elixir")]
    public void Sentences_of_the_written_grammar_agree()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("EXSLINT_COUNT"), out var c) ? c : Count;
        var random = new Random(FreshSeed.Or(PinnedSeed));
        var generator = new SentenceGenerator(EbnfGrammar.Load("elixir.ebnf"), random);
        var sentences = new HashSet<string>();
        while (sentences.Count < count)
        {
            sentences.Add(generator.Next("grammar", 1 + random.Next(MaxBudget)));
        }


        var result = comparison.Compare([.. sentences]);
        Console.WriteLine($"accepted {result.Accepted}/{count}, avg {sentences.Average(s => s.Length)} {sentences.Distinct().Count()}");
        if (Environment.GetEnvironmentVariable("EXSLINT_DUMP") is { } dump) { File.WriteAllLines(dump, sentences.Select(s => s.Replace("\n", "⏎"))); }
        Assert.True(result.Differences.Count == 0, DifferenceReport.Describe(result.Differences, comparison));
        Assert.Empty(generator.Coverage.Below(MinDerivations));
        Assert.True(result.Accepted > count / 2, $"Elixir accepts only {result.Accepted} of {count} sentences.");
    }
}
