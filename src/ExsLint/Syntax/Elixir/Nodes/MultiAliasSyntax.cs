namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary><c>Foo.{Bar, Baz}</c></summary>
public sealed class MultiAliasSyntax : ExpressionSyntax
{
    internal MultiAliasSyntax(SyntaxTree tree, ExpressionSyntax left, TupleSyntax members)
        : base(tree, left.FirstTokenIndex, members.LastTokenIndex)
    {
        Left = Adopt(left);
        Members = Adopt(members);
    }

    /// <summary>What stands before the dot.</summary>
    public ExpressionSyntax Left { get; }

    /// <summary>What stands between the braces, braces included.</summary>
    public TupleSyntax Members { get; }

    /// <inheritdoc/>
    public override int ChildCount => 2;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index == 0 ? Left : Members;
}
