namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>
/// <c>a.b</c>, <c>a."b c"</c>, <c>a.+</c>: alone a remote call without arguments, else the callee of a <see cref="CallSyntax"/>.
/// Without a name (<c>f.</c> in <c>f.(x)</c>) only a callee.
/// </summary>
public sealed class MemberAccessSyntax : ExpressionSyntax
{
    private readonly int _dot;
    private readonly int _name;

    internal MemberAccessSyntax(
        SyntaxTree tree, ExpressionSyntax left, int dotToken, int? nameToken, StringLiteralSyntax? quotedName)
        : base(tree, left.FirstTokenIndex, quotedName?.LastTokenIndex ?? nameToken ?? dotToken)
    {
        Left = Adopt(left);
        _dot = dotToken;
        _name = nameToken ?? -1;
        QuotedName = Adopt(quotedName);
    }

    /// <summary>What stands before the dot.</summary>
    public ExpressionSyntax Left { get; }

    /// <summary>The dot.</summary>
    public SyntaxToken Dot => Tree.GetToken(_dot);

    /// <summary>The name behind the dot, null if it is quoted or missing.</summary>
    public SyntaxToken? NameToken => _name < 0 ? null : Tree.GetToken(_name);

    /// <summary>The name behind the dot where it is quoted.</summary>
    public StringLiteralSyntax? QuotedName { get; }

    /// <inheritdoc/>
    public override int ChildCount => QuotedName is null ? 1 : 2;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index == 0 ? Left : QuotedName!;
}
