using System.Collections.Immutable;
using ExsLint.Rules;

namespace ExsLint.Analysis;

/// <summary>What to look for.</summary>
public sealed record LintOptions
{
    /// <summary>The environment whose configuration is judged (<c>MIX_ENV</c>).</summary>
    public string Environment { get; init; } = "prod";

    /// <summary>The set of rules.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Recommended;

    /// <summary>The version of systemd that reads the units: 252 or newer.</summary>
    public int SystemdVersion { get; init; } = Semantics.Systemd.UnitBinder.NewestVersion;
}

/// <summary>What to look at. Paths are those of <see cref="Semantics.IProjectFiles"/>.</summary>
/// <param name="ConfigFiles">Config files; those they import, and the project around them, are analysed too.</param>
/// <param name="UnitFiles">systemd units; the drop-ins beside them are read too.</param>
/// <param name="ReportOnly">Where not null, only findings in these files are reported.</param>
public sealed record LintTargets(
    ImmutableArray<string> ConfigFiles,
    ImmutableArray<string> UnitFiles,
    ImmutableHashSet<string>? ReportOnly = null);
