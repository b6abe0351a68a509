using ExsLint.Rules;
using ExsLint.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis.Suppressions;

/// <summary>The suppressions of one file, and which of them were needed so far.</summary>
internal sealed class FileSuppressions
{
    private readonly Dictionary<(string Rule, int Line), Entry> _byLine = [];
    private readonly Dictionary<string, Entry> _byFile = new(StringComparer.Ordinal);
    private readonly HashSet<(string Rule, LineRange Lines)> _ranges = [];
    private readonly HashSet<TextSpan> _used = [];

    /// <summary>Reads the suppressions of a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="isJudged">Whether all rules could look at it: else nobody can say that a suppression is not needed.</param>
    /// <param name="options">The rules that there are.</param>
    public FileSuppressions(SyntaxTree tree, bool isJudged, LintOptions options)
    {
        IsJudged = isJudged;
        All = SuppressionReader.Read(tree);
        foreach (var suppression in All.Where(suppression => suppression.Comment is { IsKnown: true, HasReason: true }))
        {
            foreach (var rule in suppression.Comment.Rules.Where(rule =>
                options.Find(rule.Name) is { } found && IsSuppressible(found)))
            {
                Add(suppression, new Entry(suppression.Comment, rule));
            }
        }
    }

    /// <summary>All comments, in the order of the text.</summary>
    public IReadOnlyList<Suppression> All { get; }

    /// <summary>Whether all rules could look at the file.</summary>
    public bool IsJudged { get; }

    /// <summary>Whether comments can suppress a rule's findings: not those about the comments themselves.</summary>
    public static bool IsSuppressible(Rule rule) => rule.Descriptor.Family != "suppression";

    /// <summary>The comment that suppresses a finding, or null. One for the line goes before one for the file.</summary>
    public SuppressionComment? Use(Diagnostic diagnostic)
    {
        var id = diagnostic.Rule.Id;
        if (!_byLine.TryGetValue((id, diagnostic.Location.Start.Line), out var entry) && !_byFile.TryGetValue(id, out entry))
        {
            return null;
        }

        _used.Add(entry.Rule.Span);
        return entry.Comment;
    }

    /// <summary>Whether a rule's name in a comment suppressed a finding.</summary>
    public bool IsUsed(NamedRule rule) => _used.Contains(rule.Span);

    private void Add(Suppression suppression, Entry entry)
    {
        if (suppression.Comment.IsForFile)
        {
            _byFile.TryAdd(entry.Rule.Name, entry);
        }
        else if (suppression.Lines is { } lines && _ranges.Add((entry.Rule.Name, lines)))
        {
            for (var line = lines.First; line <= lines.Last; line++)
            {
                _byLine.TryAdd((entry.Rule.Name, line), entry);
            }
        }
    }

    private sealed record Entry(SuppressionComment Comment, NamedRule Rule);
}
