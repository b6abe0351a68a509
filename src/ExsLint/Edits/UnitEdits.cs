using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Syntax;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Language;
using ExsLint.Syntax.Systemd.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Changes unit files as text edits that leave every other line as it is.</summary>
public static class UnitEdits
{
    /// <summary>
    /// Sets a setting: in its last assignment, behind it if its file serves other units too, or beside related settings if
    /// there is none.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="section">The section to add to.</param>
    /// <param name="key">The setting.</param>
    /// <param name="value">The value, without line ends.</param>
    /// <returns>The edit, or null where none would be sure to take effect.</returns>
    public static FileEdit? Set(EffectiveUnit unit, string section, string key, string value) =>
        unit.GetAssignments(section, key) is not [.., var last] ? UnitPlacement.Add(unit, section, $"{key}={value}")
        : UnitPlacement.IsOwn(unit, last.Directive.Tree) ? ReplaceValue(last.Directive, value)
        : UnitPlacement.AddBehind(unit, last, $"{key}={value}");

    /// <summary>Replaces the value of a directive. Comments within or behind the old value move to lines of their own.</summary>
    public static FileEdit? ReplaceValue(DirectiveSyntax directive, string value)
    {
        if (CommentBehindValue(directive) is { } comment)
        {
            var start = directive.FirstToken.Span.Start;
            var content = directive.Tree.File.Content;
            var indentation = content[(content.AsSpan(0, start).LastIndexOfAnyExcept(' ', '\t') + 1)..start];
            var line = $"{comment}{LineEnd(directive)}{indentation}{content[start..directive.ValueSpan.Start]}{value}";
            return Change(directive.Tree, new TextChange(TextSpan.FromBounds(start, directive.ValueSpan.End), line));
        }

        var comments = directive.ValueTokens.Skip(1)
            .SelectMany(token => token.LeadingTrivia)
            .Where(trivia => trivia.Kind == SyntaxTriviaKind.Comment)
            .Select(trivia => LineEnd(directive) + directive.Tree.File.Content[trivia.Span.Start..trivia.Span.End]);
        return Change(directive.Tree, new TextChange(directive.ValueSpan, value + string.Concat(comments)));
    }

    /// <summary>Adds a line behind a directive, or several with <c>\n</c> between them.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="line">The line, without its line end.</param>
    public static FileEdit? AddAfter(DirectiveSyntax directive, string line) => AddAfterLine(directive, line);

    /// <summary>Adds a line behind the last directive of a section, or behind the header of an empty one.</summary>
    /// <param name="section">The section.</param>
    /// <param name="line">The line, without its line end.</param>
    public static FileEdit? Add(SectionSyntax section, string line) =>
        AddAfterLine(section.Lines is [.., var last] ? last : section.Header, line);

    /// <summary>Adds a section behind another one, or at the end of a file that has none.</summary>
    internal static FileEdit? AddSection(UnitSyntaxTree tree, SectionSyntax? before, string name, string line)
    {
        if (before is not null)
        {
            return AddAfterLine(before.Lines is [.., var last] ? last : before.Header, $"\n[{name}]\n{line}");
        }

        var content = tree.File.Content;
        var lineEnd = LineEnd(tree.Root);
        var section = $"[{name}]{lineEnd}{line}";
        if (content.TrimEnd().EndsWith('\\'))
        {
            return null;
        }

        var gap = content.AsSpan().IsWhiteSpace() ? "" : content[^1] is '\n' or '\r' ? lineEnd : lineEnd + lineEnd;
        return Change(tree, new TextChange(new TextSpan(content.Length, 0), gap + section + lineEnd));
    }

    /// <summary>Adds text to a value: at its end, or before what was meant as a comment.</summary>
    internal static FileEdit? AppendWord(DirectiveSyntax directive, string text)
    {
        var mark = InlineComment.Find(directive.Value);
        var end = mark < 0 || directive.ValueTokens.Count() > 1
            ? directive.ValueSpan.End
            : directive.ValueSpan.Start + directive.Value[..mark].TrimEnd(' ', '\t').Length;
        return Change(directive.Tree, new TextChange(new TextSpan(end, 0), text));
    }

    /// <summary>Removes text from a value.</summary>
    internal static FileEdit? Remove(DirectiveSyntax directive, IEnumerable<TextSpan> spans) =>
        Change(directive.Tree, [.. spans.Select(span => new TextChange(span, ""))]);

    private static FileEdit? AddAfterLine(SyntaxNode anchor, string line)
    {
        line = line.Replace("\n", LineEnd(anchor), StringComparison.Ordinal);
        if (anchor.LastToken.RawKind == (int)UnitSyntaxKind.EndOfLine)
        {
            return Change(anchor.Tree, new TextChange(new TextSpan(anchor.LastToken.Span.End, 0), line + LineEnd(anchor)));
        }

        // The file ends within the line. If a backslash continues it, only a blank line keeps it from taking in what follows.
        var content = anchor.Tree.File.Content;
        var rest = content[anchor.Span.End..];
        var lineEnd = LineEnd(anchor);
        var endsWithLine = rest is [.., '\n' or '\r' or '\0'];
        var before = endsWithLine ? "" : lineEnd;
        before += rest.Contains('\\', StringComparison.Ordinal) ? lineEnd : "";
        return Change(
            anchor.Tree,
            new TextChange(new TextSpan(content.Length, 0), before + line + (endsWithLine ? lineEnd : "")));
    }

    // systemd has no comments behind a value: 'yes # why' is the value. Whoever wrote it meant a comment.
    private static string? CommentBehindValue(DirectiveSyntax directive)
    {
        var mark = InlineComment.Find(directive.Value);
        return mark < 0 || directive.ValueTokens.Count() > 1 ? null : directive.Value[mark..];
    }

    private static string LineEnd(SyntaxNode node)
    {
        var tokens = node.Tree.Root.DescendantTokens().Where(token => token.RawKind == (int)UnitSyntaxKind.EndOfLine);
        var own = node.LastToken;
        var lineEnd = own.RawKind == (int)UnitSyntaxKind.EndOfLine ? own : tokens.FirstOrDefault();
        return lineEnd.Tree is not null && lineEnd.Text is "\r\n" or "\r" ? lineEnd.Text : "\n";
    }

    private static FileEdit? Change(SyntaxTree tree, params TextChange[] changes) =>
        tree.File.RoundTrips && ((UnitSyntaxTree)tree).FirstError is null && changes.Length > 0
            ? new FileEdit(tree.File, [.. changes])
            : null;
}
