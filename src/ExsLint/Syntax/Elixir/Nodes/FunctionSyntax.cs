using System.Collections.Immutable;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary><c>fn a -&gt; b end</c></summary>
public sealed class FnSyntax : ExpressionSyntax
{
    internal FnSyntax(SyntaxTree tree, int firstToken, int lastToken, BodySyntax clauses)
        : base(tree, firstToken, lastToken) => Clauses = Adopt(clauses);

    /// <summary>The clauses: a body of <see cref="StabClauseSyntax"/>.</summary>
    public BodySyntax Clauses { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Clauses;
}

/// <summary><c>a, b when guard -&gt; body</c>, in <c>fn</c>, a do-block or parentheses.</summary>
public sealed class StabClauseSyntax : ExpressionSyntax
{
    private readonly int _arrow;

    internal StabClauseSyntax(
        SyntaxTree tree,
        int firstToken,
        int arrowToken,
        int lastToken,
        ImmutableArray<ExpressionSyntax> patterns,
        bool hasParentheses,
        ExpressionSyntax? guard,
        BodySyntax body)
        : base(tree, firstToken, lastToken)
    {
        _arrow = arrowToken;
        Patterns = patterns;
        HasParentheses = hasParentheses;
        foreach (var pattern in patterns)
        {
            Adopt(pattern);
        }

        Guard = Adopt(guard);
        Body = Adopt(body);
    }

    /// <summary>The patterns; bracketless keywords at the end are one <see cref="KeywordListSyntax"/>.</summary>
    public ImmutableArray<ExpressionSyntax> Patterns { get; }

    /// <summary>Whether the patterns stand in parentheses.</summary>
    public bool HasParentheses { get; }

    /// <summary>What stands behind <c>when</c>, else null.</summary>
    public ExpressionSyntax? Guard { get; }

    /// <summary>The arrow.</summary>
    public SyntaxToken Arrow => Tree.GetToken(_arrow);

    /// <summary>What stands behind the arrow; empty means nil.</summary>
    public BodySyntax Body { get; }

    /// <inheritdoc/>
    public override int ChildCount => Patterns.Length + (Guard is null ? 0 : 1) + 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) =>
        index < Patterns.Length ? Patterns[index] : index == Patterns.Length && Guard is not null ? Guard : Body;
}

/// <summary><c>(a; b)</c>, <c>()</c> or <c>(a -&gt; b)</c>.</summary>
public sealed class ParenthesizedSyntax : ExpressionSyntax
{
    internal ParenthesizedSyntax(SyntaxTree tree, int firstToken, int lastToken, BodySyntax body)
        : base(tree, firstToken, lastToken) => Body = Adopt(body);

    /// <summary>What stands between the parentheses.</summary>
    public BodySyntax Body { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Body;
}
