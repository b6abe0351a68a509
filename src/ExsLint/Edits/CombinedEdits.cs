using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Projects;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Edits that are applied together.</summary>
internal static class CombinedEdits
{
    /// <summary>
    /// One edit for each file; null where two touch the same text, or follow each other without anything between.
    /// </summary>
    /// <param name="candidates">The changes of files; a file may come up several times.</param>
    public static ImmutableArray<FileEdit>? Of(IEnumerable<(ConfigFile File, ImmutableArray<TextChange> Changes)> candidates)
    {
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        foreach (var ofFile in candidates.GroupBy(candidate => candidate.File.Source, candidate => candidate.Changes))
        {
            ImmutableArray<TextChange> changes = [.. ofFile.SelectMany(change => change).OrderBy(change => change.Span)];
            for (var i = 1; i < changes.Length; i++)
            {
                if (changes[i].Span.Start < changes[i - 1].Span.End || changes[i].Span == changes[i - 1].Span)
                {
                    return null;
                }
            }

            edits.Add(new FileEdit(ofFile.Key, changes));
        }

        return edits.ToImmutable();
    }
}
