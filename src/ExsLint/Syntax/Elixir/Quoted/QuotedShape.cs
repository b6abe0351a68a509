using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>How nodes look to Elixir: which parentheses tell nothing, and what is a negation.</summary>
internal static class QuotedShape
{
    /// <summary>What stands within parentheses that tell nothing.</summary>
    public static ExpressionSyntax StripParentheses(ExpressionSyntax node)
    {
        while (node is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var inner] } }
            && !IsNegation(inner)
            && !IsUnquoteSplicing(inner))
        {
            node = inner;
        }

        return node;
    }

    /// <summary>Whether the term is <c>unquote_splicing(x)</c>.</summary>
    public static bool IsUnquoteSplicing(ExpressionSyntax node) =>
        node is CallSyntax { LocalName: "unquote_splicing" } call
        && call.Arguments.Length + (call.DoBlock is null ? 0 : 1) == 1;

    /// <summary>Whether an operator <c>in</c> is written <c>not in</c>.</summary>
    public static bool IsNotIn(BinaryOperatorSyntax node) => node.OperatorToken.TextSpanOf[0] == 'n';

    /// <summary>The operator of a negation; null for any other term.</summary>
    public static string? NegationOf(ExpressionSyntax node) =>
        node is UnaryOperatorSyntax { OperatorToken.Text: "not" or "!" } unary ? unary.OperatorToken.Text : null;

    /// <summary>Whether the term is <c>not(..)</c> or <c>!(..)</c>, however it is written.</summary>
    public static bool IsNegation(ExpressionSyntax node)
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
