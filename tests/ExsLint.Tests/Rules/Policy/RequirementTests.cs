using ExsLint.Rules.Policy;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Rules.Policy;

/// <summary>What requirements are met by.</summary>
public sealed class RequirementTests
{
    [Theory]
    [InlineData("== 20", "20", true)]
    [InlineData("== 20", "20.0", true)]
    [InlineData("== 20", "21", false)]
    [InlineData("== 20", "\"20\"", false)]
    [InlineData("== :a", ":a", true)]
    [InlineData("== \"a b\"", "\"a b\"", true)]
    [InlineData("== [a: 1]", "[a: 1]", true)]
    [InlineData("== Shop.Repo", "Shop.Repo", true)]
    [InlineData("== [1, 2]", "[1, System.get_env(\"X\")]", null)]
    [InlineData("!= :debug", ":info", true)]
    [InlineData("!= :debug", ":debug", false)]
    [InlineData("!= :debug", "System.get_env(\"X\")", null)]
    [InlineData("< 20", "19", true)]
    [InlineData("< 20", "20", false)]
    [InlineData("<= 20", "20", true)]
    [InlineData("<= 20", ":infinity", false)]
    [InlineData("> 1.5", "2", true)]
    [InlineData(">= 10_000", "10_000", true)]
    [InlineData(">= 1", "nil", false)]
    [InlineData("in [:info, :warning]", ":warning", true)]
    [InlineData("in [:info, :warning]", ":debug", false)]
    [InlineData("in [\"a\", 1]", "1.0", true)]
    [InlineData("not in [80, 443]", "4000", true)]
    [InlineData("not in [80, 443]", "443", false)]
    [InlineData("matches ^https://", "\"https://a\"", true)]
    [InlineData("matches ^https://", "\"http://a\"", false)]
    [InlineData("matches ^https://", "1", false)]
    [InlineData("matches ^in", ":info", true)]
    [InlineData("matches a b", "\"xa by\"", true)]
    [InlineData("is atom", ":a", true)]
    [InlineData("is atom", "nil", true)]
    [InlineData("is atom", "\"a\"", false)]
    [InlineData("is string", "\"a\"", true)]
    [InlineData("is integer", "1", true)]
    [InlineData("is integer", "1.0", false)]
    [InlineData("is list", "[]", true)]
    [InlineData("is list", "%{}", false)]
    [InlineData("is true", "true", true)]
    [InlineData("is true", "\"true\"", false)]
    [InlineData("is false", "nil", false)]
    [InlineData("exists", "nil", true)]
    [InlineData("absent", "nil", false)]
    public void A_value_meets_them_or_not(string requirement, string value, bool? expected)
    {
        var must = RequirementParser.Parse(requirement, out var problem);
        Assert.Null(problem);
        Assert.Equal(expected, must!.IsMetBy(ValueOf(value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("= 20")]
    [InlineData("== ")]
    [InlineData("== System.get_env(\"X\")")]
    [InlineData("== 1) || (2")]
    [InlineData("== 1\nconfig :a, b: 1")]
    [InlineData("< :a")]
    [InlineData("in :a")]
    [InlineData("matches (")]
    [InlineData("is number")]
    [InlineData("exists!")]
    public void What_is_none_is_told(string requirement)
    {
        Assert.Null(RequirementParser.Parse(requirement, out var problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("logger.level", true)]
    [InlineData("*.*Repo.pool_size", true)]
    [InlineData("*.url.*", false)]
    [InlineData("logger", false)]
    [InlineData(".level", false)]
    [InlineData("logger.", false)]
    [InlineData("a b.c", false)]
    public void Patterns_end_with_a_key(string text, bool expected) => Assert.Equal(expected, SettingPattern.IsPattern(text));

    private static AbstractValue ValueOf(string value)
    {
        var files = new InMemoryProjectFiles(("config/config.exs", $"import Config\nconfig :a, b: {value}\n"));
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files));
        return ConfigEvaluator.Evaluate(project, new Snapshot(files), "prod").Get("a", "b").Value;
    }
}
