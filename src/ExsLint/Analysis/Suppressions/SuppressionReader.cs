using ExsLint.Syntax;

namespace ExsLint.Analysis.Suppressions;

/// <summary>
/// Finds the comments for ExsLint in a tree, and the lines each is for. A file without such a comment costs one search of its
/// text.
/// </summary>
internal sealed class SuppressionReader
{
    private readonly SyntaxTree _tree;
    private readonly StatementLines _statements;
    private readonly List<Suppression> _found = [];

    private SuppressionReader(SyntaxTree tree)
    {
        _tree = tree;
        _statements = StatementLines.Of(tree);
    }

    /// <summary>The comments of a tree, in the order of the text.</summary>
    public static IReadOnlyList<Suppression> Read(SyntaxTree tree)
    {
        var offset = tree.File.Content.IndexOf(SuppressionComment.Prefix, StringComparison.Ordinal);
        if (offset < 0)
        {
            return [];
        }

        var reader = new SuppressionReader(tree);
        reader.ReadFrom(offset);
        return reader._found;
    }

    private void ReadFrom(int offset)
    {
        while (offset >= 0)
        {
            var token = FindToken(offset);
            if (offset < token.Span.Start)
            {
                ReadTrivia(token);
            }

            var next = Math.Max(token.Span.End, offset + 1);
            offset = next < _tree.File.Content.Length
                ? _tree.File.Content.IndexOf(SuppressionComment.Prefix, next, StringComparison.Ordinal)
                : -1;
        }
    }

    /// <summary>The token that an offset lies in, or whose leading trivia it lies in.</summary>
    private SyntaxToken FindToken(int offset)
    {
        var low = 0;
        var high = _tree.TokenCount - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tree.GetToken(middle).Span.End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return _tree.GetToken(low);
    }

    private void ReadTrivia(SyntaxToken token)
    {
        LineRange? below = null;
        var firstAbove = int.MaxValue;
        if (_statements.FindAfter(token) is { } statement)
        {
            below = statement;
            firstAbove = FirstLineAbove(token, statement.First);
        }

        foreach (var trivia in token.LeadingTrivia.Where(trivia => trivia.Kind == SyntaxTriviaKind.Comment))
        {
            if (SuppressionComment.Parse(_tree.File, trivia.Span) is { } comment)
            {
                var line = LineOf(trivia.Span.Start);
                var isAlone = IsBlank(_tree.File.Lines.GetStart(line), trivia.Span.Start);
                var lines = !isAlone ? new LineRange(line, line) : line >= firstAbove ? below : null;
                _found.Add(new Suppression(comment, comment.IsForFile ? null : lines));
            }
        }
    }

    /// <summary>The first of the comment lines that stand above a line with no blank line between.</summary>
    private int FirstLineAbove(SyntaxToken token, int line)
    {
        var limit = LineOf(token.FullSpan.Start);
        while (line > limit && _tree.File.Lines.GetLine(line - 1) is var above && !IsBlank(above.Start, above.End))
        {
            line--;
        }

        return line;
    }

    private int LineOf(int offset) => _tree.File.Lines.GetPosition(offset).Line;

    private bool IsBlank(int start, int end) => _tree.File.Content.AsSpan(start, end - start).Trim(" \t\uFEFF").IsEmpty;
}
