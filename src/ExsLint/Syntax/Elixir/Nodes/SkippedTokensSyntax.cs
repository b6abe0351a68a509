namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>Tokens that make no expression; a diagnostic of the tree says why.</summary>
public sealed class SkippedTokensSyntax : ExpressionSyntax
{
    internal SkippedTokensSyntax(SyntaxTree tree, int firstToken, int lastToken)
        : base(tree, firstToken, lastToken)
    {
    }

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}
