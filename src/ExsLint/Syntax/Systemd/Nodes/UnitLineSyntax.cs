using ExsLint.Syntax.Systemd.Language;

namespace ExsLint.Syntax.Systemd.Nodes;

/// <summary>A logical line of a unit file that is no section header, with its line end.</summary>
public abstract class UnitLineSyntax : SyntaxNode
{
    private protected UnitLineSyntax(SyntaxTree tree, int firstToken, int lastToken)
        : base(tree, firstToken, lastToken)
    {
    }

    /// <summary>The line end, or null if the file ends before one.</summary>
    public SyntaxToken? EndOfLine => LastToken is { RawKind: (int)UnitSyntaxKind.EndOfLine } token ? token : null;

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}
