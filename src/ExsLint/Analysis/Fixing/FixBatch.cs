using System.Collections.Immutable;
using System.Text;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis.Fixing;

/// <summary>Changes that can be made at once.</summary>
internal static class FixBatch
{
    /// <summary>
    /// The candidates that do not conflict, earlier ones first. Any number may insert at one offset. Overlapping changes and
    /// equal insertions (a comma behind the last pair, say) have to wait.
    /// </summary>
    public static ImmutableArray<FixCandidate> Select(ImmutableArray<FixCandidate> candidates)
    {
        var taken = new Dictionary<string, TakenChanges>(StringComparer.Ordinal);
        var selected = ImmutableArray.CreateBuilder<FixCandidate>();
        foreach (var candidate in candidates)
        {
            if (candidate.Edits.Any(edit => taken.GetValueOrDefault(edit.File.Path) is { } others
                && edit.Changes.Any(others.Collides)))
            {
                continue;
            }

            selected.Add(candidate);
            foreach (var edit in candidate.Edits)
            {
                taken.TryAdd(edit.File.Path, new TakenChanges());
                taken[edit.File.Path].Add(edit.Changes);
            }
        }

        return selected.ToImmutable();
    }

    /// <summary>The files with the candidates applied.</summary>
    public static IEnumerable<SourceFile> Apply(IEnumerable<FixCandidate> candidates) => candidates
        .SelectMany(candidate => candidate.Edits)
        .GroupBy(edit => edit.File)
        .Select(edits => edits.Key.WithContent(Apply(edits.Key.Content, edits.SelectMany(edit => edit.Changes))));

    private static string Apply(string content, IEnumerable<TextChange> changes)
    {
        var text = new StringBuilder(content.Length);
        var end = 0;

        // The sort is stable: what is inserted at one offset stays in the order of the fixes, and before what replaces the text
        // there.
        foreach (var change in changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length > 0))
        {
            text.Append(content, end, change.Span.Start - end).Append(change.NewText);
            end = change.Span.End;
        }

        return text.Append(content, end, content.Length - end).ToString();
    }
}
