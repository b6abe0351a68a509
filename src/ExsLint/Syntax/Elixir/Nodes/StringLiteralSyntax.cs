using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>
/// Anything between quotes: a string, charlist, heredoc, sigil, quoted atom or quoted keyword key, told apart by
/// <see cref="Kind"/>. Its values come from <c>StringContent</c>.
/// </summary>
public sealed class StringLiteralSyntax : ExpressionSyntax
{
    internal StringLiteralSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<StringPartSyntax> parts)
        : base(tree, firstToken, lastToken)
    {
        Parts = parts;
        foreach (var part in parts)
        {
            Adopt(part);
        }
    }

    /// <summary>The kind of the opening token: StringStart, CharlistStart, a heredoc's, SigilStart or QuotedAtomStart.</summary>
    public SyntaxKind Kind => (SyntaxKind)FirstToken.RawKind;

    /// <summary>Literal text and interpolations, in order.</summary>
    public ImmutableArray<StringPartSyntax> Parts { get; }

    /// <inheritdoc/>
    public override int ChildCount => Parts.Length;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Parts[index];
}

/// <summary>A piece of what stands between quotes.</summary>
public abstract class StringPartSyntax : SyntaxNode
{
    private protected StringPartSyntax(SyntaxTree tree, int firstToken, int lastToken)
        : base(tree, firstToken, lastToken)
    {
    }
}

/// <summary>Literal text, as written.</summary>
public sealed class StringTextSyntax : StringPartSyntax
{
    internal StringTextSyntax(SyntaxTree tree, int token)
        : base(tree, token, token)
    {
    }

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}

/// <summary><c>#{a}</c></summary>
public sealed class InterpolationSyntax : StringPartSyntax
{
    internal InterpolationSyntax(SyntaxTree tree, int firstToken, int lastToken, BodySyntax body)
        : base(tree, firstToken, lastToken) => Body = Adopt(body);

    /// <summary>What is interpolated.</summary>
    public BodySyntax Body { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Body;
}
