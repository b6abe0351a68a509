using ExsLint.Syntax.Systemd.Nodes;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>A directive that systemd reads, with the section it counts for.</summary>
/// <param name="Section">The section's name.</param>
/// <param name="Directive">The directive.</param>
/// <param name="Order">How many assignments of the unit come before it.</param>
public sealed record UnitAssignment(string Section, DirectiveSyntax Directive, int Order)
{
    /// <summary>The key.</summary>
    public string Key => Directive.Key;

    /// <summary>The value as systemd sees it.</summary>
    public string Value => Directive.Value;

    /// <summary>The file it is written in.</summary>
    public SourceFile File => Directive.Tree.File;

    /// <summary>Where to point at the value.</summary>
    public Location Location => Directive.ValueLocation;
}
