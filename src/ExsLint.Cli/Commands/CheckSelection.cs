using System.Collections.Immutable;

namespace ExsLint.Cli.Commands;

/// <summary>What <c>check</c> looks at, and which findings count.</summary>
internal sealed record CheckSelection
{
    /// <summary>Files and folders, as the user wrote them.</summary>
    public required string[] Paths { get; init; }

    /// <summary>A file with more paths, or <c>-</c> for standard input; null for none.</summary>
    public required string? FilesFrom { get; init; }

    /// <summary>The file whose text standard input is; null to read files only.</summary>
    public required string? StandardInputName { get; init; }

    /// <summary>The rules to run, as ids and patterns; empty for those of the profile.</summary>
    public required ImmutableArray<string> Select { get; init; }

    /// <summary>The rules not to run, as ids and patterns.</summary>
    public required ImmutableArray<string> Ignore { get; init; }

    /// <summary>Whether the report shows the findings that comments suppress and that the baseline knows.</summary>
    public required bool IncludeSuppressed { get; init; }

    /// <summary>The baseline to hold findings against, or null.</summary>
    public required string? Baseline { get; init; }

    /// <summary>Where to write a baseline, or null.</summary>
    public required string? WriteBaseline { get; init; }
}
