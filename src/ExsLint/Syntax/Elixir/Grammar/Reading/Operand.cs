using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar.Reading;

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

/// <summary>What the calls of an expression may have: it depends on what stands around it.</summary>
[Flags]
internal enum CallForms
{
    /// <summary>Names and calls with parentheses only: in the name of a struct.</summary>
    Plain = 0,

    /// <summary>Arguments without parentheses: in the arguments of a call whose do-block it may be that follows.</summary>
    NoParens = 1,

    /// <summary>Do-blocks of their own as well.</summary>
    DoBlocks = 2 | NoParens,
}

/// <summary>An expression and what may be done with it.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Class">Its class.</param>
/// <param name="IsAccess">Whether <c>[key]</c> may follow.</param>
internal readonly record struct Operand(ExpressionSyntax Node, ExpressionClass Class, bool IsAccess)
{
    /// <summary>An operand that stands anywhere, and that <c>[key]</c> may follow.</summary>
    public static Operand Access(ExpressionSyntax node) => new(node, ExpressionClass.Matched, IsAccess: true);
}

/// <summary>An operator that waits for its right operand to be complete.</summary>
internal readonly record struct PendingOperator(int Token, SyntaxKind Kind, int Precedence, bool IsPrefix);
