using ExsLint.Semantics.Elixir.Evaluation;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir;

/// <summary>Every function that is folded gives what Elixir's own gives, or raises where that raises.</summary>
[Trait("Category", "FreshSeed")]
public sealed class KnownFunctionTests
{
    private const int PinnedSeed = 7;
    private const int CallsOfEach = 150;
    private const int CallsUntilKnown = 3_000;

    /// <summary>What depends on the machine: its values are never known in full, and it is tested where files are.</summary>
    private static readonly string[] OfTheMachine =
    [
        "System", "File", "Mix", "Node", "Application", ":code", ":public_key", ":certifi", "CAStore", ":crypto", ":rand",
        ":erlang", ":os", "Confex", "Confex.Resolver", "Dotenvy", "Vapor",
    ];

    /// <summary>What is only a place in the tree, or a term that is not looked into.</summary>
    private static readonly string[] NeverKnown =
    [
        "Path.absname/1", "Path.relative_to_cwd/1", "Regex.compile!/1", "Regex.compile!/2", "Exception.message/1",
        "Access.key/1", "Access.key/2", "Access.key!/1", "Access.elem/1", "Access.all/0", "Access.at/1", "Access.at!/1",
        "Access.filter/1", "Kernel.node/0", "Kernel.node/1", "Kernel.self/0", "Kernel.make_ref/0",
    ];

    [OracleFact("elixir", IsLong = true)]
    public void A_function_that_is_folded_gives_what_Elixir_gives()
    {
        var generator = new FunctionCallGenerator(FreshSeed.Or(PinnedSeed));
        var checks = new List<(string Call, string Expected)>();
        var undetermined = new List<string>();
        foreach (var (module, name, arity) in KnownFunctions.Names.Where(function =>
            !OfTheMachine.Contains(function.Module)
            && !KnownFunctions.Find(function.Module, function.Name, function.Arity)!.IsNewer))
        {
            var isKnown = false;
            for (var i = 0; i < CallsOfEach || (!isKnown && i < CallsUntilKnown); i++)
            {
                var call = generator.Next(module, name, arity);
                if (KnownCalls.Claim(call) is { } claim && (i < CallsOfEach || claim != ":raises"))
                {
                    checks.Add((call, claim));
                    isKnown |= claim != ":raises";
                }
            }

            if (!isKnown && !NeverKnown.Contains($"{module}.{name}/{arity}"))
            {
                undetermined.Add($"{module}.{name}/{arity}");
            }
        }

        Assert.True(undetermined.Count == 0, $"nothing is ever known of {string.Join(", ", undetermined)}");
        KnownCalls.AssertAgreement(checks);
    }
}
