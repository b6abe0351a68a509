using ExsLint.Analysis.Linting;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Text;

namespace ExsLint.Cli.Commands;

/// <summary>
/// Tells an environment that the analysed projects know from a slip of the keyboard, which would find nothing and look clean.
/// </summary>
internal static class EnvironmentCheck
{
    /// <summary>A name further away than this is not suggested.</summary>
    private const int FarthestSuggestion = 2;

    /// <summary>
    /// Whether one of the projects knows an environment; else that is reported. Where there is no configuration, any is as good.
    /// </summary>
    /// <param name="terminal">Where to report.</param>
    /// <param name="environment">The environment that was asked for.</param>
    /// <param name="plans">What is to be analysed.</param>
    public static bool Accepts(Terminal terminal, string environment, IEnumerable<AnalysisPlan> plans)
    {
        if (KnownEnvironments.OfEveryProject.Contains(environment))
        {
            return true;
        }

        var models = plans.SelectMany(plan => Load(plan, environment)).ToList();
        var known = KnownEnvironments.Of(models);
        if (models.Count == 0 || known.Contains(environment))
        {
            return true;
        }

        var nearest = known.MinBy(name => Spelling.Distance(name, environment))!;
        var hint = Spelling.Distance(nearest, environment) <= FarthestSuggestion ? $"; '{nearest}' may be meant" : "";
        terminal.Report(
            DiagnosticLevel.Error,
            $"no configuration knows the environment '{environment}' of --env: there are {string.Join(", ", known)}{hint}");
        return false;
    }

    private static IEnumerable<ConfigModel> Load(AnalysisPlan plan, string environment) =>
        new ConfigModelLoader(plan.Snapshot, environment, EnvironmentVariables.Unknown) { Workers = Processors.Workers }.Load(
            plan.Targets.ConfigFiles, plan.Targets.ReportOnly);
}
