using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>What a piece of trivia is.</summary>
public enum SyntaxTriviaKind
{
    /// <summary>Spaces, tabs and other white space within a line.</summary>
    Whitespace,

    /// <summary>One line end: LF, CRLF or CR.</summary>
    EndOfLine,

    /// <summary>A comment, from its mark to the end of its line, line end excluded.</summary>
    Comment,

    /// <summary>A backslash and the line end it hides.</summary>
    LineContinuation,

    /// <summary>A byte order mark.</summary>
    ByteOrderMark,

    /// <summary>Text that its reader cannot make sense of.</summary>
    Skipped,
}

/// <summary>A piece of text between tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is, in 0-based UTF-16 offsets.</param>
public readonly record struct SyntaxTrivia(SyntaxTriviaKind Kind, TextSpan Span);
