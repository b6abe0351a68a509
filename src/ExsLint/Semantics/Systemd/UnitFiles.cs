using System.Collections.Immutable;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd;

/// <summary>A unit's own file and its drop-ins, parsed.</summary>
/// <param name="Name">The unit's name.</param>
/// <param name="Main">The unit's own file.</param>
/// <param name="DropIns">The drop-ins in the order in which they apply.</param>
public sealed record UnitFiles(UnitName Name, UnitSyntaxTree Main, ImmutableArray<UnitSyntaxTree> DropIns)
{
    /// <summary>The manager that reads the unit, as its place tells.</summary>
    public UnitScope Scope { get; init; }

    /// <summary>All files in the order in which they apply: the unit's own, then the drop-ins.</summary>
    public ImmutableArray<UnitSyntaxTree> All => [Main, .. DropIns];

    /// <summary>All sources, in the same order.</summary>
    public ImmutableArray<SourceFile> Sources => [.. All.Select(tree => tree.File)];
}
