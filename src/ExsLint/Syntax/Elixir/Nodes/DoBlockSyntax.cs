using System.Collections.Immutable;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary><c>do .. else .. end</c></summary>
public sealed class DoBlockSyntax : SyntaxNode
{
    internal DoBlockSyntax(SyntaxTree tree, int firstToken, int lastToken, ImmutableArray<DoSectionSyntax> sections)
        : base(tree, firstToken, lastToken)
    {
        Sections = sections;
        foreach (var section in sections)
        {
            Adopt(section);
        }
    }

    /// <summary>The sections: <c>do</c> first, then the others in order.</summary>
    public ImmutableArray<DoSectionSyntax> Sections { get; }

    /// <inheritdoc/>
    public override int ChildCount => Sections.Length;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Sections[index];
}

/// <summary>One section of a do-block: its keyword and its body.</summary>
public sealed class DoSectionSyntax : SyntaxNode
{
    internal DoSectionSyntax(SyntaxTree tree, int firstToken, int lastToken, BodySyntax body)
        : base(tree, firstToken, lastToken) => Body = Adopt(body);

    /// <summary><c>do</c>, <c>else</c>, <c>rescue</c>, <c>catch</c> or <c>after</c>.</summary>
    public SyntaxToken Keyword => FirstToken;

    /// <summary>What stands behind the keyword.</summary>
    public BodySyntax Body { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => Body;
}
