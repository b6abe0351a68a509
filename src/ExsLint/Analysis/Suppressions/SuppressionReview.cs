using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Suppressions;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis.Suppressions;

/// <summary>Looks for comments that suppress nothing, or that do not say why.</summary>
internal sealed class SuppressionReview(FileSuppressions file, LintOptions options)
{
    private static readonly SuppressionUnusedRule Useless = RuleCatalog.Get<SuppressionUnusedRule>();
    private static readonly SuppressionWithoutReasonRule Unfounded = RuleCatalog.Get<SuppressionWithoutReasonRule>();

    /// <summary>The findings about the comments of the file.</summary>
    public IEnumerable<Diagnostic> Run() => file.All.SelectMany(suppression => Review(suppression.Comment));

    private IEnumerable<Diagnostic> Review(SuppressionComment comment)
    {
        if (!comment.IsKnown)
        {
            var name = SuppressionComment.Prefix + comment.Word;
            yield return Useless.Create(SuppressionUnusedRule.UnknownComment, comment.Location, [name], fix: null);
            yield break;
        }

        if (comment.Rules.IsEmpty)
        {
            yield return Useless.Create(SuppressionUnusedRule.NoRule, comment.Location, [], fix: null);
            yield break;
        }

        if (!comment.HasReason)
        {
            yield return Unfounded.Create(comment.Location, comment.Rules.Select(rule => rule.Name));
        }

        var unused = comment.Rules.Where(rule => IsUnused(comment, rule)).ToHashSet();
        var removal = unused.Count > 0 ? Removal.Of(comment, unused) : null;
        foreach (var rule in comment.Rules)
        {
            var place = new Location(comment.Location.File, rule.Span);
            if (ComplainOfName(rule.Name) is { } complaint)
            {
                yield return Useless.Create(complaint.MessageId, place, [.. complaint.Arguments], fix: null);
            }
            else if (unused.Contains(rule))
            {
                yield return Useless.Create(SuppressionUnusedRule.Unused, place, [rule.Name], removal);
            }
        }
    }

    /// <summary>What is wrong with a name, or null if it is that of a rule that can be suppressed.</summary>
    private (string MessageId, string[] Arguments)? ComplainOfName(string name)
    {
        if (options.Find(name) is { } rule)
        {
            return FileSuppressions.IsSuppressible(rule) ? null : (SuppressionUnusedRule.Own, [name]);
        }

        if (name.Contains('*', StringComparison.Ordinal))
        {
            return (SuppressionUnusedRule.Pattern, [name]);
        }

        return RulePattern.FindNearest(name) is { } nearest
            ? (SuppressionUnusedRule.Misspelt, [name, nearest])
            : (SuppressionUnusedRule.Unknown, [name]);
    }

    /// <summary>
    /// Whether a rule has looked and found nothing that the comment suppresses. Only the default environment can tell: a comment
    /// that is not needed in another one may well be needed there.
    /// </summary>
    private bool IsUnused(SuppressionComment comment, NamedRule rule) =>
        comment.HasReason
        && file.IsJudged
        && options.Environment == LintOptions.DefaultEnvironment
        && options.Find(rule.Name) is { } found
        && FileSuppressions.IsSuppressible(found)
        && options.Includes(found.Descriptor, comment.Location.File.Path)
        && !file.IsUsed(rule);

    /// <summary>The edit that takes unused rules out of a comment, or the comment out of its file.</summary>
    private static class Removal
    {
        public static FileEdit? Of(SuppressionComment comment, HashSet<NamedRule> unused)
        {
            var source = comment.Location.File;
            if (!source.RoundTrips)
            {
                return null;
            }

            var left = comment.Rules.Where(rule => !unused.Contains(rule)).Select(rule => rule.Name).ToList();
            return new FileEdit(source, [left.Count == 0
                ? new TextChange(WholeComment(comment.Location), "")
                : new TextChange(
                    TextSpan.FromBounds(comment.Rules[0].Span.Start, comment.Rules[^1].Span.End), string.Join(", ", left))]);
        }

        /// <summary>The comment with the space before it, and its line where it stands alone.</summary>
        private static TextSpan WholeComment(Location comment)
        {
            var (content, lines) = (comment.File.Content, comment.File.Lines);
            var line = comment.Start.Line;
            var lineStart = lines.GetStart(line);
            var start = comment.Span.Start;
            while (start > lineStart && content[start - 1] is ' ' or '\t')
            {
                start--;
            }

            var end = lines.GetLine(line).End;
            return start == lineStart && line + 1 < lines.Count
                ? TextSpan.FromBounds(start, lines.GetStart(line + 1))
                : TextSpan.FromBounds(start, end);
        }
    }
}
