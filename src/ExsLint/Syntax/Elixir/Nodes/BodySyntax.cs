using System.Collections.Immutable;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>
/// Expressions in sequence: what stands in a file, between parentheses, behind <c>do</c> or <c>-&gt;</c>, or in an
/// interpolation. Where it holds stab clauses, all of them are <see cref="StabClauseSyntax"/>. May be empty.
/// </summary>
public sealed class BodySyntax : SyntaxNode
{
    internal BodySyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<ExpressionSyntax> expressions)
        : base(tree, firstToken, lastToken)
    {
        Expressions = expressions;
        foreach (var expression in expressions)
        {
            Adopt(expression);
        }
    }

    /// <summary>The expressions, in order.</summary>
    public ImmutableArray<ExpressionSyntax> Expressions { get; }

    /// <summary>Whether the body is made of stab clauses (<c>a -&gt; b</c>).</summary>
    public bool HasClauses => Expressions.Length > 0 && Expressions[0] is StabClauseSyntax;

    /// <inheritdoc/>
    public override int ChildCount => Expressions.Length;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Expressions[index];
}
