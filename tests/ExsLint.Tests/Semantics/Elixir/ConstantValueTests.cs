using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;
using Xunit;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What is kept of one evaluation for the next: nothing of it may show.</summary>
public sealed class ConstantValueTests
{
    private const string Path = "config/config.exs";

    [Theory]
    [InlineData("config :a, k: [m: Foo.Bar, n: [1, \"x\", %{:a => 1, b: {2.5, nil}}]]")]
    [InlineData("config :a, before: [Short]\nalias Long.Short\nconfig :a, after: [Short]")]
    [InlineData("for n <- [1, 2], do: config :a, [{:\"k#{n}\", [n, 0]}]")]
    [InlineData("f = fn m -> config :a, m: [m, __MODULE__, X] end\nf.(Y)")]
    [InlineData("defmodule M do\n  alias Long.Short\n  def f, do: [Short]\nend\nconfig :a, m: M.f(), s: [Short]")]
    [InlineData("config :a, s: ~w(a b)a, t: ['a', ?a], u: [x: 1, x: 2], v: %{a: 1, a: 2}, w: [{:a}, 1 | [2]]")]
    [InlineData("config :a, big: [11111111111111111111, -1, +1, 1..2]")]
    [InlineData("config :a, deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void A_second_evaluation_gives_what_the_first_one_gave(string lines)
    {
        var model = Evaluate(lines);
        Assert.Equal(Describe(model), Describe(ConfigEvaluator.Reevaluate(model, model.Trees, new WorkBudget(long.MaxValue))));
    }

    [Fact]
    public void It_takes_as_much_of_the_work_that_may_be_done()
    {
        var model = Evaluate("config :a, k: [m: Foo, n: [1, \"x\", %{a: 1}], o: [1, 2, 3, {4, 5}]], l: ~w(a b)");
        long[] left = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            var budget = new WorkBudget(1_000_000);
            ConfigEvaluator.Reevaluate(model, model.Trees, budget);
            return budget.Left;
        })];
        var fresh = new WorkBudget(1_000_000);
        ConfigEvaluator.Reevaluate(model, new Snapshot(model.Trees.Files), fresh);
        Assert.All(left, again => Assert.Equal(fresh.Left, again));
    }

    private static ConfigModel Evaluate(string lines)
    {
        var files = new InMemoryProjectFiles((Path, $"import Config\n{lines}\n"));
        return ConfigEvaluator.Evaluate(Assert.Single(ConfigProjectFinder.Find([Path], files)), new Snapshot(files), "prod");
    }

    private static string Describe(ConfigModel model) => string.Join('\n', model.State.AppNames
        .SelectMany(app => model.State.GetSettings(app)
            .Select(setting => $"{app} {setting.Key}: {setting.Value} {setting.Value.Origin}")));
}
