using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>Works out the effective configuration of a project without running it.</summary>
public static class ConfigEvaluator
{
    /// <summary>Evaluates a project in one environment.</summary>
    /// <param name="project">The project.</param>
    /// <param name="trees">The analysed tree.</param>
    /// <param name="environment">The environment: prod, dev, test or another.</param>
    /// <param name="defaults">A framework's own defaults, on which the project's files are merged; null where they are in the tree.</param>
    public static ConfigModel Evaluate(ConfigProject project, ElixirTreeCache trees, string environment, ElixirSyntaxTree? defaults = null)
    {
        var session = new EvaluationSession(trees, project, environment);
        if (defaults is not null)
        {
            EvaluateTop(session, defaults, ConfigFileRole.Defaults);
        }

        var role = project.Kind == ConfigProjectKind.Source ? ConfigFileRole.Base : ConfigFileRole.Release;
        EvaluateTop(session, trees.Get(project.EntryFile), role);
        foreach (var later in project.LaterFiles)
        {
            EvaluateTop(session, trees.Get(later), ConfigFileRole.Runtime);
        }

        return new ConfigModel(
            project, environment, session.State, [.. session.Evaluated], [.. session.Errors.Distinct()], [.. session.MissingFiles]);
    }

    /// <summary>
    /// Each top file is evaluated on its own and then merged as a whole, as Mix and release providers do; that differs from going on
    /// in place where the file sets a key twice.
    /// </summary>
    private static void EvaluateTop(EvaluationSession session, ElixirSyntaxTree? tree, ConfigFileRole role)
    {
        if (tree is null)
        {
            return;
        }

        var before = session.State;
        session.State = ConfigState.Empty;
        session.Imported = [];
        session.Evaluate(tree, role);
        session.State = before.MergeLater(session.State);
    }
}
