using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Tests.Semantics.Secrets;

/// <summary>Expressions in which nothing is secret, whatever the rest of their file says.</summary>
public sealed class OpenTextTests
{
    [Theory]
    [InlineData("config_env() == :prod", true)]
    [InlineData("System.get_env(\"BEHIND_CDN\")", true)]
    [InlineData("!System.get_env(\"PORT\") and Mix.target() != :host", true)]
    [InlineData("System.get_env(\"PORT\", \"4000\")", false)]
    [InlineData("System.get_env(\"TOKEN\") == \"abc\"", false)]
    [InlineData("token == :abc", false)]
    [InlineData("pin == 4711", false)]
    [InlineData("hash(\"ABC\") == x", false)]
    [InlineData("a3f9c2d7e1b8a3f9c2d7e1b8 == x", false)]
    public void They_are_told_by_their_parts(string text, bool expected)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("config/config.exs", text + "\n"));
        Assert.Equal(expected, OpenText.Is(tree.Root.DescendantNodesAndSelf().OfType<ExpressionSyntax>().First()));
    }

    [Fact]
    public void No_report_hides_anything_of_them()
    {
        var count = 0;
        foreach (var (path, text) in RuleCatalog.All
            .SelectMany(rule => Rules.RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(rule.Descriptor.Id)!))
            .SelectMany(example => example.Files)
            .Where(file => file.Key.EndsWith(".exs", StringComparison.Ordinal)))
        {
            var source = SourceFile.FromString(path, text);
            var secrets = new FileSecrets(source);
            foreach (var node in ElixirParser.Parse(source).Root.DescendantNodesAndSelf()
                .Where(node => node is BinaryOperatorSyntax or CallSyntax or UnaryOperatorSyntax && OpenText.Is(node)))
            {
                Assert.Equal(node.ToString(), secrets.Excerpt(node.Span));
                count++;
            }
        }

        Assert.True(count > 50, $"only {count} of them");
    }
}
