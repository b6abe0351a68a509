using System.Collections.Immutable;
using System.Numerics;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds services that can use a capability. CAP_SYS_ADMIN has its own rule, which reports an absent set.</summary>
public sealed class CapabilityRule : ListRowRule
{
    private const string Key = "CapabilityBoundingSet";
    private const string SysAdmin = "CapabilityBoundingSet_CAP_SYS_ADMIN";
    private const string BindService = "CAP_NET_BIND_SERVICE";

    private static readonly ulong BindServiceBit = 1UL << ServiceNeeds.BindServiceNumber;

    private static readonly ImmutableArray<string> Order = [SysAdmin, .. CapabilityAdvice.All.Select(advice => advice.JsonField)];

    private CapabilityRule(RowAdvice advice)
        : base(advice, Key, Order, FixApplicability.Unsafe)
    {
    }

    /// <summary>A rule for each row.</summary>
    internal static IEnumerable<RowRule> CreateAll() => CapabilityAdvice.All.Select(advice => new CapabilityRule(advice));

    private protected override ListCause FindCause(EffectiveUnit unit, SecurityVerdict verdict)
    {
        var setting = unit.Exec.CapabilityBoundingSet;
        if (setting.Origin is null || setting.Assignments.All(assignment => assignment.Value is ['~', ..]))
        {
            return WholeList(verdict);
        }

        var (cause, word) = CapabilityCause.Find(setting, First(Granted(unit, verdict)), unit.SystemdVersion);
        return new(cause, word);
    }

    // Who listens on a low port without being root needs this one.
    private protected override bool IsMeant(EffectiveUnit unit, SecurityVerdict verdict) =>
        Granted(unit, verdict) == BindServiceBit;

    private protected override CodeFix? CreateFix(
        UnitRuleContext context, SecurityVerdict verdict, ListCause cause, IReadOnlyList<SecurityVerdict> others)
    {
        var unit = context.Unit;
        var setting = unit.Exec.CapabilityBoundingSet;
        if (cause.Word is null)
        {
            var wanted = ServiceNeeds.ListensOnLowPort(unit) ? BindService : "";
            return unit.Exec.AmbientCapabilities.Value.Mask is not 0 and var ambient && ambient != BindServiceBit
                ? null
                : setting.Assignments.Length > 1 && wanted.Length > 0 ? CreateReset(unit, setting.Assignments[^1], wanted)
                : CreateFix(context, Key, wanted, FixApplicability.Unsafe);
        }

        var granted = Granted(unit, verdict);
        if (BitOperations.PopCount(granted) != 1 || ServiceNeeds.HoldsAmbient(unit, First(granted)))
        {
            return null;
        }

        var name = Capabilities.Names[First(granted)];
        var edits = CapabilityEdits.Drop(unit, First(granted), name);
        return edits.IsEmpty ? null : new CodeFix($"Drop {name}", FixApplicability.Unsafe, edits);
    }

    // With several assignments a value would be added to the others' instead of replacing them.
    private static CodeFix? CreateReset(EffectiveUnit unit, UnitAssignment last, string wanted) =>
        UnitPlacement.IsOwn(unit, last.Directive.Tree)
            && UnitEdits.AddAfter(last.Directive, $"{Key}=\n{Key}={wanted}") is { } edit
            ? new CodeFix($"Set {Key} to {wanted}", FixApplicability.Unsafe, [edit])
            : null;

    // The row's capabilities that are in the set; the one for low ports only if it is the only one.
    private static ulong Granted(EffectiveUnit unit, SecurityVerdict verdict)
    {
        var granted = unit.Exec.CapabilityBoundingSet.Value.Mask & verdict.Check.Capabilities;
        return granted == BindServiceBit ? granted : granted & ~BindServiceBit;
    }

    private static int First(ulong mask) => BitOperations.TrailingZeroCount(mask);
}
