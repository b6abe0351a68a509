using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Systemd;

/// <summary>Tells the pieces between two tokens of a unit file apart.</summary>
internal static class UnitTrivia
{
    public static IEnumerable<SyntaxTrivia> Split(string content, TextSpan span)
    {
        var offset = span.Start;
        while (offset < span.End)
        {
            var kind = Classify(content.AsSpan(offset, span.End - offset), out var length);
            yield return new SyntaxTrivia(kind, new TextSpan(offset, length));
            offset += length;
        }
    }

    private static SyntaxTriviaKind Classify(ReadOnlySpan<char> rest, out int length)
    {
        length = 1;
        switch (rest[0])
        {
            case '\n' or '\r' or '\0':
                length = LineEndLength(rest);
                return SyntaxTriviaKind.EndOfLine;
            case '#' or ';':
                length = LengthUntil(rest, rest.IndexOfAny('\n', '\r', '\0'));
                return SyntaxTriviaKind.Comment;
            case '\\':
                length = 1 + LineEndLength(rest[1..]);
                return SyntaxTriviaKind.LineContinuation;
            case '\uFEFF':
                return SyntaxTriviaKind.ByteOrderMark;
            case ' ' or '\t':
                length = LengthUntil(rest, rest.IndexOfAnyExcept(' ', '\t'));
                return SyntaxTriviaKind.Whitespace;
            default:
                return SyntaxTriviaKind.Skipped;
        }
    }

    private static int LengthUntil(ReadOnlySpan<char> rest, int end) => end < 0 ? rest.Length : end;

    private static int LineEndLength(ReadOnlySpan<char> text) =>
        text.StartsWith("\r\n") ? 2 : text.Length > 0 && text[0] is '\n' or '\r' or '\0' ? 1 : 0;
}
