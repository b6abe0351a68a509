using ExsLint.Syntax;
using ExsLint.Text;

namespace ExsLint.Edits;

/// <summary>How a file is laid out: its line ends, and what stands around a node on its lines.</summary>
internal static class ElixirLayout
{
    /// <summary>One step of indentation, as <c>mix format</c> indents.</summary>
    public const string IndentationStep = "  ";

    /// <summary>The line end the file uses: that of its first line.</summary>
    public static string LineEnd(SourceFile file)
    {
        var first = file.Content.IndexOf('\n', StringComparison.Ordinal);
        return first > 0 && file.Content[first - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>The white space before a node that starts its line, else null.</summary>
    public static string? Indentation(SyntaxNode node)
    {
        var before = BeforeOnLine(node.Tree.File, node.Span.Start);
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    /// <summary>The white space that the line of an offset starts with.</summary>
    public static string IndentationOfLine(SourceFile file, int offset)
    {
        var before = BeforeOnLine(file, offset);
        return before[..(before.Length - before.TrimStart().Length)];
    }

    /// <summary>The 0-based number of the line of an offset.</summary>
    public static int LineOf(SourceFile file, int offset) => file.Lines.GetPosition(offset).Line;

    /// <summary>Whether a node starts and ends on one line.</summary>
    public static bool IsOnOneLine(SyntaxNode node) =>
        LineOf(node.Tree.File, node.Span.Start) == LineOf(node.Tree.File, node.Span.End);

    /// <summary>Whether a comment stands within a node.</summary>
    public static bool HasCommentWithin(SyntaxNode node) => HasCommentBetween(node.FirstToken, node.LastToken);

    /// <summary>Whether a comment stands behind a token and before another.</summary>
    public static bool HasCommentBetween(SyntaxToken first, SyntaxToken last)
    {
        for (var i = first.Index + 1; i <= last.Index; i++)
        {
            if (HasCommentBefore(first.Tree.GetToken(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a comment stands between a token and the one before it.</summary>
    public static bool HasCommentBefore(SyntaxToken token) =>
        token.LeadingTrivia.Any(trivia => trivia.Kind == SyntaxTriviaKind.Comment);

    /// <summary>The text of a 0-based line without its line end; empty beyond the last line.</summary>
    public static ReadOnlySpan<char> LineText(SourceFile file, int line)
    {
        if (line < 0 || line >= file.Lines.Count)
        {
            return default;
        }

        var span = file.Lines.GetLine(line);
        return file.Content.AsSpan(span.Start, span.Length);
    }

    private static string BeforeOnLine(SourceFile file, int offset) =>
        file.Content[file.Lines.GetStart(LineOf(file, offset))..offset];
}
