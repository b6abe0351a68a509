using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Evaluates config files written in a test.</summary>
internal static class ConfigText
{
    /// <summary>The model of a project whose <c>config/config.exs</c> is given, and more files by path.</summary>
    public static ConfigModel Evaluate(string config, params (string Path, string Text)[] more)
    {
        var tree = new InMemoryProjectFiles([("config/config.exs", config), .. more]);
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        return ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod");
    }

    /// <summary>The work that the evaluation of a <c>config/config.exs</c> takes, in units of <see cref="WorkBudget"/>.</summary>
    public static long WorkOf(string config)
    {
        var tree = new InMemoryProjectFiles([("config/config.exs", config)]);
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var budget = new WorkBudget(WorkBudget.PerEvaluation);
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod");
        _ = ConfigEvaluator.Reevaluate(model, model.Trees, budget);
        return WorkBudget.PerEvaluation - budget.Left;
    }

    /// <summary>The settings of application <c>:a</c> as Elixir would print them, or what is unknown about them.</summary>
    public static string Settings(string config, params (string Path, string Text)[] more)
    {
        var state = Evaluate("import Config\n" + config, more).State;
        return string.Join(", ", state.GetSettings("a").Select(setting => $"{setting.Key}: {setting.Value}"));
    }
}
