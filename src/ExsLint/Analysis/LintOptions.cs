using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;

namespace ExsLint.Analysis;

/// <summary>What to look for.</summary>
public sealed record LintOptions
{
    /// <summary>The environment where none is named: the one that strangers can reach.</summary>
    public const string DefaultEnvironment = "prod";

    /// <summary>The environment whose configuration is judged (<c>MIX_ENV</c>).</summary>
    public string Environment { get; init; } = DefaultEnvironment;

    /// <summary>The set of rules.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Recommended;

    /// <summary>The rules to run, whatever the profile, as <see cref="RulePattern"/>s; empty for those of the profile.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>The rules not to run, as <see cref="RulePattern"/>s; they win over <see cref="Select"/>.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>The version of systemd that reads the units: 252 or newer.</summary>
    public int SystemdVersion { get; init; } = Semantics.Systemd.UnitBinder.NewestVersion;

    /// <summary>Whether that version is known to run the units; if not, it may be an older one as well.</summary>
    public bool IsSystemdVersionKnown { get; init; }

    /// <summary>The system that the units are on; null to look at no drop-ins but those beside them.</summary>
    public Semantics.Systemd.Units.UnitHost? Host { get; init; }

    /// <summary>The highest exposure of a service, ten times what systemd prints, that is no finding; null for any.</summary>
    public int? ExposureThreshold { get; init; }

    /// <summary>
    /// Whether a rule runs. That changes nothing about what the other rules find: where all headers are off, what single ones
    /// are set to is not judged, whether or not the rule about the headers runs.
    /// </summary>
    public bool Includes(RuleDescriptor rule) =>
        (Select.IsEmpty ? rule.Profile <= Profile : Select.Any(pattern => RulePattern.Matches(pattern, rule.Id)))
        && !Ignore.Any(pattern => RulePattern.Matches(pattern, rule.Id));
}

/// <summary>What to look at. Paths are those of <see cref="Semantics.IProjectFiles"/>.</summary>
/// <param name="ConfigFiles">Config files; those they import, and the project around them, are analysed too.</param>
/// <param name="UnitFiles">systemd units; the drop-ins beside them are read too.</param>
/// <param name="ReportOnly">Where not null, only findings in these files are reported.</param>
public sealed record LintTargets(
    ImmutableArray<string> ConfigFiles,
    ImmutableArray<string> UnitFiles,
    ImmutableHashSet<string>? ReportOnly = null);
