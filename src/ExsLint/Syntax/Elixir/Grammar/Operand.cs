using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>Elixir tells three classes of expressions apart, so that do-blocks and commas belong to the right call.</summary>
internal enum ExpressionClass
{
    /// <summary><c>f(a)</c>, <c>f a</c>, <c>a + b</c>: stands anywhere.</summary>
    Matched,

    /// <summary><c>f a do .. end</c>: ends with a do-block somewhere; no argument of a call without parentheses.</summary>
    Unmatched,

    /// <summary><c>f a, b</c>: swallows every comma that follows.</summary>
    NoParens,
}

/// <summary>An expression and what may be done with it.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Class">Its class.</param>
/// <param name="IsAccess">Whether <c>[key]</c> may follow.</param>
internal readonly record struct Operand(ExpressionSyntax Node, ExpressionClass Class, bool IsAccess);

/// <summary>An operator that waits for its right operand to be complete.</summary>
internal readonly record struct PendingOperator(int Token, SyntaxKind Kind, int Precedence, bool IsPrefix);

/// <summary>Arguments without parentheses, and what they make of the call.</summary>
internal readonly record struct NoParensArguments(
    System.Collections.Immutable.ImmutableArray<ExpressionSyntax> Arguments,
    ExpressionClass Class);
