using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules;

namespace ExsLint.Analysis.Fixing;

/// <summary>A change, and the findings it is to remove.</summary>
/// <param name="Diagnostic">The finding that is reported.</param>
/// <param name="Edits">The edits, one a file.</param>
internal sealed record FixCandidate(Diagnostic Diagnostic, ImmutableArray<FileEdit> Edits)
{
    /// <summary>The same finding in other units that read the same drop-in: a report has it once.</summary>
    public ImmutableArray<Diagnostic> Twins { get; init; } = [];

    /// <summary>All findings that the change removes.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Twins.Prepend(Diagnostic);
}
