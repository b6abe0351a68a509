using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Cli.Files;
using ExsLint.Cli.Settings;
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
    public static bool Accepts(Terminal terminal, string environment, IEnumerable<AnalysisPlan> plans) =>
        Accepts(terminal, environment, null, () => plans.SelectMany(plan => Load(plan, plan.Targets, environment)));

    /// <summary>Whether the environments that were asked for, on the command line or by settings, are known.</summary>
    /// <param name="terminal">Where to report.</param>
    /// <param name="given">The environment of the command line; null for those of the settings.</param>
    /// <param name="scopes">What is to be analysed.</param>
    public static bool Accepts(Terminal terminal, string? given, ImmutableArray<RunScope> scopes) => scopes
        .GroupBy(scope => (scope.Options.Environment, Place: given is null ? scope.Settings[SettingsKey.Env]?.Place : null))
        .All(group => Accepts(
            terminal,
            group.Key.Environment,
            group.Key.Place,
            () => group.SelectMany(scope => Load(scope.Plan, scope.Targets, group.Key.Environment))));

    private static bool Accepts(Terminal terminal, string environment, Location? place, Func<IEnumerable<ConfigModel>> load)
    {
        if (KnownEnvironments.OfEveryProject.Contains(environment))
        {
            return true;
        }

        var models = load().ToList();
        var known = KnownEnvironments.Of(models);
        if (models.Count == 0 || known.Contains(environment))
        {
            return true;
        }

        var nearest = known.MinBy(name => Spelling.Distance(name, environment))!;
        var hint = Spelling.Distance(nearest, environment) <= FarthestSuggestion ? $"; '{nearest}' may be meant" : "";
        var option = place is null ? " of --env" : "";
        terminal.Report(
            DiagnosticLevel.Error,
            $"no configuration knows the environment '{environment}'{option}: there are {string.Join(", ", known)}{hint}",
            place?.ToString());
        return false;
    }

    private static IEnumerable<ConfigModel> Load(AnalysisPlan plan, LintTargets targets, string environment) =>
        new ConfigModelLoader(plan.Snapshot, environment, EnvironmentVariables.Unknown) { Workers = Processors.Workers }.Load(
            targets.ConfigFiles, targets.ReportOnly);
}
