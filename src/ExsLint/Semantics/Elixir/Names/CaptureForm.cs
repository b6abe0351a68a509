using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>
/// How <c>&amp;</c> is used: to capture, or for an argument of a capture. <c>&amp;1</c> and <c>&amp;(1)</c> are the same.
/// </summary>
internal static class CaptureForm
{
    /// <summary>More arguments than this no function has.</summary>
    public const int MaximumArity = 255;

    /// <summary>
    /// The number of an argument, at most one more than <see cref="MaximumArity"/>; null where an expression is no such argument.
    /// </summary>
    public static int? ArgumentOf(SyntaxNode node) => node switch
    {
        CaptureArgumentSyntax argument => NumberOf(argument.Index),
        UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.CaptureOperator } capture
            when Unwrap(capture.Operand) is LiteralSyntax { Kind: SyntaxKind.Integer } index => NumberOf(index),
        _ => null,
    };

    /// <summary>
    /// The function that a capture names: <c>&amp;f/1</c>, <c>&amp;Mod.f/1</c>; without a callee for <c>&amp;//2</c>. Null for
    /// any other.
    /// </summary>
    public static (ExpressionSyntax? Callee, int Arity)? FunctionOf(UnaryOperatorSyntax capture) => Unwrap(capture.Operand) switch
    {
        BinaryOperatorSyntax { Right: var right } named when named.OperatorToken.TextSpanOf is "/"
            && Unwrap(right) is LiteralSyntax { Kind: SyntaxKind.Integer } arity
            && CalleeOf(Unwrap(named.Left)) is { } callee => (callee, NumberOf(arity)),
        UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.TernaryOperator, Operand: LiteralSyntax number }
            when number.Kind == SyntaxKind.Integer => (null, NumberOf(number)),
        _ => null,
    };

    /// <summary>What names a function in front of its arity; <c>Mod.f()</c> is the same as <c>Mod.f</c>.</summary>
    private static ExpressionSyntax? CalleeOf(ExpressionSyntax named) => named switch
    {
        IdentifierSyntax or MultiAliasSyntax => named,
        MemberAccessSyntax member when IsNamed(member) => member,
        CallSyntax { Callee: MemberAccessSyntax member, Arguments.IsEmpty: true, DoBlock: null } when IsNamed(member) => member,
        _ => null,
    };

    /// <summary>
    /// Whether a number stands behind a space (<c>&amp; 1 + 2</c>): one version reads an argument there that others do not.
    /// </summary>
    public static bool IsApart(SyntaxNode part) => part is UnaryOperatorSyntax capture
        && capture.Operand.FirstToken is { RawKind: (int)SyntaxKind.Integer } number
        && number.Span.Start > capture.OperatorToken.Span.End;

    /// <summary>What stands within parentheses around one expression.</summary>
    public static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var only] } })
        {
            expression = only;
        }

        return expression;
    }

    /// <summary>
    /// The parts of a captured expression that stand for arguments, and the captures within it; neither is looked into.
    /// </summary>
    public static IEnumerable<SyntaxNode> PartsOf(ExpressionSyntax captured)
    {
        var pending = new Stack<SyntaxNode>([captured]);
        while (pending.TryPop(out var node))
        {
            if (node is CaptureArgumentSyntax or UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.CaptureOperator })
            {
                yield return node;
                continue;
            }

            for (var i = node.ChildCount - 1; i >= 0; i--)
            {
                pending.Push(node.GetChild(i));
            }
        }
    }

    private static bool IsNamed(MemberAccessSyntax member) => member.NameToken is not null || member.QuotedName is not null;

    private static int NumberOf(LiteralSyntax index) =>
        LiteralValue.GetInteger(index) is var number && number <= MaximumArity ? (int)number : MaximumArity + 1;
}
