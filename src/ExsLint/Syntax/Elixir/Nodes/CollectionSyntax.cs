using System.Collections.Immutable;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>Elements between brackets of some kind. Commas and brackets are tokens of the collection itself.</summary>
public abstract class CollectionSyntax : ExpressionSyntax
{
    private protected CollectionSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<ExpressionSyntax> elements)
        : base(tree, firstToken, lastToken)
    {
        Elements = elements;
        foreach (var element in elements)
        {
            Adopt(element);
        }
    }

    /// <summary>The elements, in order.</summary>
    public ImmutableArray<ExpressionSyntax> Elements { get; }

    /// <inheritdoc/>
    public override int ChildCount => Elements.Length;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Elements[index];
}

/// <summary><c>[a, b: 1]</c>. Keywords are elements of their own (<see cref="KeywordPairSyntax"/>).</summary>
public sealed class ListSyntax : CollectionSyntax
{
    internal ListSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<ExpressionSyntax> elements)
        : base(tree, firstToken, lastToken, elements)
    {
    }
}

/// <summary><c>{a, b}</c>. Keywords at the end are one <see cref="KeywordListSyntax"/>.</summary>
public sealed class TupleSyntax : CollectionSyntax
{
    internal TupleSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<ExpressionSyntax> elements)
        : base(tree, firstToken, lastToken, elements)
    {
    }
}

/// <summary><c>&lt;&lt;a, b::8&gt;&gt;</c></summary>
public sealed class BitstringSyntax : CollectionSyntax
{
    internal BitstringSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<ExpressionSyntax> elements)
        : base(tree, firstToken, lastToken, elements)
    {
    }
}

/// <summary>
/// <c>%{a =&gt; 1, b: 2}</c>, <c>%Foo{a: 1}</c>, <c>%{m | a: 1}</c>. Elements are binary operators <c>=&gt;</c> and keyword pairs
/// (or any expression, as within <c>quote</c>).
/// </summary>
public sealed class MapSyntax : CollectionSyntax
{
    internal MapSyntax(
        SyntaxTree tree,
        int firstToken,
        int lastToken,
        ExpressionSyntax? structName,
        ExpressionSyntax? updated,
        ImmutableArray<ExpressionSyntax> elements)
        : base(tree, firstToken, lastToken, elements)
    {
        StructName = Adopt(structName);
        Updated = Adopt(updated);
    }

    /// <summary>What stands between <c>%</c> and <c>{</c>, null for a plain map.</summary>
    public ExpressionSyntax? StructName { get; }

    /// <summary>The map before the bar of an update, else null.</summary>
    public ExpressionSyntax? Updated { get; }

    /// <inheritdoc/>
    public override int ChildCount => base.ChildCount + (StructName is null ? 0 : 1) + (Updated is null ? 0 : 1);

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index)
    {
        if (StructName is not null && index-- == 0)
        {
            return StructName;
        }

        if (Updated is not null && index-- == 0)
        {
            return Updated;
        }

        return base.GetChild(index);
    }
}
