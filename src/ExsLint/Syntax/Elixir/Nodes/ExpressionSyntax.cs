namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>An Elixir expression. Elixir has nothing but expressions: a config file is a body of them.</summary>
public abstract class ExpressionSyntax : SyntaxNode
{
    private protected ExpressionSyntax(SyntaxTree tree, int firstToken, int lastToken)
        : base(tree, firstToken, lastToken)
    {
    }
}
