namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>An operator before its operand: <c>-a</c>, <c>not a</c>, <c>&amp;f/1</c>, <c>@a</c>, <c>...a</c>.</summary>
public sealed class UnaryOperatorSyntax : ExpressionSyntax
{
    internal UnaryOperatorSyntax(SyntaxTree tree, int operatorToken, ExpressionSyntax operand)
        : base(tree, operatorToken, operand.LastTokenIndex) => Operand = Adopt(operand);

    /// <summary>The operator.</summary>
    public SyntaxToken OperatorToken => FirstToken;

    /// <summary>The operand.</summary>
    public ExpressionSyntax Operand { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Operand;
}

/// <summary>
/// An operator between two operands, <c>=&gt;</c>, <c>::</c>, <c>|</c> and <c>not in</c> (one token) among them.
/// </summary>
public sealed class BinaryOperatorSyntax : ExpressionSyntax
{
    private readonly int _operator;

    internal BinaryOperatorSyntax(SyntaxTree tree, ExpressionSyntax left, int operatorToken, ExpressionSyntax right)
        : base(tree, left.FirstTokenIndex, right.LastTokenIndex)
    {
        Left = Adopt(left);
        _operator = operatorToken;
        Right = Adopt(right);
    }

    /// <summary>The left operand.</summary>
    public ExpressionSyntax Left { get; }

    /// <summary>The operator.</summary>
    public SyntaxToken OperatorToken => Tree.GetToken(_operator);

    /// <summary>The right operand.</summary>
    public ExpressionSyntax Right { get; }

    /// <inheritdoc/>
    public override int ChildCount => 2;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index == 0 ? Left : Right;
}

/// <summary><c>&amp;1</c>: an argument of a capture.</summary>
public sealed class CaptureArgumentSyntax : ExpressionSyntax
{
    internal CaptureArgumentSyntax(SyntaxTree tree, int firstToken, LiteralSyntax index)
        : base(tree, firstToken, index.LastTokenIndex) => Index = Adopt(index);

    /// <summary>The argument's number, from 1.</summary>
    public LiteralSyntax Index { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Index;
}

/// <summary><c>a[b]</c></summary>
public sealed class AccessSyntax : ExpressionSyntax
{
    internal AccessSyntax(SyntaxTree tree, int lastToken, ExpressionSyntax target, ExpressionSyntax key)
        : base(tree, target.FirstTokenIndex, lastToken)
    {
        Target = Adopt(target);
        Key = Adopt(key);
    }

    /// <summary>What is looked into.</summary>
    public ExpressionSyntax Target { get; }

    /// <summary>What stands between the brackets; keywords are a <see cref="KeywordListSyntax"/>.</summary>
    public ExpressionSyntax Key { get; }

    /// <inheritdoc/>
    public override int ChildCount => 2;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index == 0 ? Target : Key;
}
