using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>What is wrong with the text itself. Errors of the text are data: a tree always comes back.</summary>
/// <param name="Span">The place, in 0-based UTF-16 offsets.</param>
/// <param name="Message">One sentence for a person, without the place.</param>
/// <param name="IsError">False where the text is accepted by its own reader, but not what was meant (an unknown section,
/// say).</param>
public sealed record SyntaxDiagnostic(TextSpan Span, string Message, bool IsError = true)
{
    /// <summary>Another place that explains the error, such as where the bracket was opened; null if there is none.</summary>
    public SyntaxNote? Note { get; init; }
}

/// <summary>A place that explains an error.</summary>
/// <param name="Span">The place, in 0-based UTF-16 offsets.</param>
/// <param name="Message">What it has to do with the error; a sentence with a full stop.</param>
public sealed record SyntaxNote(TextSpan Span, string Message);
