using System.Collections.Immutable;

namespace ExsLint.Syntax.Systemd.Nodes;

/// <summary>A section: its header and the lines down to the next header.</summary>
public sealed class SectionSyntax : SyntaxNode
{
    internal SectionSyntax(SyntaxTree tree, SectionHeaderSyntax header, ImmutableArray<UnitLineSyntax> lines)
        : base(tree, header.FirstTokenIndex, lines.IsEmpty ? header.LastTokenIndex : lines[^1].LastTokenIndex)
    {
        Header = Adopt(header);
        Lines = lines;
        foreach (var line in lines)
        {
            Adopt(line);
        }
    }

    /// <summary>The header.</summary>
    public SectionHeaderSyntax Header { get; }

    /// <summary>The section's name without brackets.</summary>
    public string Name => Header.Name;

    /// <summary>Directives and lines that are none; blank lines and comments are trivia.</summary>
    public ImmutableArray<UnitLineSyntax> Lines { get; }

    /// <summary>The directives, in the order of the text.</summary>
    public IEnumerable<DirectiveSyntax> Directives => Lines.OfType<DirectiveSyntax>();

    /// <inheritdoc/>
    public override int ChildCount => Lines.Length + 1;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index == 0 ? Header : Lines[index - 1];
}
