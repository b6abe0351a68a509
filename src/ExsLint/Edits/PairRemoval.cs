using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Takes a pair out of keywords. What cannot be taken out without a loss, or without leaving a comment astray, stays.</summary>
internal static class PairRemoval
{
    public static ImmutableArray<TextChange> Remove(ExpressionSyntax pair)
    {
        var siblings = pair.Parent is { } parent ? ElixirPairs.ElementsOf(parent).ToList() : [];
        var index = siblings.IndexOf(pair);
        if (index < 0 || ElixirPairs.ValueOf(pair) is null || siblings[^1] is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.PipeOperator })
        {
            return default;
        }

        var changes = siblings.Count == 1 ? RemoveOnly(pair) : IsAlone(pair) ? RemoveLines(pair, siblings, index) : RemoveInline(pair, siblings, index);
        return changes.IsDefault ? default : LineBreaks.Fit((ElixirSyntaxTree)pair.Tree, changes);
    }

    /// <summary>An empty list stays an empty list; keywords without brackets go with their call.</summary>
    private static ImmutableArray<TextChange> RemoveOnly(ExpressionSyntax pair)
    {
        switch (pair.Parent)
        {
            case ListSyntax list when !HasOtherComments(list, pair):
                return [new TextChange(TextSpan.FromBounds(list.FirstToken.Span.End, list.LastToken.Span.Start), "")];
            case KeywordListSyntax { Parent: CallSyntax { LocalName: "config", DoBlock: null } call }
                when StatementEdits.IsStatement(call) && IsAlone(call) && IsDispensable(call) && !HasOtherComments(call, pair):
                return [new TextChange(SpanOfLines(call, isFirst: IsFirst(call)), "")];
            default:
                return default;
        }
    }

    /// <summary>The pair has lines of its own, which go, with the comments that are plainly about it.</summary>
    private static ImmutableArray<TextChange> RemoveLines(ExpressionSyntax pair, List<ExpressionSyntax> siblings, int index)
    {
        var lines = new TextChange(SpanOfLines(pair, isFirst: index == 0), "");
        if (index < siblings.Count - 1)
        {
            return [lines];
        }

        // Without brackets, nothing would stand behind a comment that stays: the formatter moves it out of the call.
        var hasOrphans = FirstLine(pair, isFirst: false) == LineOf(pair) && ElixirLayout.HasCommentBetween(siblings[index - 1].LastToken, pair.FirstToken);
        if (pair.Parent is KeywordListSyntax && hasOrphans)
        {
            return default;
        }

        var comma = pair.Tree.GetToken(siblings[index - 1].LastTokenIndex + 1);
        return HasTrailingComma(pair) ? [lines] : [new TextChange(comma.Span, ""), lines];
    }

    private static ImmutableArray<TextChange> RemoveInline(ExpressionSyntax pair, List<ExpressionSyntax> siblings, int index)
    {
        var isLast = index == siblings.Count - 1;
        var (first, last) = index > 0 ? (siblings[index - 1], pair) : (pair, siblings[1]);
        if (ElixirLayout.HasCommentBetween(first.LastToken, last.FirstToken)
            || (!isLast && index > 0 && ElixirLayout.HasCommentBetween(pair.LastToken, pair.Tree.GetToken(pair.LastTokenIndex + 1)))
            || HasCommentBehind(pair))
        {
            return default;
        }

        return index > 0
            ? [new TextChange(TextSpan.FromBounds(first.Span.End, pair.Span.End), "")]
            : [new TextChange(TextSpan.FromBounds(pair.Span.Start, last.Span.Start), "")];
    }

    /// <summary>Whether nothing else stands on the lines of a node, but for a comma and a comment behind it.</summary>
    private static bool IsAlone(SyntaxNode node) =>
        ElixirLayout.Indentation(node) is not null && RestOfLine(node).TrimStart(',').TrimStart() is "" or ['#', ..];

    private static bool HasCommentBehind(SyntaxNode node) => RestOfLine(node).TrimStart(',').TrimStart().StartsWith("#");

    private static ReadOnlySpan<char> RestOfLine(SyntaxNode node)
    {
        var file = node.Tree.File;
        var line = file.Lines.GetLine(ElixirLayout.LineOf(file, node.Span.End));
        return file.Content.AsSpan(node.Span.End, line.End - node.Span.End).TrimStart();
    }

    private static bool HasTrailingComma(SyntaxNode node) =>
        (SyntaxKind)node.Tree.GetToken(node.LastTokenIndex + 1).RawKind == SyntaxKind.Comma;

    /// <summary>Whether a node has comments that would go with it though they are not plainly about a pair in it.</summary>
    private static bool HasOtherComments(SyntaxNode node, ExpressionSyntax pair)
    {
        var before = TokenBefore(pair)!.Value;
        var own = LineOf(pair) - FirstLine(pair, isFirst: true);
        var isTop = FirstLine(pair, isFirst: true) == ElixirLayout.LineOf(pair.Tree.File, before.Span.End) + 1;
        return ElixirLayout.HasCommentBetween(node.FirstToken, before)
            || (ElixirLayout.HasCommentBetween(before, pair.FirstToken) && !(own > 0 && isTop))
            || (node.LastTokenIndex > pair.LastTokenIndex && ElixirLayout.HasCommentBetween(pair.LastToken, node.LastToken));
    }

    private static bool IsFirst(CallSyntax call) => call.Parent is BodySyntax body && body.Expressions[0] == call;

    /// <summary>
    /// Whether a file is still one without a call: one that configures nothing, and whose last value is a list, has that list for its
    /// configuration (<c>Config.__eval__!</c>).
    /// </summary>
    private static bool IsDispensable(CallSyntax call)
    {
        var statements = ((ElixirSyntaxTree)call.Tree).Root.Body.Expressions.Where(statement => statement != call).ToList();
        return statements.Exists(statement => statement is CallSyntax { LocalName: "config", Arguments.Length: > 1 })
            || statements.TrueForAll(statement => statement is CallSyntax { LocalName: "import" or "use" });
    }

    /// <summary>
    /// The lines of a node and of its own comments, and the blank lines that would be one too many: two in a row, or one beside a
    /// bracket, <c>end</c>, or the end of the file.
    /// </summary>
    private static TextSpan SpanOfLines(SyntaxNode node, bool isFirst)
    {
        var file = node.Tree.File;
        var first = FirstLine(node, isFirst);
        var last = ElixirLayout.LineOf(file, node.Span.End);
        var count = file.Lines.Count;
        var next = last + 1;
        while (next < count && IsBlank(node, next))
        {
            next++;
        }

        var isAtEnd = next == count || ElixirLayout.LineText(file, next).TrimStart() is [']' or ')' or '}', ..] or "end" or "else";
        if (next - 1 > last && (isFirst || IsBlank(node, first - 1)) && next < count)
        {
            last = next - 1;
        }

        while (isAtEnd && first > 0 && IsBlank(node, first - 1))
        {
            first--;
        }

        // The last line has no line end to take away but the one before it.
        return last + 1 < count
            ? TextSpan.FromBounds(file.Lines.GetStart(first), file.Lines.GetStart(last + 1))
            : TextSpan.FromBounds(first == 0 ? 0 : file.Lines.GetLine(first - 1).End, file.Lines.GetLine(last).End);
    }

    /// <summary>
    /// The first line of a node, or of the comment right above it in its indentation, if a blank line or the start of the list or the
    /// block is above that: else it may be about what is above.
    /// </summary>
    private static int FirstLine(SyntaxNode node, bool isFirst)
    {
        var file = node.Tree.File;
        var indentation = ElixirLayout.Indentation(node);
        var line = LineOf(node);
        var start = line;
        while (indentation is not null && start > 0 && IsComment(ElixirLayout.LineText(file, start - 1), indentation))
        {
            start--;
        }

        var top = TokenBefore(node) is { } before ? ElixirLayout.LineOf(file, before.Span.End) : -1;
        return start < line && ((start > 0 && IsBlank(node, start - 1)) || (isFirst && start - 1 == top)) ? start : line;
    }

    /// <summary>The token before a node, line ends passed over; null at the start of the file.</summary>
    private static SyntaxToken? TokenBefore(SyntaxNode node)
    {
        var index = node.FirstTokenIndex - 1;
        while (index >= 0 && (SyntaxKind)node.Tree.GetToken(index).RawKind == SyntaxKind.EndOfLine)
        {
            index--;
        }

        return index < 0 ? null : node.Tree.GetToken(index);
    }

    private static bool IsComment(ReadOnlySpan<char> line, string indentation) =>
        line.StartsWith(indentation, StringComparison.Ordinal) && line[indentation.Length..].StartsWith("#");

    private static bool IsBlank(SyntaxNode node, int line) => line >= 0 && ElixirLayout.LineText(node.Tree.File, line).IsWhiteSpace();

    private static int LineOf(SyntaxNode node) => ElixirLayout.LineOf(node.Tree.File, node.Span.Start);
}
