using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules;

namespace ExsLint.Analysis.Fixing;

/// <summary>A change, and the findings it is to remove: more than one where several units share a drop-in.</summary>
/// <param name="Diagnostics">The findings.</param>
/// <param name="Edits">The edits, one a file.</param>
internal sealed record FixCandidate(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<FileEdit> Edits)
{
    /// <summary>Makes one candidate of findings whose fixes are the same.</summary>
    /// <param name="fixes">Findings with the edits that fix them, in the order in which they are to be applied.</param>
    public static ImmutableArray<FixCandidate> Group(IEnumerable<(Diagnostic Diagnostic, ImmutableArray<FileEdit> Edits)> fixes)
    {
        var groups = new List<FixCandidate>();
        foreach (var (diagnostic, edits) in fixes)
        {
            // Findings of one rule with the same edits stand at the same place, and so next to each other.
            if (groups is [.., var last] && last.Diagnostics[0].Rule == diagnostic.Rule && IsSame(last.Edits, edits))
            {
                groups[^1] = last with { Diagnostics = last.Diagnostics.Add(diagnostic) };
            }
            else
            {
                groups.Add(new FixCandidate([diagnostic], edits));
            }
        }

        return [.. groups];
    }

    private static bool IsSame(ImmutableArray<FileEdit> left, ImmutableArray<FileEdit> right) =>
        left.Length == right.Length
        && left.Zip(right).All(pair => pair.First.File == pair.Second.File && pair.First.Changes.SequenceEqual(pair.Second.Changes));
}
