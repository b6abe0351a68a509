using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>A child of a node: another node, or a token of its own.</summary>
public readonly record struct SyntaxNodeOrToken
{
    private readonly SyntaxToken _token;

    internal SyntaxNodeOrToken(SyntaxNode node) => Node = node;

    internal SyntaxNodeOrToken(SyntaxToken token) => _token = token;

    /// <summary>The node, or null if this is a token.</summary>
    public SyntaxNode? Node { get; }

    /// <summary>The token; meaningless if <see cref="Node"/> is not null.</summary>
    public SyntaxToken Token => _token;

    /// <summary>The span without leading trivia.</summary>
    public TextSpan Span => Node?.Span ?? _token.Span;
}
