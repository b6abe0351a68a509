using ExsLint.Semantics.Elixir.Evaluation;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir;

/// <summary>What regular expressions match, split and replace is what Erlang's <c>re</c> finds.</summary>
[Trait("Category", "FreshSeed")]
public sealed class RegexTests
{
    private const int PinnedSeed = 11;
    private const int Calls = 20_000;

    [OracleFact("elixir", IsLong = true)]
    public void A_regular_expression_matches_as_in_Elixir()
    {
        var generator = new RegexGenerator(FreshSeed.Or(PinnedSeed));
        var checks = new List<(string Call, string Expected)>();
        for (var i = 0; i < Calls; i++)
        {
            var call = generator.Next();
            if (KnownCalls.Claim(call) is { } claim)
            {
                checks.Add((call, claim));
            }
        }

        Assert.True(checks.Count > Calls / 3, $"only {checks.Count} of {Calls} calls are known");
        KnownCalls.AssertAgreement(checks);
    }
}
