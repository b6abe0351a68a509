using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Cli.Settings;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Cli.Commands;

/// <summary>
/// Divides what is to be analysed by the settings that hold for it. What the command line says wins over all of them.
/// </summary>
/// <param name="terminal">Where to report what is wrong with settings.</param>
/// <param name="options">The command line.</param>
internal sealed class RunScopes(Terminal terminal, CheckOptions options)
{
    /// <summary>The parts of all trees; null if settings cannot be read, which has been said.</summary>
    /// <param name="plans">The trees.</param>
    public DividedRun? Divide(ImmutableArray<AnalysisPlan> plans)
    {
        if (options.Variables.Pin(terminal) is not { } given)
        {
            return null;
        }

        var all = ImmutableArray.CreateBuilder<RunScope>();
        foreach (var plan in plans)
        {
            if (Of(plan, given) is not { } scopes)
            {
                return null;
            }

            all.AddRange(scopes);
        }

        bool IsOwn(string pattern) => all.Any(scope =>
            scope.Options.Policy.Any(rule => RulePattern.Matches(pattern, rule.Descriptor.Id)));
        var complaint = RuleOption.Complain("--select", options.Selection.Select, IsOwn)
            ?? RuleOption.Complain("--ignore", options.Selection.Ignore, IsOwn);
        if (complaint is not null)
        {
            terminal.Report(DiagnosticLevel.Error, complaint);
            return null;
        }

        string? baseline = null;
        return options.Selection.Baseline is not null || FindBaseline(all, out baseline)
            ? new DividedRun(all.ToImmutable(), baseline)
            : null;
    }

    /// <summary>The parts of a tree; null if settings cannot be read, which has been said.</summary>
    /// <param name="plan">The tree.</param>
    /// <param name="given">The variables of the command line.</param>
    private ImmutableArray<RunScope>? Of(AnalysisPlan plan, EnvironmentVariables given)
    {
        var finder = new SettingsFinder(terminal, plan.Snapshot.Files);
        var named = options.Settings.File is { } file ? finder.Named(file, plan.Root) : null;
        if (options.Settings.File is not null && named is null)
        {
            return null;
        }

        SettingsFile SettingsOf(string path) => named ?? (options.Settings.IsIsolated ? SettingsFile.None : finder.Of(path));

        var targets = plan.Targets;
        var byFile = targets.ConfigFiles.Concat(targets.UnitFiles).ToLookup(SettingsOf);
        var scopes = ImmutableArray.CreateBuilder<RunScope>();
        if (finder.Failed)
        {
            ReportUnreadable(terminal, plan, finder);
            return null;
        }

        foreach (var group in byFile)
        {
            if (VariablesOf(plan, group.Key, given) is not { } variables)
            {
                return null;
            }

            var excluded = new FilePatterns(group.Key.Items(SettingsKey.Exclude), group.Key.Folder);
            var kept = group
                .Where(path => (plan.IsNamed(path) && !options.Settings.ExcludesNamed) || !excluded.Match(path))
                .ToHashSet(StringComparer.Ordinal);
            scopes.Add(new RunScope(
                plan,
                targets with
                {
                    ConfigFiles = [.. targets.ConfigFiles.Where(kept.Contains)],
                    UnitFiles = [.. targets.UnitFiles.Where(kept.Contains)],
                },
                For(group.Key) with { Variables = variables, Host = options.Systemd.HostOf(plan.Root) },
                group.Key));
        }

        return scopes.ToImmutable();
    }

    /// <summary>Says why a settings file cannot be read, if one cannot.</summary>
    public static void ReportUnreadable(Terminal terminal, AnalysisPlan plan, SettingsFinder finder)
    {
        if (finder.Unreadable is { } path)
        {
            var reason = plan.Files.Problems.FirstOrDefault(problem => problem.Path == path)?.Reason ?? "no regular file";
            terminal.Report(DiagnosticLevel.Error, $"the settings cannot be read: {reason}", plan.Show(path));
        }
    }

    /// <summary>What to look for under some settings.</summary>
    private LintOptions For(SettingsFile settings)
    {
        var selection = options.Selection;
        var version = settings[SettingsKey.SystemdVersion];
        return new LintOptions
        {
            Workers = Processors.Workers,
            Environment = options.Environment ?? settings[SettingsKey.Env]?.Text ?? LintOptions.DefaultEnvironment,
            Profile = options.Profile ?? ProfileOf(settings),
            Preview = options.Preview,
            Select = selection.Select.IsEmpty ? settings.Items(SettingsKey.Select) : selection.Select,
            ExtendSelect = selection.Select.IsEmpty ? settings.Items(SettingsKey.ExtendSelect) : [],
            Ignore = selection.Ignore.IsEmpty ? settings.Items(SettingsKey.Ignore) : selection.Ignore,
            Policy = [.. settings.Rules.Select(rule => rule.ToRule())],
            FileIgnores =
            [
                .. Pairs(settings, SettingsKey.PerFileIgnores).Select(pair =>
                    new FileIgnore(new FilePatterns([pair.Key], settings.Folder).Match, pair.Value)),
            ],
            Levels =
            [
                .. Pairs(settings, SettingsKey.Levels)
                    .Select(pair => new RuleLevel(pair.Key, SettingsKey.LevelOf(pair.Value[0])!.Value)),
            ],
            SystemdVersion = options.Systemd.IsVersionGiven || version is null ? options.Systemd.Version : version.Number,
            IsSystemdVersionKnown = options.Systemd.IsVersionGiven || version is not null,
            ExposureThreshold = options.ExposureThreshold ?? settings[SettingsKey.ExposureThreshold]?.Number,
        };
    }

    private EnvironmentVariables? VariablesOf(AnalysisPlan plan, SettingsFile settings, EnvironmentVariables given)
    {
        var variables = EnvironmentVariables.Unknown;
        if (settings[SettingsKey.EnvFile] is { } file)
        {
            if (PathOf(plan, settings, file) is not { } path
                || GivenVariables.PinFile(terminal, variables, path, SettingsKey.FileName) is not { } pinned)
            {
                return null;
            }

            variables = pinned;
        }

        variables = Pairs(settings, SettingsKey.Set).Aggregate(
            variables, (pinned, pair) => pinned.Pin(pair.Key, pair.Value[0], SettingsKey.FileName));
        return given.Pinned.Aggregate(variables, (pinned, other) => pinned.Pin(other.Name, other.Value, other.Source));
    }

    /// <summary>
    /// The path of a file that settings name, from the working directory; null if it is outside of the tree, which has been said.
    /// </summary>
    private string? PathOf(AnalysisPlan plan, SettingsFile settings, SettingsEntry file)
    {
        if (!file.Text.StartsWith('/') && TreePath.Combine(settings.Folder, file.Text) is { } path)
        {
            var rooted = new RootedPath(plan.Root, path);
            return rooted.BelowWorkingDirectory ?? rooted.Absolute;
        }

        terminal.Report(DiagnosticLevel.Error, $"'{file.Text}' is not in this tree", file.Place.ToString());
        return null;
    }

    /// <summary>The one baseline of all settings.</summary>
    /// <param name="scopes">The parts of all trees.</param>
    /// <param name="baseline">Its path, from the working directory; null where no settings name one.</param>
    /// <returns>False where settings name several, or one outside of the tree; that has been said.</returns>
    private bool FindBaseline(IEnumerable<RunScope> scopes, out string? baseline)
    {
        baseline = null;
        SettingsEntry? first = null;
        foreach (var scope in scopes)
        {
            if (scope.Settings[SettingsKey.Baseline] is not { } entry)
            {
                continue;
            }

            if (PathOf(scope.Plan, scope.Settings, entry) is not { } path)
            {
                return false;
            }

            if (baseline is not null && baseline != path)
            {
                terminal.Report(
                    DiagnosticLevel.Error,
                    $"a run has one baseline, and {first!.Place} names another one; --baseline names the one to take",
                    entry.Place.ToString());
                return false;
            }

            (baseline, first) = (path, entry);
        }

        return true;
    }

    private static RuleProfile ProfileOf(SettingsFile settings) =>
        settings[SettingsKey.Profile]?.Text == "strict" ? RuleProfile.Strict : RuleProfile.Recommended;

    private static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Pairs(SettingsFile settings, SettingsKey key) =>
        settings[key]?.Pairs ?? [];
}
