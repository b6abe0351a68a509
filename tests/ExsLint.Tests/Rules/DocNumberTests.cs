using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Tests.Rules;

/// <summary>Numbers in the documentation are counted.</summary>
public sealed class DocNumberTests
{
    [Fact]
    public void The_rows_of_units_are_counted() =>
        AssertSays("docs/units.md", $"All {SecurityTable.Checks.Length} rows");

    [Fact]
    public void The_functions_that_are_followed_are_counted()
    {
        var count = KnownFunctions.Names.Select(function => (function.Module, function.Name)).Distinct().Count();
        AssertSays("docs/config-evaluation.md", $"some {count / 10 * 10} functions");
    }

    private static void AssertSays(string page, string words, [CallerFilePath] string source = "")
    {
        var text = File.ReadAllText(Path.GetFullPath(Path.Combine(source, "../../../..", page)));
        Assert.Contains(words, text, StringComparison.Ordinal);
    }
}
