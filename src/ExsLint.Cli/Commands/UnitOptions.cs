namespace ExsLint.Cli.Commands;

/// <summary>How <c>exslint unit</c> reports.</summary>
internal enum UnitFormat
{
    /// <summary>A table a unit, for people.</summary>
    Table,

    /// <summary>A line of JSON a unit.</summary>
    Json,
}

/// <summary>What <c>exslint unit</c> was asked for.</summary>
internal sealed record UnitOptions
{
    /// <summary>Units, and directories with units.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>How to report.</summary>
    public required UnitFormat Format { get; init; }

    /// <summary>The highest exposure, times ten, that is no failure: 0 to 100.</summary>
    public required int Threshold { get; init; }

    /// <summary>The systemd that runs the units.</summary>
    public required SystemdChoice Systemd { get; init; }

    /// <summary>Whether a user's own manager runs the units, wherever they stand.</summary>
    public bool User { get; init; }

    /// <summary>Whether what the exposure would be after fixes is told in every format.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Whether colour is unwanted.</summary>
    public bool NoColor { get; init; }
}
