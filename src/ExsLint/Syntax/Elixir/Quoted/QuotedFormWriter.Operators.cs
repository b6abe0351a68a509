using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <content>Operators.</content>
internal sealed partial class QuotedFormWriter
{
    private void ExpandOperator(ExpressionSyntax node)
    {
        switch (node)
        {
            case UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.TernaryOperator } unary:
                // '&//2' captures the division: Elixir reads '//' here as two slashes.
                Emit("{\"t\":[{\"a\":\"/\"},[],[{\"t\":[{\"a\":\"/\"},[],{\"a\":\"nil\"}]},");
                Emit(unary.Operand);
                Emit("]]}");
                break;
            case UnaryOperatorSyntax unary:
                EmitCall(unary.OperatorToken.Text, [unary.Operand]);
                break;
            case CaptureArgumentSyntax capture:
                EmitCall("&", [capture.Index]);
                break;
            case AccessSyntax access:
                Emit("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"Elixir.Access\"},{\"a\":\"get\"}]]},[],[");
                Emit(access.Target);
                Emit(",");
                Emit(access.Key);
                Emit("]]}");
                break;
            case BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator } membership:
                ExpandIn(membership);
                break;
            case BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.TernaryOperator } step
                when StripParentheses(step.Left) is BinaryOperatorSyntax range:
                EmitCall("..//", [range.Left, range.Right, step.Right]);
                break;
            case BinaryOperatorSyntax binary:
                EmitCall(binary.OperatorToken.Text, [binary.Left, binary.Right]);
                break;
            default:
                throw new InvalidOperationException($"No quoted form for {node.GetType().Name}.");
        }
    }

    /// <summary>
    /// A chain of <c>in</c> and <c>not in</c>. <c>a not in b</c> is <c>not(a in b)</c>, and <c>in</c> behind a negation goes
    /// inside it: <c>!a in b</c> is <c>!(a in b)</c>. The chain leans to the left, so it is taken from its far end, without
    /// recursion.
    /// </summary>
    private void ExpandIn(BinaryOperatorSyntax last)
    {
        var chain = new List<BinaryOperatorSyntax>();
        ExpressionSyntax left = last;
        while (left is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator } link)
        {
            chain.Add(link);
            left = link.Left;
        }

        chain.Reverse();
        var negation = NegationOf(left);
        var innermost = negation is null ? left : ((UnaryOperatorSyntax)left).Operand;

        // For each link: the negation around its left side that stays there, because 'not in' brings its own.
        var inner = new string?[chain.Count];
        for (var i = 0; i < chain.Count; i++)
        {
            if (IsNotIn(chain[i]))
            {
                inner[i] = negation;
                negation = "not";
            }
        }

        EmitOpening(negation);
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            Emit("{\"t\":[{\"a\":\"in\"},[],[");
            EmitOpening(inner[i]);
        }

        Emit(innermost);
        for (var i = 0; i < chain.Count; i++)
        {
            Emit(inner[i] is null ? "," : "]]},");
            Emit(chain[i].Right);
            Emit("]]}");
        }

        Emit(negation is null ? "" : "]]}");
    }

    private void EmitOpening(string? negation)
    {
        if (negation is not null)
        {
            Emit("{\"t\":[");
            EmitAtom(negation);
            Emit(",[],[");
        }
    }

    private static bool IsNotIn(BinaryOperatorSyntax node) => node.OperatorToken.TextSpanOf[0] == 'n';

    private static string? NegationOf(ExpressionSyntax node) =>
        node is UnaryOperatorSyntax { OperatorToken.Text: "not" or "!" } unary ? unary.OperatorToken.Text : null;

    /// <summary>Whether the term is <c>not(..)</c> or <c>!(..)</c>, however it is written.</summary>
    private static bool IsNegation(ExpressionSyntax node)
    {
        while (node is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator } link)
        {
            if (IsNotIn(link))
            {
                return true;
            }

            node = link.Left;
        }

        return NegationOf(node) is not null;
    }
}
