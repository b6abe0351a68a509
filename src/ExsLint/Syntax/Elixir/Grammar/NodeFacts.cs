using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>What an expression is, to whom the place where it stands allows only some.</summary>
internal static class NodeFacts
{
    /// <summary>Whether it is an atom, in parentheses or not.</summary>
    public static bool IsAtom(ExpressionSyntax node)
    {
        while (node is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var inner] } })
        {
            node = inner;
        }

        return node is LiteralSyntax { Kind: SyntaxKind.Atom or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil }
            || (node is StringLiteralSyntax { Kind: SyntaxKind.QuotedAtomStart } quoted
                && quoted.Parts.All(part => part is StringTextSyntax));
    }

    /// <summary>
    /// Any operand names a struct (before 1.17: names, aliases, atoms and calls only), behind any prefix but <c>&amp;</c>.
    /// </summary>
    public static bool NamesStruct(ExpressionSyntax node, ElixirDialect dialect)
    {
        while (node is UnaryOperatorSyntax unary && (SyntaxKind)unary.FirstToken.RawKind != SyntaxKind.CaptureOperator)
        {
            node = unary.Operand;
        }

        return dialect < ElixirDialect.Elixir117
            ? node is IdentifierSyntax or MemberAccessSyntax or CallSyntax
                    or AliasSyntax or QualifiedAliasSyntax or MultiAliasSyntax
                || (node is not ParenthesizedSyntax && IsAtom(node)
                    && node is not LiteralSyntax { Kind: SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil })
            : node is not UnaryOperatorSyntax;
    }

    /// <summary>Whether it ends with an operator or a call without parentheses, behind its prefixes.</summary>
    public static bool EndsWithOperator(ExpressionSyntax node)
    {
        while (node is UnaryOperatorSyntax unary)
        {
            node = unary.Operand;
        }

        return node is BinaryOperatorSyntax or CallSyntax { HasParentheses: false };
    }

    /// <summary>
    /// Elixir lets <c>%{a => -f b, c}</c> pass, though not <c>%{a => f b, c}</c>: behind a prefix anything goes.
    /// </summary>
    public static bool EndsBehindPrefix(ExpressionSyntax node)
    {
        while (node is BinaryOperatorSyntax binary)
        {
            node = binary.Right;
        }

        return node is UnaryOperatorSyntax;
    }
}
