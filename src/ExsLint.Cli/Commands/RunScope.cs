using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Cli.Settings;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>What one settings file, or none, holds for: some of a tree's files, and what to look for in them.</summary>
/// <param name="Plan">The tree.</param>
/// <param name="Targets">The files.</param>
/// <param name="Options">What to look for.</param>
/// <param name="Settings">The settings.</param>
internal sealed record RunScope(AnalysisPlan Plan, LintTargets Targets, LintOptions Options, SettingsFile Settings);

/// <summary>All that is to be analysed, divided by the settings that hold for it.</summary>
/// <param name="All">The parts.</param>
/// <param name="Baseline">The baseline that settings name, from the working directory; null for none.</param>
internal sealed record DividedRun(ImmutableArray<RunScope> All, string? Baseline)
{
    /// <summary>The parts of a tree.</summary>
    public IEnumerable<RunScope> In(AnalysisPlan plan) => All.Where(scope => scope.Plan == plan);

    /// <summary>Whether findings of a rule in a file were asked for.</summary>
    /// <param name="rule">The rule; null for one that there is no longer.</param>
    /// <param name="path">The file; there need be none any more.</param>
    public bool IsJudged(RuleDescriptor? rule, string path) => All.Any(scope =>
        scope.Plan.Covers(path) && (rule is null || scope.Options.Includes(rule, path)));
}
