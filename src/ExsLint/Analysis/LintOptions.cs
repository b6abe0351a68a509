using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;

namespace ExsLint.Analysis;

/// <summary>What to look for.</summary>
public sealed record LintOptions
{
    /// <summary>The environment that is judged unless another is named: the one that strangers can reach.</summary>
    public const string DefaultEnvironment = "prod";

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
        (Select.IsEmpty ? rule.Profile <= Profile : Select.Any(pattern => RulePattern.Matches(pattern, rule.Id)))
        && (!rule.IsPreview || Preview || Select.Contains(rule.Id))
        && !Ignore.Any(pattern => RulePattern.Matches(pattern, rule.Id));

    /// <summary>The profile that the findings of the rules are of: who selects a rule by its name gets all of it.</summary>
    public RuleProfile FindingProfile => Select.IsEmpty ? Profile : RuleProfile.Strict;
}

/// <summary>What to look at. Paths are those of <see cref="Semantics.IProjectFiles"/>.</summary>
/// <param name="ConfigFiles">Config files; those they import, and the project around them, are analysed too.</param>
/// <param name="UnitFiles">systemd units; the drop-ins beside them are read too.</param>
/// <param name="ReportOnly">Where not null, only findings in these files are reported.</param>
public sealed record LintTargets(
    ImmutableArray<string> ConfigFiles,
    ImmutableArray<string> UnitFiles,
    ImmutableHashSet<string>? ReportOnly = null);
