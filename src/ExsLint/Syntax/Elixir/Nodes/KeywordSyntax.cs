using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Names;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary><c>key: value</c> or <c>"key": value</c>, in a list, a call, a tuple, a map or an access.</summary>
public sealed class KeywordPairSyntax : ExpressionSyntax
{
    internal KeywordPairSyntax(SyntaxTree tree, int firstToken, StringLiteralSyntax? quotedKey, ExpressionSyntax value)
        : base(tree, firstToken, value.LastTokenIndex)
    {
        QuotedKey = Adopt(quotedKey);
        Value = Adopt(value);
    }

    /// <summary>The key where it is quoted; its closing token holds the colon.</summary>
    public StringLiteralSyntax? QuotedKey { get; }

    /// <summary>The key's name as Elixir knows it, where it is not quoted, else null.</summary>
    public string? KeyName => QuotedKey is null ? NameText.Normalize(FirstToken.Text[..^1]) : null;

    /// <summary>The value.</summary>
    public ExpressionSyntax Value { get; }

    /// <inheritdoc/>
    public override int ChildCount => QuotedKey is null ? 1 : 2;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index == 0 && QuotedKey is not null ? QuotedKey : Value;
}

/// <summary>Keywords without brackets, the last argument of a call, the last member of a tuple, or within an access.</summary>
public sealed class KeywordListSyntax : ExpressionSyntax
{
    internal KeywordListSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<KeywordPairSyntax> pairs)
        : base(tree, firstToken, lastToken)
    {
        Pairs = pairs;
        foreach (var pair in pairs)
        {
            Adopt(pair);
        }
    }

    /// <summary>The pairs, in order; at least one.</summary>
    public ImmutableArray<KeywordPairSyntax> Pairs { get; }

    /// <inheritdoc/>
    public override int ChildCount => Pairs.Length;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Pairs[index];
}
