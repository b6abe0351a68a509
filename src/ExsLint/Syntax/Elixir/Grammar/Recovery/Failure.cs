using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>The first thing that a production could not read.</summary>
/// <param name="Token">The token.</param>
/// <param name="Span">What to report, if it is not the token.</param>
/// <param name="Message">What is wrong, null for a token that cannot stand there.</param>
/// <param name="ReadTo">The token at which reading stopped.</param>
internal readonly record struct Failure(int Token, TextSpan? Span, string? Message, int ReadTo)
{
    /// <summary>Whether it follows from a mistake within that was reported.</summary>
    public bool IsReported => Message?.Length == 0;
}
