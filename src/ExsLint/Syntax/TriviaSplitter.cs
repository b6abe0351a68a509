using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>Tells the pieces of trivia apart. Done on demand: most trivia is never asked for.</summary>
internal static class TriviaSplitter
{
    /// <summary>Splits a span of trivia; <paramref name="commentStarts"/> are the characters that start a comment.</summary>
    public static IEnumerable<SyntaxTrivia> Split(string content, TextSpan span, string commentStarts)
    {
        var offset = span.Start;
        while (offset < span.End)
        {
            var kind = Classify(content, offset, span.End, commentStarts, out var length);
            yield return new SyntaxTrivia(kind, new TextSpan(offset, length));
            offset += length;
        }
    }

    private static SyntaxTriviaKind Classify(string content, int offset, int end, string commentStarts, out int length)
    {
        var rest = content.AsSpan(offset, end - offset);
        length = LineEndLength(rest);
        if (length > 0)
        {
            return SyntaxTriviaKind.EndOfLine;
        }

        if (commentStarts.Contains(rest[0], StringComparison.Ordinal))
        {
            var lineEnd = rest.IndexOfAny('\n', '\r');
            length = lineEnd < 0 ? rest.Length : lineEnd;
            return SyntaxTriviaKind.Comment;
        }

        if (rest[0] == '\\' && LineEndLength(rest[1..]) is > 0 and var hidden)
        {
            length = 1 + hidden;
            return SyntaxTriviaKind.LineContinuation;
        }

        if (rest[0] == '\uFEFF')
        {
            length = 1;
            return SyntaxTriviaKind.ByteOrderMark;
        }

        return ClassifyRun(rest, commentStarts, out length);
    }

    private static SyntaxTriviaKind ClassifyRun(ReadOnlySpan<char> rest, string commentStarts, out int length)
    {
        var isSpace = char.IsWhiteSpace(rest[0]);
        length = 1;
        while (length < rest.Length
            && rest[length] is not ('\n' or '\r' or '\\' or '\uFEFF')
            && !commentStarts.Contains(rest[length], StringComparison.Ordinal)
            && char.IsWhiteSpace(rest[length]) == isSpace)
        {
            length++;
        }

        return isSpace ? SyntaxTriviaKind.Whitespace : SyntaxTriviaKind.Skipped;
    }

    private static int LineEndLength(ReadOnlySpan<char> text) =>
        text.StartsWith("\r\n") ? 2 : text.Length > 0 && text[0] is '\n' or '\r' ? 1 : 0;
}
