using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>What a setting comes to, and why.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value that is in effect.</param>
/// <param name="Origin">The assignment it comes from; null if it is the default, or the other setting's that implies it.</param>
/// <param name="Assignments">
/// Every assignment of the setting, in the order in which they apply, those without effect included.
/// </param>
/// <param name="Ignored">Those whose value systemd cannot read; it logs a warning and goes on.</param>
/// <param name="ImpliedBy">The assignment of another setting that forces the value, or null.</param>
public sealed record EffectiveValue<T>(
    T Value,
    UnitAssignment? Origin,
    ImmutableArray<UnitAssignment> Assignments,
    ImmutableArray<UnitAssignment> Ignored,
    UnitAssignment? ImpliedBy = null)
{
    /// <summary>The last assignment, if systemd cannot read it; the one that counts is then an earlier one or none.</summary>
    public UnitAssignment? IgnoredLast => Ignored.IsEmpty || Ignored[^1] != Assignments[^1] ? null : Ignored[^1];

    /// <summary>The assignments that <see cref="Origin"/> overrides.</summary>
    public IEnumerable<UnitAssignment> Overridden => Origin is null
        ? []
        : Assignments.Except(Ignored).Where(assignment => assignment.Order < Origin.Order);
}
