using System.Collections.Immutable;

namespace ExsLint.Syntax.Systemd.Nodes;

/// <summary>A whole unit file or drop-in.</summary>
public sealed class UnitFileSyntax : SyntaxNode
{
    internal UnitFileSyntax(
        SyntaxTree tree,
        int lastToken,
        ImmutableArray<UnitLineSyntax> linesBeforeSections,
        ImmutableArray<SectionSyntax> sections)
        : base(tree, 0, lastToken)
    {
        LinesBeforeSections = linesBeforeSections;
        Sections = sections;
        foreach (var line in linesBeforeSections)
        {
            Adopt(line);
        }

        foreach (var section in sections)
        {
            Adopt(section);
        }
    }

    /// <summary>Lines above the first section header; systemd ignores them.</summary>
    public ImmutableArray<UnitLineSyntax> LinesBeforeSections { get; }

    /// <summary>The sections in the order of the text; a name may come more than once.</summary>
    public ImmutableArray<SectionSyntax> Sections { get; }

    /// <inheritdoc/>
    public override int ChildCount => LinesBeforeSections.Length + Sections.Length;

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) => index < LinesBeforeSections.Length
        ? LinesBeforeSections[index]
        : Sections[index - LinesBeforeSections.Length];
}
