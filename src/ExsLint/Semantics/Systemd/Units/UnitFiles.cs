using System.Collections.Immutable;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>A unit's own file and its drop-ins, parsed.</summary>
/// <param name="Name">The unit's name.</param>
/// <param name="Main">The unit's own file.</param>
/// <param name="DropIns">The drop-ins in the order in which they apply.</param>
public sealed record UnitFiles(UnitName Name, UnitSyntaxTree Main, ImmutableArray<UnitSyntaxTree> DropIns)
{
    /// <summary>The tree that the unit was read from; null where there is none.</summary>
    public IProjectFiles? Tree { get; init; }

    /// <summary>The projects of that tree; null where there is none.</summary>
    public ProjectAround? Projects { get; init; }

    /// <summary>The path of the unit's own file in that tree.</summary>
    public string Path { get; init; } = "";

    /// <summary>The paths of drop-ins that are there and cannot be read: they may set anything.</summary>
    public ImmutableArray<string> UnreadableDropIns { get; init; } = [];

    /// <summary>The manager that reads the unit, as its place tells.</summary>
    public UnitScope Scope { get; init; }

    /// <summary>All files in the order in which they apply: the unit's own, then the drop-ins.</summary>
    public ImmutableArray<UnitSyntaxTree> All => [Main, .. DropIns];

    /// <summary>All sources, in the same order.</summary>
    public ImmutableArray<SourceFile> Sources => [.. All.Select(tree => tree.File)];

    /// <summary>
    /// The folder of the unit's own file and all above it, with a slash at their ends; the tree's root, which is empty, comes
    /// last.
    /// </summary>
    internal IEnumerable<string> FoldersAbove()
    {
        for (var slash = Path.LastIndexOf('/'); slash > 0; slash = Path.LastIndexOf('/', slash - 1))
        {
            yield return Path[..(slash + 1)];
        }

        yield return "";
    }
}
