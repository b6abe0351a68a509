using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Names;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>An expression that is one token.</summary>
public abstract class TokenExpressionSyntax : ExpressionSyntax
{
    private protected TokenExpressionSyntax(SyntaxTree tree, int token)
        : base(tree, token, token)
    {
    }

    /// <summary>The token.</summary>
    public SyntaxToken Token => FirstToken;

    /// <summary>What the token is.</summary>
    public SyntaxKind Kind => (SyntaxKind)Token.RawKind;

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}

/// <summary>
/// An integer, float, character, unquoted atom, <c>true</c>, <c>false</c> or <c>nil</c>; <see cref="TokenExpressionSyntax.Kind"/>
/// tells which.
/// </summary>
public sealed class LiteralSyntax : TokenExpressionSyntax
{
    internal LiteralSyntax(SyntaxTree tree, int token)
        : base(tree, token)
    {
    }
}

/// <summary>
/// A name without arguments: a variable, or a call that cannot be told from one. Captured operators (<c>&amp;+/2</c>) are names
/// too.
/// </summary>
public sealed class IdentifierSyntax : TokenExpressionSyntax
{
    internal IdentifierSyntax(SyntaxTree tree, int token)
        : base(tree, token)
    {
    }

    /// <summary>The name as Elixir knows it: in normal form C.</summary>
    public string Name => NameText.Normalize(Token.Text);
}

/// <summary>An alias of one segment: <c>Foo</c>. More segments are <see cref="QualifiedAliasSyntax"/>.</summary>
public sealed class AliasSyntax : TokenExpressionSyntax
{
    internal AliasSyntax(SyntaxTree tree, int token)
        : base(tree, token)
    {
    }

    /// <summary>The segment.</summary>
    public string Name => Token.Text;
}

/// <summary><c>..</c> or <c>...</c> without operands.</summary>
public sealed class NullaryOperatorSyntax : TokenExpressionSyntax
{
    internal NullaryOperatorSyntax(SyntaxTree tree, int token)
        : base(tree, token)
    {
    }
}
