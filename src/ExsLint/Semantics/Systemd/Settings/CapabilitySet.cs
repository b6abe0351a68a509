using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>A set of capabilities as systemd keeps it, with systemd's way of merging assignments.</summary>
/// <param name="Mask">A bit for each capability.</param>
public readonly record struct CapabilitySet(ulong Mask)
{
    /// <summary>Every capability: what a service has unless its unit says otherwise.</summary>
    public static readonly CapabilitySet All = new(ulong.MaxValue);

    // The first systemd, as far as is known, that tells a set that was never assigned, which the last bit marks, from '~'.
    private const int TellsUnset = 262;

    // The first systemd, as far as is known, that takes a quote that is not closed for closed.
    private const int ClosesQuotes = 257;

    // The last bit is no capability: systemd uses it to mark a set that was never assigned.
    private const ulong Meaningful = ulong.MaxValue >> 1;

    /// <summary>Whether both hold the same capabilities.</summary>
    public bool Equals(CapabilitySet other) => (Mask & Meaningful) == (other.Mask & Meaningful);

    /// <inheritdoc/>
    public override int GetHashCode() => (Mask & Meaningful).GetHashCode();

    /// <summary>Whether a capability is in the set; <paramref name="capability"/> is its number, 0 to 63.</summary>
    public bool Contains(int capability) => (Mask >> capability & 1) != 0;

    /// <summary>The set without a capability.</summary>
    public CapabilitySet Without(int capability) => new(Mask & ~(1UL << capability));

    /// <summary>What a value of <c>CapabilityBoundingSet=</c> makes of the set that is in effect before it.</summary>
    /// <remarks>
    /// A value that names no capability, and any value while the set is still full, replaces; others merge
    /// (config_parse_capability_set() in src/core/load-fragment.c; tried with 252). Unknown names are skipped in silence.
    /// </remarks>
    /// <param name="value">The value.</param>
    /// <param name="systemdVersion">The version that reads it.</param>
    public CapabilitySet Apply(string value, int systemdVersion) => Apply(value, All, systemdVersion);

    private CapabilitySet Apply(string value, CapabilitySet initial, int systemdVersion)
    {
        var isInverted = value is ['~', ..];
        var named = Named(isInverted ? value[1..] : value, systemdVersion);
        if (named == 0 || Mask == initial.Mask)
        {
            return new CapabilitySet(isInverted ? Complement(named, systemdVersion) : named);
        }

        return new CapabilitySet(isInverted ? Mask & ~named : Mask | named);
    }

    internal static EffectiveValue<CapabilitySet> ReadBoundingSet(
        ImmutableArray<UnitAssignment> assignments, int systemdVersion) =>
        Read(assignments, All, systemdVersion);

    /// <summary><c>AmbientCapabilities=</c>: merged in the same way, from nothing.</summary>
    internal static EffectiveValue<CapabilitySet> ReadAmbientSet(
        ImmutableArray<UnitAssignment> assignments, int systemdVersion) =>
        Read(assignments, new CapabilitySet(0), systemdVersion);

    private static EffectiveValue<CapabilitySet> Read(
        ImmutableArray<UnitAssignment> assignments, CapabilitySet initial, int systemdVersion) => new(
        assignments.Aggregate(initial, (set, assignment) => set.Apply(assignment.Value, initial, systemdVersion)),
        assignments.LastOrDefault(),
        assignments,
        []);

    private static ulong Complement(ulong named, int systemdVersion) =>
        ~named & (systemdVersion >= TellsUnset ? Meaningful : ulong.MaxValue);

    private static ulong Named(string words, int systemdVersion)
    {
        var named = 0UL;
        var isRelaxed = systemdVersion >= ClosesQuotes;
        foreach (var word in isRelaxed ? UnitWords.SplitRelaxed(words) : UnitWords.Split(words))
        {
            named |= Capabilities.Find(word.Text, systemdVersion) is { } number ? 1UL << number : 0;
        }

        return named;
    }
}
