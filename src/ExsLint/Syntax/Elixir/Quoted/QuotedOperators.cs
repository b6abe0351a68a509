using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>Operators as terms.</summary>
internal sealed class QuotedOperators(QuotedSteps steps)
{
    /// <summary>Adds an operator.</summary>
    public void Add(ExpressionSyntax node)
    {
        switch (node)
        {
            case UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.TernaryOperator } unary:
                // '&//2' captures the division: Elixir reads '//' here as two slashes.
                steps.Add("{\"t\":[{\"a\":\"/\"},[],[{\"t\":[{\"a\":\"/\"},[],{\"a\":\"nil\"}]},");
                steps.Add(unary.Operand);
                steps.Add("]]}");
                break;
            case UnaryOperatorSyntax unary:
                steps.AddCall(unary.OperatorToken.Text, [unary.Operand]);
                break;
            case CaptureArgumentSyntax capture:
                steps.AddCall("&", [capture.Index]);
                break;
            case AccessSyntax access:
                steps.Add("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"Elixir.Access\"},{\"a\":\"get\"}]]},[],[");
                steps.Add(access.Target);
                steps.Add(",");
                steps.Add(access.Key);
                steps.Add("]]}");
                break;
            case BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator } membership:
                AddIn(membership);
                break;
            case BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.TernaryOperator } step
                when QuotedShape.StripParentheses(step.Left) is BinaryOperatorSyntax range:
                steps.AddCall("..//", [range.Left, range.Right, step.Right]);
                break;
            case BinaryOperatorSyntax binary:
                steps.AddCall(binary.OperatorToken.Text, [binary.Left, binary.Right]);
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
    private void AddIn(BinaryOperatorSyntax last)
    {
        var chain = new List<BinaryOperatorSyntax>();
        ExpressionSyntax left = last;
        while (left is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator } link)
        {
            chain.Add(link);
            left = link.Left;
        }

        chain.Reverse();
        var negation = QuotedShape.NegationOf(left);
        var innermost = negation is null ? left : ((UnaryOperatorSyntax)left).Operand;

        // For each link: the negation around its left side that stays there, because 'not in' brings its own.
        var inner = new string?[chain.Count];
        for (var i = 0; i < chain.Count; i++)
        {
            if (QuotedShape.IsNotIn(chain[i]))
            {
                inner[i] = negation;
                negation = "not";
            }
        }

        AddOpening(negation);
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            steps.Add("{\"t\":[{\"a\":\"in\"},[],[");
            AddOpening(inner[i]);
        }

        steps.Add(innermost);
        for (var i = 0; i < chain.Count; i++)
        {
            steps.Add(inner[i] is null ? "," : "]]},");
            steps.Add(chain[i].Right);
            steps.Add("]]}");
        }

        steps.Add(negation is null ? "" : "]]}");
    }

    private void AddOpening(string? negation)
    {
        if (negation is not null)
        {
            steps.Add("{\"t\":[");
            steps.AddAtom(negation);
            steps.Add(",[],[");
        }
    }
}
