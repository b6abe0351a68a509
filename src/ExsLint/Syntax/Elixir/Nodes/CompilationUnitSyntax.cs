namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>A whole file: its body and the end-of-file token.</summary>
public sealed class CompilationUnitSyntax : SyntaxNode
{
    internal CompilationUnitSyntax(SyntaxTree tree, int lastToken, BodySyntax body)
        : base(tree, 0, lastToken) => Body = Adopt(body);

    /// <summary>The expressions of the file.</summary>
    public BodySyntax Body { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Body;
}
