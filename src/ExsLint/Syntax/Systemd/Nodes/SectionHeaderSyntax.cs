using ExsLint.Syntax.Systemd.Language;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Systemd.Nodes;

/// <summary>A section header with its line end: <c>[Service]</c>.</summary>
public sealed class SectionHeaderSyntax : SyntaxNode
{
    private readonly int _lastNameToken;

    internal SectionHeaderSyntax(SyntaxTree tree, int firstToken, int lastNameToken, bool isClosed, int lastToken)
        : base(tree, firstToken, lastToken)
    {
        _lastNameToken = lastNameToken;
        IsClosed = isClosed;
    }

    /// <summary>Whether it ends with <c>]</c>; if not, systemd stops reading the file there.</summary>
    public bool IsClosed { get; }

    /// <summary>
    /// The name as systemd reads it. Where the header is not closed, what was most likely meant: <c>Service</c> in
    /// <c>[Service] # the server</c>.
    /// </summary>
    public string Name
    {
        get
        {
            var tree = Tree;
            if (IsClosed)
            {
                return LogicalText.Join(tree, FirstTokenIndex, _lastNameToken + 1)[1..^1];
            }

            var text = LogicalText.Join(tree, FirstTokenIndex, _lastNameToken)[1..];
            return text.Split(']', '#', ';')[0].Trim(' ', '\t');
        }
    }

    /// <summary>The header without its line end, as far as it stands on its first line.</summary>
    public Location HeaderLocation
    {
        get
        {
            var start = FirstToken.Span.Start;
            var last = Tree.GetToken(IsClosed ? _lastNameToken + 1 : _lastNameToken).Span.End;
            var lineEnd = UnitLine.Read(Tree.File.Content, start).End;
            return new Location(Tree.File, TextSpan.FromBounds(start, Math.Min(last, lineEnd)));
        }
    }

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}
