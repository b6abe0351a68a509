using ExsLint.Edits;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Tests.Edits;

/// <summary>What goes with a pair that is taken out, and what stays.</summary>
public sealed class RemovedPairTests
{
    private const string Rest = "config :b, x: 1\n";

    [Theory]
    [InlineData("config :a, K, k: 1, l: 2\n", "config :a, K, l: 2\n")]
    [InlineData("config :a, K, j: 0, k: 1, l: 2\n", "config :a, K, j: 0, l: 2\n")]
    [InlineData("config :a, K, j: 0, k: 1\n", "config :a, K, j: 0\n")]
    [InlineData("config :a, K, [j: 0, k: 1,]\n", "config :a, K, [j: 0,]\n")]
    [InlineData("config :a, K, [k: 1]\n", "config :a, K, []\n")]
    [InlineData("config :a, K, [{:k, 1}, {:l, 2}]\n", "config :a, K, [{:l, 2}]\n")]
    [InlineData("config :a, K, m: [k: 1, l: 2]\n", "config :a, K, m: [l: 2]\n")]
    [InlineData("config :a, K,\n  j: 0,\n  k: 1,\n  l: 2\n", "config :a, K,\n  j: 0,\n  l: 2\n")]
    [InlineData("config :a, K,\n  i: 0,\n  j: 0,\n  k: 1\n", "config :a, K,\n  i: 0,\n  j: 0\n")]
    [InlineData("config :a, K,\n  j: 0,\n  k: 1\n", "config :a, K, j: 0\n")]
    [InlineData("config :a, K, [\n  i: 0,\n  k: 1,\n]\n", "config :a, K, [\n  i: 0,\n]\n")]
    [InlineData("config :a, K, [\n  i: 0, # i\n  k: 1 # k\n]\n", "config :a, K, [\n  i: 0 # i\n]\n")]
    public void It_goes_with_its_comma(string before, string after) => Assert.Equal(after, Remove(before));

    [Theory]
    [InlineData("config :a, K,\n  # about k\n  # and more\n  k: 1,\n  l: 2,\n  m: 3\n", "config :a, K,\n  l: 2,\n  m: 3\n")]
    [InlineData("config :a, K,\n  i: 0,\n\n  # about k\n  k: 1,\n\n  l: 2\n", "config :a, K,\n  i: 0,\n\n  l: 2\n")]
    [InlineData("config :a, K,\n  # about i and k?\n  i: 0,\n  # about k, or what follows?\n  k: 1,\n  l: 2\n", "config :a, K,\n  # about i and k?\n  i: 0,\n  # about k, or what follows?\n  l: 2\n")]
    [InlineData("config :a, K, [\n  # about k\n  k: 1\n]\n", "config :a, K, []\n")]
    public void A_comment_that_is_plainly_about_it_goes_too(string before, string after) => Assert.Equal(after, Remove(before));

    [Theory]
    [InlineData(Rest + "\nconfig :a, K, k: 1\n", Rest)]
    [InlineData(Rest + "\nconfig :a, K, k: 1\n\n" + Rest, Rest + "\n" + Rest)]
    [InlineData(Rest + "\n# about it\nconfig :a, K,\n  # and it\n  k: 1\n\n" + Rest, Rest + "\n" + Rest)]
    [InlineData("import Config\nconfig :a, K, k: 1\n", "import Config\n")]
    [InlineData(Rest + "config(:a, k: 1)", "config :b, x: 1")]
    [InlineData(Rest + "if x do\n  # about it\n  config :a, K, k: 1\n\n  config :c, x: 1\nend\n", Rest + "if x do\n  config :c, x: 1\nend\n")]
    public void The_last_one_without_brackets_goes_with_its_call(string before, string after) => Assert.Equal(after, Remove(before));

    [Theory]
    [InlineData("config :a, K,\n  j: 0,\n  # about j or k?\n  k: 1\n")]
    [InlineData("config :a, K, [\n  k: 1\n  # what may come\n]\n")]
    [InlineData("config :a, K, [\n  # set apart\n\n  k: 1\n]\n")]
    [InlineData("config :a, K, [k: 1, # about k?\n l: 2]\n")]
    [InlineData(Rest + "if x, do: config(:a, K, k: 1)\n")]
    [InlineData(Rest + "x = Keyword.merge(y, k: 1)\n")]
    [InlineData("base = [a: [x: 1]]\nconfig :a, K, k: 1\n")]
    [InlineData("config :a, K, [{:k, 1} | base]\n")]
    public void What_would_leave_something_astray_stays(string text) => Assert.Null(Remove(text));

    [Fact]
    public void What_is_no_entry_is_not_taken_out()
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("config.exs", "config :a, K, 1\n"));
        Assert.True(ElixirEdits.RemovePair(tree.Root.Body.Expressions[0]).IsDefault);
    }

    private static string? Remove(string text)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("config.exs", text));
        var pair = tree.Root.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Single(node =>
            node is KeywordPairSyntax { KeyName: "k" } || (node is TupleSyntax && node.ToString().StartsWith("{:k,", StringComparison.Ordinal)));
        var changes = ElixirEdits.RemovePair(pair);
        return changes.IsDefault ? null : tree.File.Text.WithChanges(changes).ToString();
    }
}
