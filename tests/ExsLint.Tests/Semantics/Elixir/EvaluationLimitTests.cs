using System.Diagnostics;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>No text makes the evaluation take time out of proportion; what would is unknown.</summary>
public sealed class EvaluationLimitTests
{
    [Theory]
    [InlineData("many keys of one application", "", "config :a, k{0}: 1", "", 50_000)]
    [InlineData("a list that grows", "", "config :a, :k, k{0}: 1", "", 50_000)]
    [InlineData("a long history of a key", "config :a, :k, y: 1", "config :a, :k, x: {0}", "", 50_000)]
    [InlineData(
        "conditions that are not known", "", "if System.get_env(\"X\"), do: config(:a, k{0}: 1, l: [x{0}: 1])", "", 10_000)]
    [InlineData(
        "clauses that may match", "case System.get_env(\"X\") do", "\"{0}\" -> config :a, k{0}: 1", "_ -> 1\nend", 10_000)]
    [InlineData("unknown layers", "", "config :a, k{0}: 1\nimport_config \"x{0}.secret.exs\"", "", 10_000)]
    [InlineData("unknown layers in branches", "", "if System.get_env(\"X\"), do: config(:a{0}, foo())", "", 10_000)]
    [InlineData("nested conditions", "", "if x() do", "", 5_000)]
    [InlineData("a value of 2^100 parts", "a = [1, 1]", "a = [a, a]", "config :a, k: a, l: a == a", 100)]
    [InlineData("a text of 2^60 bytes", "a = \"aaaaaaaaaaaaaaaa\"", "a = a <> a", "config :a, k: a", 60)]
    [InlineData("a list that is copied again and again", "a = []", "a = a ++ [{0}]", "config :a, k: a", 50_000)]
    public void Effort_stays_in_proportion(string what, string before, string line, string after, int count)
    {
        var lines = Enumerable.Range(0, count).Select(number => line.Replace("{0}", $"{number}", StringComparison.Ordinal));
        var text = $"import Config\n{before}\n{string.Join('\n', lines)}\n{after}\n";
        var value = HangGuard.Run(() => ConfigText.Evaluate(text).Get("a", "k", "y").Value.ToString());
        Assert.True(value is not null, what);
    }

    [Theory]
    [InlineData("for(a <- 1..3000, b <- 1..3000, a == b + 5000, do: a)")]
    [InlineData("for(a <- 1..200, b <- 1..200, c <- 1..200, a == b + c + 5000, do: a)")]
    [InlineData("for(a <- 1..9000, Enum.sum(1..9000) == a, do: a)")]
    [InlineData("for(a <- 1..9000, Enum.to_list(1..9000) -- [a] == a, do: a)")]
    [InlineData("for(a <- 1..9000, b <- 1..9000, Integer.pow(3, 2000) == b, do: a)")]
    [InlineData("for(a <- 1..9000, Enum.to_list(1..9000) -- Enum.to_list(9001..18_000) == a, do: a)")]
    public void A_loop_that_goes_on_is_unknown(string value) => Assert.Equal(
        "a configuration too large to follow",
        ConfigText.Evaluate($"import Config\nconfig :a, k: {value}\n").Get("a", "k").Value.ToString());

    [Fact]
    public void What_was_given_up_is_not_tried_again()
    {
        var model = ConfigText.Evaluate(
            "import Config\nconfig :a, k: System.get_env(\"X\", \"x\")\nconfig :a, l: for(a <- 1..3000, b <- 1..3000, a == b + "
                + "5000, do: a)\n");
        Assert.Null(model.DefaultOf(model.Get("a", "k")));
        Assert.Equal(1, model.VariablesLeftOut);
    }

    [Theory]
    [InlineData("for(a <- 1..300, b <- 1..300, a == b + 298, do: a)", "[299, 300]")]
    [InlineData("Enum.sum(1..9000)", "40504500")]
    [InlineData("Enum.count(Enum.to_list(1..9000) -- Enum.to_list(9001..18_000))", "9000")]
    [InlineData("Enum.count(Enum.to_list(1..9000) -- Enum.to_list(2..1000))", "8001")]
    public void A_loop_of_some_size_is_followed(string value, string expected) =>
        Assert.Equal(expected, ConfigText.Evaluate($"import Config\nconfig :a, k: {value}\n").Get("a", "k").Value.ToString());

    [Fact]
    public void A_list_of_many_keys_is_merged_and_known()
    {
        var call = "config :a, :k, " + string.Join(", ", Enumerable.Range(0, 50_000).Select(number => $"k{number}: {number}"));
        Assert.Equal("49999", ConfigText.Evaluate($"import Config\n{call}\n{call}\n").Get("a", "k", "k49999").Value.ToString());
    }
}
