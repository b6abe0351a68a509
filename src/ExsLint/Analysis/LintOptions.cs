using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Analysis;

/// <summary>What to look for.</summary>
public sealed record LintOptions
{
    /// <summary>The environment that is judged unless another is named: the one that strangers can reach.</summary>
    public const string DefaultEnvironment = "prod";

    /// <summary>The highest exposure that a service can have, as ten times what systemd prints.</summary>
    public const int HighestExposure = 100;

    /// <summary>The environment whose configuration is judged (<c>MIX_ENV</c>).</summary>
    public string Environment { get; init; } = DefaultEnvironment;

    /// <summary>The set of rules.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Recommended;

    /// <summary>Whether rules that are being tried out run, too.</summary>
    public bool Preview { get; init; }

    /// <summary>The rules to run, whatever the profile, as <see cref="RulePattern"/>s; empty for those of the profile.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>The rules not to run, as <see cref="RulePattern"/>s; they win over <see cref="Select"/>.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Rules to run beside those, as <see cref="RulePattern"/>s; <see cref="Ignore"/> wins over them, too.</summary>
    public ImmutableArray<string> ExtendSelect { get; init; } = [];

    /// <summary>The rules that are not asked about some files.</summary>
    public ImmutableArray<FileIgnore> FileIgnores { get; init; } = [];

    /// <summary>The rules of a team's own; they run as others of the recommended profile do.</summary>
    public ImmutableArray<Rule> Policy { get; init; } = [];

    /// <summary>The rules about configurations that run.</summary>
    internal IEnumerable<ConfigRule> ConfigRules =>
        RuleCatalog.OfConfigs.Concat(Policy.OfType<ConfigRule>()).Where(rule => Includes(rule.Descriptor));

    /// <summary>The rules that run and judge units, each of them an <see cref="IUnitJudge"/>.</summary>
    internal IEnumerable<Rule> UnitRules =>
        RuleCatalog.OfUnits.Concat(Policy.OfType<UnitRule>()).Where(rule => Includes(rule.Descriptor));

    /// <summary>The rule with this id, of the catalogue or of the team; null if there is none.</summary>
    public Rule? Find(string id) => Policy.FirstOrDefault(rule => rule.Descriptor.Id == id) ?? RuleCatalog.Find(id);

    /// <summary>The levels that findings of some rules have, whatever the rules say; the first that matches holds.</summary>
    public ImmutableArray<RuleLevel> Levels { get; init; } = [];

    /// <summary>What is known of the environment variables that configurations read.</summary>
    public EnvironmentVariables Variables { get; init; } = EnvironmentVariables.Unknown;

    /// <summary>The version of systemd that reads the units: 252 or newer.</summary>
    public int SystemdVersion { get; init; } = Semantics.Systemd.UnitBinder.NewestVersion;

    /// <summary>Whether the units certainly run under that version; if not, an older one may run them.</summary>
    public bool IsSystemdVersionKnown { get; init; }

    /// <summary>The system that the units are on; null to look at no drop-ins but those beside them.</summary>
    public Semantics.Systemd.Units.UnitHost? Host { get; init; }

    /// <summary>The highest exposure that is accepted, as ten times what systemd prints; null to accept any.</summary>
    public int? ExposureThreshold { get; init; }

    /// <summary>The threads that share the work; what is found does not depend on them.</summary>
    public Workers Workers { get; init; } = Workers.One;

    /// <summary>
    /// Whether a rule runs. One that is being tried out runs if its whole id is selected, not because a pattern or a profile
    /// holds it. Other rules do not depend on it: where all headers are off, single headers are not judged, whether
    /// or not the rule about all headers runs.
    /// </summary>
    public bool Includes(RuleDescriptor rule) =>
        ((Select.IsEmpty ? rule.Profile <= Profile : Matches(Select, rule)) || Matches(ExtendSelect, rule))
        && (!rule.IsPreview || Preview || Select.Contains(rule.Id) || ExtendSelect.Contains(rule.Id))
        && !Matches(Ignore, rule);

    /// <summary>Whether findings of a rule in a file are reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The file, as <see cref="Semantics.IProjectFiles"/> has it.</param>
    public bool Includes(RuleDescriptor rule, string path) =>
        Includes(rule) && !FileIgnores.Any(ignore => ignore.IsOf(path) && Matches(ignore.Rules, rule));

    /// <summary>The level that a finding is reported with.</summary>
    public DiagnosticLevel LevelOf(Diagnostic diagnostic)
    {
        foreach (var level in Levels)
        {
            if (RulePattern.Matches(level.Rule, diagnostic.Rule.Id))
            {
                return level.Level;
            }
        }

        return diagnostic.Level;
    }

    private static bool Matches(ImmutableArray<string> patterns, RuleDescriptor rule)
    {
        foreach (var pattern in patterns)
        {
            if (RulePattern.Matches(pattern, rule.Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The profile that the findings of the rules are of: who selects a rule by its name gets all of it.</summary>
    public RuleProfile FindingProfile => Select.IsEmpty ? Profile : RuleProfile.Strict;
}

/// <summary>Rules that are not asked about some files.</summary>
/// <param name="IsOf">Whether a path is that of such a file.</param>
/// <param name="Rules">The rules, as <see cref="RulePattern"/>s.</param>
public sealed record FileIgnore(Func<string, bool> IsOf, ImmutableArray<string> Rules);

/// <summary>The level that findings of some rules have.</summary>
/// <param name="Rule">The rules, as a <see cref="RulePattern"/>.</param>
/// <param name="Level">The level.</param>
public sealed record RuleLevel(string Rule, DiagnosticLevel Level);

/// <summary>What to look at. Paths are those of <see cref="Semantics.IProjectFiles"/>.</summary>
/// <param name="ConfigFiles">Config files; those they import, and the project around them, are analysed too.</param>
/// <param name="UnitFiles">systemd units; the drop-ins beside them are read too.</param>
/// <param name="ReportOnly">Where not null, only findings in these files are reported.</param>
public sealed record LintTargets(
    ImmutableArray<string> ConfigFiles,
    ImmutableArray<string> UnitFiles,
    ImmutableHashSet<string>? ReportOnly = null);
