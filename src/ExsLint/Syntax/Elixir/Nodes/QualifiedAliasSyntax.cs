namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>An alias behind a dot: <c>Foo.Bar</c>, <c>__MODULE__.Bar</c>.</summary>
public sealed class QualifiedAliasSyntax : ExpressionSyntax
{
    internal QualifiedAliasSyntax(SyntaxTree tree, ExpressionSyntax left, int nameToken)
        : base(tree, left.FirstTokenIndex, nameToken) => Left = Adopt(left);

    /// <summary>What stands before the dot.</summary>
    public ExpressionSyntax Left { get; }

    /// <summary>The last segment.</summary>
    public SyntaxToken Name => LastToken;

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Left;
}
