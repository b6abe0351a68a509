namespace ExsLint.Syntax.Systemd.Nodes;

/// <summary>A line without <c>=</c> that is no section header; systemd ignores it.</summary>
public sealed class UnknownLineSyntax : UnitLineSyntax
{
    internal UnknownLineSyntax(SyntaxTree tree, int firstToken, int lastToken)
        : base(tree, firstToken, lastToken)
    {
    }
}
