using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>How findings are reported.</summary>
internal enum ReportFormat
{
    /// <summary>For people: each finding with its lines.</summary>
    Full,

    /// <summary>One line a finding.</summary>
    Concise,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub,

    /// <summary>ExsLint's own JSON.</summary>
    Json,
}

/// <summary>Which findings make the exit code 1.</summary>
internal enum FailOn
{
    /// <summary>Any.</summary>
    Notice,

    /// <summary>Warnings and errors.</summary>
    Warning,

    /// <summary>Errors.</summary>
    Error,

    /// <summary>None.</summary>
    Never,
}

/// <summary>What <c>check</c> was asked for.</summary>
internal sealed record CheckOptions
{
    /// <summary>What to look at, and which findings count.</summary>
    public required CheckSelection Selection { get; init; }

    /// <summary>How to report.</summary>
    public required ReportFormat Format { get; init; }

    /// <summary>Where to report; null for standard output.</summary>
    public required string? OutputFile { get; init; }

    /// <summary>What paths are relative to outside of a repository; null for the working directory.</summary>
    public required string? Root { get; init; }

    /// <summary>Which findings make the exit code 1.</summary>
    public required FailOn FailOn { get; init; }

    /// <summary>The category of a SARIF report.</summary>
    public required string Category { get; init; }

    /// <summary>Whether only the findings are wanted.</summary>
    public required bool Quiet { get; init; }

    /// <summary>Whether the findings of each rule are counted.</summary>
    public required bool Statistics { get; init; }

    /// <summary>Whether colour is unwanted even on a terminal.</summary>
    public required bool NoColor { get; init; }

    /// <summary>The environment whose configuration is judged; null for what the settings say.</summary>
    public required string? Environment { get; init; }

    /// <summary>The systemd that runs the units.</summary>
    public required SystemdChoice Systemd { get; init; }

    /// <summary>The highest exposure of a service, times ten, that is no finding; null for any.</summary>
    public required int? ExposureThreshold { get; init; }

    /// <summary>The rules to run; null for what the settings say.</summary>
    public required RuleProfile? Profile { get; init; }

    /// <summary>The environment variables that are known.</summary>
    public required GivenVariables Variables { get; init; }

    /// <summary>Which settings hold.</summary>
    public required SettingsChoice Settings { get; init; }

    /// <summary>Whether rules that are being tried out run, too.</summary>
    public required bool Preview { get; init; }
}
