using System.Diagnostics;
using ExsLint.Semantics.Elixir;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>No text makes the evaluation take time out of proportion; what would is unknown.</summary>
public sealed class EvaluationLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("many keys of one application", "", "config :a, k{0}: 1", "", 50_000)]
    [InlineData("a list that grows", "", "config :a, :k, k{0}: 1", "", 50_000)]
    [InlineData("a long history of a key", "config :a, :k, y: 1", "config :a, :k, x: {0}", "", 50_000)]
    [InlineData("conditions that are not known", "", "if System.get_env(\"X\"), do: config(:a, k{0}: 1, l: [x{0}: 1])", "", 10_000)]
    [InlineData("clauses that may match", "case System.get_env(\"X\") do", "\"{0}\" -> config :a, k{0}: 1", "_ -> 1\nend", 10_000)]
    [InlineData("unknown layers", "", "config :a, k{0}: 1\nimport_config \"x{0}.secret.exs\"", "", 10_000)]
    [InlineData("unknown layers in branches", "", "if System.get_env(\"X\"), do: config(:a{0}, foo())", "", 10_000)]
    [InlineData("nested conditions", "", "if x() do", "", 5_000)]
    [InlineData("a value of 2^100 parts", "a = [1, 1]", "a = [a, a]", "config :a, k: a, l: a == a", 100)]
    [InlineData("a text of 2^60 bytes", "a = \"aaaaaaaaaaaaaaaa\"", "a = a <> a", "config :a, k: a", 60)]
    [InlineData("a list that is copied again and again", "a = []", "a = a ++ [{0}]", "config :a, k: a", 50_000)]
    public void Effort_stays_in_proportion(string what, string before, string line, string after, int count)
    {
        var lines = Enumerable.Range(0, count).Select(number => line.Replace("{0}", $"{number}", StringComparison.Ordinal));
        var watch = Stopwatch.StartNew();
        var model = ConfigText.Evaluate($"import Config\n{before}\n{string.Join('\n', lines)}\n{after}\n");
        Assert.NotNull(model.Get("a", "k", "y").Value.ToString());
        Assert.True(watch.Elapsed < Limit, $"{what}: {watch.Elapsed}");
    }

    [Fact]
    public void A_list_of_many_keys_is_merged_and_known()
    {
        var call = "config :a, :k, " + string.Join(", ", Enumerable.Range(0, 50_000).Select(number => $"k{number}: {number}"));
        Assert.Equal("49999", ConfigText.Evaluate($"import Config\n{call}\n{call}\n").Get("a", "k", "k49999").Value.ToString());
    }
}
