using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>
/// Breaks lines that a change made too long, and joins the one pair that no longer needs a line of its own, as <c>mix format</c>
/// does (Elixir 1.14, <c>Code.Formatter</c>): what was formatted stays formatted.
/// </summary>
internal static class LineBreaks
{
    /// <summary>The width that <c>mix format</c> keeps to, unless it is told another.</summary>
    public const int MaximumWidth = 98;

    // Each break makes a line shorter by a level of nesting; people nest no deeper.
    private const int MaximumBreaks = 12;

    /// <summary>
    /// The changes with the line breaks they need. Lines that the author left too long are not broken. Default if a line would
    /// have to be broken within a tuple or behind <c>do:</c>, which reads badly.
    /// </summary>
    public static ImmutableArray<TextChange> Fit(ElixirSyntaxTree tree, ImmutableArray<TextChange> changes)
    {
        var before = tree.File;
        if (changes.Any(change => Width(before, ElixirLayout.LineOf(before, change.Span.Start)) > MaximumWidth))
        {
            return changes;
        }

        var changed = Apply(before, changes);
        var fitted = JoinSinglePair(tree, changes, changed) ?? changed;
        var rest = before.Content.Length - before.Lines.GetLine(ElixirLayout.LineOf(before, changes[^1].Span.End)).End;
        for (var i = 0; i < MaximumBreaks && FindLongLine(fitted, changes[0].Span.Start, rest) is { } line; i++)
        {
            var breaks = Break(ElixirParser.Parse(fitted), line);
            if (breaks.IsDefaultOrEmpty)
            {
                return breaks.IsDefault ? default : Result();
            }

            fitted = Apply(fitted, breaks);
        }

        return Result();

        ImmutableArray<TextChange> Result() =>
            ReferenceEquals(fitted, changed) ? changes : [Difference(before.Content, fitted.Content)];
    }

    private static SourceFile Apply(SourceFile file, ImmutableArray<TextChange> changes) =>
        file.WithContent(file.Text.WithChanges(changes).ToString());

    /// <summary>The first line that is too long, from an offset on down to what stands this far from the end.</summary>
    private static int? FindLongLine(SourceFile file, int start, int distanceFromEnd)
    {
        var last = ElixirLayout.LineOf(file, Math.Max(start, file.Content.Length - distanceFromEnd));
        for (var line = ElixirLayout.LineOf(file, start); line <= last; line++)
        {
            if (new StringInfo(ElixirLayout.LineText(file, line).ToString()).LengthInTextElements > MaximumWidth)
            {
                return line;
            }
        }

        return null;
    }

    private static int Width(SourceFile file, int line) => Width(ElixirLayout.LineText(file, line));

    /// <summary>
    /// The columns of a line. The formatter lets the last parenthesis of a call that ends in keywords stand beyond the margin,
    /// though it sets such a call off as one of several lines.
    /// </summary>
    private static int Width(ReadOnlySpan<char> line)
    {
        var isCall = line.TrimStart().StartsWith("config(", StringComparison.Ordinal)
            && line.EndsWith(")", StringComparison.Ordinal);
        return new StringInfo(line.ToString()).LengthInTextElements - (isCall ? 1 : 0);
    }

    /// <summary>
    /// The breaks that make a line shorter; empty if nothing on it can be broken, default if it would read badly.
    /// </summary>
    private static ImmutableArray<TextChange> Break(ElixirSyntaxTree tree, int line)
    {
        var span = tree.File.Lines.GetLine(line);
        foreach (var node in tree.Root.DescendantNodesAndSelf().Where(node => span.Contains(node.Span) && !node.IsEmpty))
        {
            switch (node)
            {
                case TupleSyntax when ElixirPairs.KeyOf(node) is not null:
                case KeywordPairSyntax { Value: CallSyntax { LocalName: "config" } }:
                case ListSyntax { Parent: TupleSyntax }:
                    return default;
                case CallSyntax { Parent: BodySyntax, HasParentheses: true } call when Width(tree.File, line) <= MaximumWidth:
                    return [.. SetOff(call, [])];
                case CallSyntax { Parent: BodySyntax, DoBlock: null, Arguments: [_, .., KeywordListSyntax keywords] } call:
                    return [.. SetOff(call, BreakElements(call, keywords.Pairs, call.HasParentheses ? call.LastToken : null))];
                case CallSyntax
                {
                    Parent: BodySyntax, LocalName: "config", DoBlock: null,
                    Arguments: [_, .., ListSyntax { Elements.IsEmpty: false } list]
                } call:
                    return [.. SetOff(call, BreakElements(list, list.Elements, list.LastToken))];
                case ListSyntax { Elements.IsEmpty: false, Parent: KeywordPairSyntax } list:
                    return [.. BreakElements(list, list.Elements, list.LastToken)];
                case KeywordPairSyntax { Value: not (CollectionSyntax or CallSyntax or BinaryOperatorSyntax) } pair:
                    return [BreakBehindKey(pair)];
            }
        }

        return [];
    }

    private static TextChange BreakBehindKey(KeywordPairSyntax pair)
    {
        var file = pair.Tree.File;
        var indentation = ElixirLayout.IndentationOfLine(file, pair.Span.Start) + ElixirLayout.IndentationStep;
        var keyEnd = pair.Tree.GetToken(pair.Value.FirstTokenIndex - 1).Span.End;
        return new TextChange(TextSpan.FromBounds(keyEnd, pair.Value.Span.Start), ElixirLayout.LineEnd(file) + indentation);
    }

    /// <summary>Puts each element on a line of its own, and the closing bracket behind them too.</summary>
    private static IEnumerable<TextChange> BreakElements(SyntaxNode owner, IEnumerable<SyntaxNode> elements, SyntaxToken? close)
    {
        var file = owner.Tree.File;
        var outer = ElixirLayout.LineEnd(file) + ElixirLayout.IndentationOfLine(file, owner.Span.Start);
        foreach (var element in elements)
        {
            yield return BreakBefore(element.FirstToken, outer + ElixirLayout.IndentationStep);
        }

        if (close is { } token)
        {
            yield return BreakBefore(token, outer);
        }
    }

    private static TextChange BreakBefore(SyntaxToken token, string lineBreak) =>
        new(TextSpan.FromBounds(token.Tree.GetToken(token.Index - 1).Span.End, token.Span.Start), lineBreak);

    /// <summary>A statement of several lines has empty lines around it.</summary>
    private static IEnumerable<TextChange> SetOff(CallSyntax call, IEnumerable<TextChange> breaks)
    {
        var file = call.Tree.File;
        var siblings = (call.Parent as BodySyntax)?.Expressions ?? [];
        var index = siblings.IndexOf(call);
        var line = ElixirLayout.LineOf(file, call.Span.Start);
        var above = index > 0 ? ElixirLayout.LineOf(file, siblings[index - 1].Span.End) : line;

        // Comments between the two belong to this one.
        if (above < line
            && !ElixirLayout.LineText(file, above + 1).IsWhiteSpace()
            && !ElixirLayout.LineText(file, line - 1).IsWhiteSpace())
        {
            yield return new TextChange(new TextSpan(file.Lines.GetStart(above + 1), 0), ElixirLayout.LineEnd(file));
        }

        foreach (var change in breaks)
        {
            yield return change;
        }

        var hasNext = index >= 0
            && index + 1 < siblings.Length
            && ElixirLayout.LineOf(file, siblings[index + 1].Span.Start) > line;
        if (hasNext && !ElixirLayout.LineText(file, line + 1).IsWhiteSpace())
        {
            yield return new TextChange(new TextSpan(file.Lines.GetStart(line + 1), 0), ElixirLayout.LineEnd(file));
        }
    }

    /// <summary>
    /// <c>config :a, K,</c> with one pair below it that was too long for the line, or that is left of several: where it fits, the
    /// formatter joins them.
    /// </summary>
    private static SourceFile? JoinSinglePair(ElixirSyntaxTree tree, ImmutableArray<TextChange> changes, SourceFile changed)
    {
        var here = FindConfigCall(tree, changes[0].Span.Start);
        if (here is not { Arguments: [_, _, KeywordListSyntax { Pairs: [var pair, ..] pairs }] } call
            || (pairs.Length > 1 && changes.All(change => LeavesPairs(pairs, change)))
            || (pairs.Length == 1 && !IsAloneBelow(call, pair))
            || (pairs.Length == 1 && ElixirLayout.IsOnOneLine(pair) && JoinedWidth(call, pair) <= MaximumWidth))
        {
            return null;
        }

        return FindConfigCall(ElixirParser.Parse(changed), call.Span.Start)
            is { Arguments: [_, _, KeywordListSyntax { Pairs: [var now] }] } callNow
            && IsAloneBelow(callNow, now) && ElixirLayout.IsOnOneLine(now) && JoinedWidth(callNow, now) <= MaximumWidth
            ? Apply(changed, [.. Join(callNow, now)])
            : null;
    }

    /// <summary>Whether a change takes no pair away: it only adds text, or is one of a value.</summary>
    private static bool LeavesPairs(ImmutableArray<KeywordPairSyntax> pairs, TextChange change) =>
        change.Span.IsEmpty || pairs.Any(pair => pair.Value.Span.Contains(change.Span));

    private static IEnumerable<TextChange> Join(CallSyntax call, KeywordPairSyntax pair)
    {
        yield return BreakBefore(pair.FirstToken, " ");
        if (call.HasParentheses)
        {
            yield return new TextChange(TextSpan.FromBounds(pair.Span.End, call.LastToken.Span.Start), "");
        }
    }

    private static bool IsAloneBelow(CallSyntax call, KeywordPairSyntax pair)
    {
        var file = call.Tree.File;
        var last = call.HasParentheses ? call.LastToken : pair.LastToken;
        return ElixirLayout.Indentation(pair) is not null
            && ElixirLayout.LineOf(file, call.Arguments[1].Span.End) == ElixirLayout.LineOf(file, call.Span.Start)
            && !ElixirLayout.HasCommentBetween(call.Tree.GetToken(pair.FirstTokenIndex - 1), last);
    }

    private static int JoinedWidth(CallSyntax call, KeywordPairSyntax pair)
    {
        var file = call.Tree.File;
        var head = file.Content[file.Lines.GetStart(ElixirLayout.LineOf(file, call.Span.Start))..call.Arguments[1].Span.End];
        return Width($"{head}, {pair}{(call.HasParentheses ? ")" : "")}");
    }

    private static CallSyntax? FindConfigCall(ElixirSyntaxTree tree, int offset)
    {
        CallSyntax? found = null;
        for (SyntaxNode? node = tree.Root; node is not null; node = ChildAt(node, offset))
        {
            found = node is CallSyntax { LocalName: "config", DoBlock: null } call ? call : found;
        }

        return found;
    }

    private static SyntaxNode? ChildAt(SyntaxNode node, int offset)
    {
        for (var i = 0; i < node.ChildCount; i++)
        {
            var child = node.GetChild(i);
            if (!child.IsEmpty && child.Span.Start <= offset && offset <= child.Span.End)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>One change that turns a text into another: what differs between their common start and end.</summary>
    private static TextChange Difference(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var most = Math.Min(before.Length, after.Length) - start;
        var same = 0;
        while (same < most && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        return new TextChange(TextSpan.FromBounds(start, before.Length - same), after[start..^same]);
    }
}
