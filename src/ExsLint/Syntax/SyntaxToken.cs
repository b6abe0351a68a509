using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>One token of a tree. Space, comments and whatever else means nothing are its leading trivia.</summary>
public readonly record struct SyntaxToken
{
    internal SyntaxToken(SyntaxTree tree, int index)
    {
        Tree = tree;
        Index = index;
    }

    /// <summary>The tree the token stands in.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The token's number in the tree, from 0.</summary>
    public int Index { get; }

    /// <summary>The kind, as a number; each language has an enumeration for it.</summary>
    public int RawKind => Tree.Tokens[Index].RawKind;

    /// <summary>The text's span without trivia.</summary>
    public TextSpan Span
    {
        get
        {
            var data = Tree.Tokens[Index];
            return TextSpan.FromBounds(data.Start, data.End);
        }
    }

    /// <summary>The span with the leading trivia.</summary>
    public TextSpan FullSpan => TextSpan.FromBounds(LeadingTriviaStart, Tree.Tokens[Index].End);

    /// <summary>The token's text.</summary>
    public string Text => RecentTexts.Of(TextSpanOf);

    /// <summary>The token's text, without a copy.</summary>
    public ReadOnlySpan<char> TextSpanOf
    {
        get
        {
            var data = Tree.Tokens[Index];
            return Tree.File.Content.AsSpan(data.Start, data.End - data.Start);
        }
    }

    /// <summary>The trivia before the token, in order.</summary>
    public IEnumerable<SyntaxTrivia> LeadingTrivia =>
        Tree.SplitTrivia(TextSpan.FromBounds(LeadingTriviaStart, Tree.Tokens[Index].Start));

    private int LeadingTriviaStart => Index == 0 ? 0 : Tree.Tokens[Index - 1].End;

    /// <summary>The token's text.</summary>
    public override string ToString() => Text;
}
