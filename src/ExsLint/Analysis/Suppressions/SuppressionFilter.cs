using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Syntax;
using ExsLint.Text;

namespace ExsLint.Analysis.Suppressions;

/// <summary>Takes the suppressed findings out of those of an analysis.</summary>
internal sealed class SuppressionFilter
{
    private readonly Dictionary<string, FileSuppressions> _files = new(StringComparer.Ordinal);
    private readonly List<SuppressedDiagnostic> _suppressed = [];

    /// <summary>Reads the suppressions of all files that were analysed.</summary>
    /// <param name="trees">The files; one may come more than once.</param>
    /// <param name="isJudged">Whether all rules could look at a file, given by its path.</param>
    /// <param name="options">The rules that there are.</param>
    public SuppressionFilter(IEnumerable<SyntaxTree> trees, Func<string, bool> isJudged, LintOptions options)
    {
        foreach (var tree in trees.DistinctBy(tree => tree.File.Path, StringComparer.Ordinal))
        {
            var file = new FileSuppressions(tree, isJudged(tree.File.Path), options);
            if (file.All.Count > 0)
            {
                _files.Add(tree.File.Path, file);
            }
        }
    }

    /// <summary>The findings taken out so far.</summary>
    public IReadOnlyList<SuppressedDiagnostic> Suppressed => _suppressed;

    /// <summary>The findings that stay, in their order.</summary>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var file = diagnostic.Location.File;
            if (_files.TryGetValue(file.Path, out var suppressions) && suppressions.Use(diagnostic) is { } comment)
            {
                _suppressed.Add(new SuppressedDiagnostic(diagnostic, new Location(file, comment.Reason)));
            }
            else
            {
                yield return diagnostic;
            }
        }
    }

    /// <summary>The findings about the comments themselves. Ask after all findings were filtered.</summary>
    /// <param name="options">The rules that ran.</param>
    public ImmutableArray<Diagnostic> Review(LintOptions options) =>
        [.. _files.Values.SelectMany(file => new SuppressionReview(file, options).Run())];
}
