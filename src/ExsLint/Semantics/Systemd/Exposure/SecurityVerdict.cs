using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>What a row of <c>systemd-analyze security</c> comes to for a unit, and why.</summary>
/// <param name="Check">The row.</param>
/// <param name="Case">What it says.</param>
/// <param name="Argument">What was found in the unit, where the case's sentence names that; else empty.</param>
/// <param name="Cause">
/// The assignment that decides it, be it of the row's own setting or of one that implies it; null if none does.
/// </param>
/// <param name="IsImplied">Whether <paramref name="Cause"/> is of a setting that implies the row's.</param>
/// <param name="Assignments">
/// All assignments of the row's setting, those that <paramref name="Cause"/> overrides among them.
/// </param>
public sealed record SecurityVerdict(
    SecurityCheck Check,
    SecurityCase Case,
    string Argument,
    UnitAssignment? Cause,
    bool IsImplied,
    ImmutableArray<UnitAssignment> Assignments)
{
    /// <summary>0 (good) up to the row's range; null where the row does not apply.</summary>
    public int? Badness => Case.Badness;

    /// <summary>What systemd says; null where it says nothing.</summary>
    public string? Description => Case.Describe(Argument);

    /// <summary>Whether the setting is as good as can be; null where the row does not apply.</summary>
    public bool? IsSet => Badness is { } badness ? badness == 0 : null;

    /// <summary>What the row adds to the unit's badness, from 0 to its weight.</summary>
    internal int WeightedBadness => Badness is { } badness ? DivideUp(badness * Check.Weight, Check.Range) : 0;

    /// <summary>The row's own exposure as systemd prints it, <c>0.2</c>; null where there is none.</summary>
    /// <param name="weightSum">The weights of all rows that apply.</param>
    public string? Exposure(int weightSum) => Badness is > 0 and var badness
        ? UnitExposure.Format(DivideUp(DivideUp(badness * Check.Weight * 100, Check.Range), weightSum))
        : null;

    internal static int DivideUp(int dividend, int divisor) => (dividend + divisor - 1) / divisor;
}
