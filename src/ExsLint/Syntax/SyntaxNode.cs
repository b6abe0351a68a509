using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>
/// A node of a tree. It covers a run of tokens; those that no child covers are its own. A node without tokens (an empty body)
/// has a last token just before its first.
/// </summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(SyntaxTree tree, int firstToken, int lastToken)
    {
        Tree = tree;
        FirstTokenIndex = firstToken;
        LastTokenIndex = lastToken;
    }

    /// <summary>The tree the node stands in.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The node above, null for the root.</summary>
    public SyntaxNode? Parent { get; private set; }

    /// <summary>The number of the first token.</summary>
    public int FirstTokenIndex { get; }

    /// <summary>The number of the last token.</summary>
    public int LastTokenIndex { get; }

    /// <summary>Whether the node covers no token.</summary>
    public bool IsEmpty => LastTokenIndex < FirstTokenIndex;

    /// <summary>How many child nodes there are.</summary>
    public abstract int ChildCount { get; }

    /// <summary>The first token.</summary>
    public SyntaxToken FirstToken => Tree.GetToken(FirstTokenIndex);

    /// <summary>The last token.</summary>
    public SyntaxToken LastToken => Tree.GetToken(LastTokenIndex);

    /// <summary>The text's span without the leading trivia; an empty node stands where its next token starts.</summary>
    public TextSpan Span => IsEmpty
        ? new TextSpan(FirstToken.Span.Start, 0)
        : TextSpan.FromBounds(FirstToken.Span.Start, LastToken.Span.End);

    /// <summary>The span with the leading trivia.</summary>
    public TextSpan FullSpan => IsEmpty
        ? new TextSpan(FirstToken.FullSpan.Start, 0)
        : TextSpan.FromBounds(FirstToken.FullSpan.Start, LastToken.Span.End);

    /// <summary>Where the node stands.</summary>
    public Location Location => new(Tree.File, Span);

    /// <summary>The child with this number, from 0, in the order of the text.</summary>
    public abstract SyntaxNode GetChild(int index);

    /// <summary>The children in the order of the text: nodes, and the tokens that belong to this node itself.</summary>
    public IEnumerable<SyntaxNodeOrToken> ChildNodesAndTokens()
    {
        var token = FirstTokenIndex;
        for (var i = 0; i < ChildCount; i++)
        {
            var child = GetChild(i);
            while (token < child.FirstTokenIndex)
            {
                yield return new SyntaxNodeOrToken(Tree.GetToken(token++));
            }

            yield return new SyntaxNodeOrToken(child);
            token = child.LastTokenIndex + 1;
        }

        while (token <= LastTokenIndex)
        {
            yield return new SyntaxNodeOrToken(Tree.GetToken(token++));
        }
    }

    /// <summary>This node and all nodes below it, each before its children. Iterative: trees may be 100,000 deep.</summary>
    public IEnumerable<SyntaxNode> DescendantNodesAndSelf()
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(this);
        while (pending.TryPop(out var node))
        {
            yield return node;
            for (var i = node.ChildCount - 1; i >= 0; i--)
            {
                pending.Push(node.GetChild(i));
            }
        }
    }

    /// <summary>All tokens below this node, in the order of the text.</summary>
    public IEnumerable<SyntaxToken> DescendantTokens()
    {
        var pending = new Stack<IEnumerator<SyntaxNodeOrToken>>();
        pending.Push(ChildNodesAndTokens().GetEnumerator());
        while (pending.TryPeek(out var children))
        {
            if (!children.MoveNext())
            {
                pending.Pop().Dispose();
            }
            else if (children.Current.Node is { } node)
            {
                pending.Push(node.ChildNodesAndTokens().GetEnumerator());
            }
            else
            {
                yield return children.Current.Token;
            }
        }
    }

    /// <summary>The nodes above this one, nearest first.</summary>
    public IEnumerable<SyntaxNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    /// <summary>The node's text without its leading trivia.</summary>
    public override string ToString() => IsEmpty ? "" : Tree.File.Content[Span.Start..Span.End];

    private protected T Adopt<T>(T child)
        where T : SyntaxNode?
    {
        if (child is not null)
        {
            child.Parent = this;
        }

        return child;
    }
}
