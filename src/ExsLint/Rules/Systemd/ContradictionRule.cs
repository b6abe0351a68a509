using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Contradictions;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds settings of a service that contradict each other: one takes away what another needs.</summary>
public sealed class ContradictionRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-contradiction";

    private const string Entered = "entered", Run = "run", Opened = "opened", OpenedInVain = "opened-in-vain";
    private const string Written = "written", Device = "device", Capability = "capability", Namespace = "namespace";
    private const string Privileges = "privileges", OtherGroups = "other-groups";

    // The settings that a manager without privileges fails at: 218/CAPABILITIES. Those of the second list only before 254 (run
    // with
    // 252, 257 and 262).
    private static readonly ImmutableArray<string> Privileged = ["CapabilityBoundingSet", "AmbientCapabilities"];
    private static readonly ImmutableArray<string> OncePrivileged =
        ["PrivateDevices", "ProtectClock", "ProtectKernelLogs", "ProtectKernelModules"];

    private const int MakesUserNamespace = 254;

    // 216/GROUP: only a manager with privileges can add groups.
    private const string Groups = "SupplementaryGroups";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Settings contradict each other",
        Description = "One setting of the service takes away what another of its settings needs: a folder that is hidden or "
            + "read-only, a device, a capability, or privileges that the manager which runs the unit does not have. The service "
            + "does not start, or lacks what it was given.",
        Level = DiagnosticLevel.Warning,
        ReferenceUri = "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Entered] = "'{0}' hides '{1}', which '{2}' names, so the service exits with 200/CHDIR.",
            [Run] = "'{0}' hides '{1}', which '{2}' is to run, so that exits with 203/EXEC.",
            [Opened] = "'{0}' hides '{1}', which '{2}' names, so the service exits with 226/NAMESPACE.",
            [OpenedInVain] = "'{0}' hides '{1}', so '{2}' has no effect on it.",
            [Written] = "'{0}' makes '{1}' read-only, where '{2}' has the service write.",
            [Device] = "'{0}' leaves no '{1}' in /dev, so '{2}' gives the service nothing.",
            [Capability] = "'{0}' takes '{1}' away, so '{2}' gives the service nothing.",
            [Namespace] = "'{0}' makes '{1}' worthless on the host, so '{2}' opens no low port.",
            [Privileges] = "'{0}' takes privileges that a user's manager does not have without PrivateUsers=, so the service "
                + "exits with 218/CAPABILITIES.",
            [OtherGroups] = "'{0}' takes privileges that a user's manager does not have, so the service exits with 216/GROUP.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged)
        {
            return;
        }

        foreach (var hidden in HiddenPaths.Find(context.Unit))
        {
            ReportHidden(context, hidden.Key.Cause!, [.. hidden]);
        }

        ReportWritten(context);
        ReportDevices(context);
        ReportCapabilities(context);
        ReportPrivileges(context);
    }

    // One cause, one finding: at the setting that hides, with the worst of what it does.
    private static void ReportHidden(UnitRuleContext context, UnitAssignment cause, ImmutableArray<HiddenPath> hidden)
    {
        var first = hidden.FirstOrDefault(path => !path.IsHarmless) ?? hidden[0];
        var message = first switch
        {
            { IsHarmless: true } => OpenedInVain,
            { Need: PathNeed.Enter } => Entered,
            { Need: PathNeed.Run } => Run,
            _ => Opened,
        };
        var needing = hidden.Select(path => path.Path.Assignment).Prepend(first.Path.Assignment);
        Report(context, message, cause, first.Path.Path, needing);
    }

    private static void ReportWritten(UnitRuleContext context)
    {
        var protection = context.Unit.Exec.ProtectSystem;
        var written = ReadOnlyTrees.WrittenInVain(context.Unit, protection.Value).ToList();
        if (written.Count > 0 && (protection.Origin ?? protection.ImpliedBy) is { } cause)
        {
            Report(context, Written, cause, written[0].Path, written.Select(path => path.Assignment));
        }
    }

    private static void ReportDevices(UnitRuleContext context)
    {
        var unit = context.Unit;
        if (unit.Exec.PrivateDevices is not { Value: true, Origin: { } cause })
        {
            return;
        }

        foreach (var path in PrivateDevices.OpenedInVain(unit))
        {
            Report(context, Device, cause, path.Path, [path.Assignment]);
        }
    }

    private static void ReportCapabilities(UnitRuleContext context)
    {
        var (unit, ambient) = (context.Unit, context.Unit.Exec.AmbientCapabilities);
        if (ambient.Origin is not { } grant || unit.IsOfUserManager)
        {
            return;
        }

        var bounding = unit.Exec.CapabilityBoundingSet;
        if (bounding.Origin is { } cause && AmbientGrants.FirstLost(unit, bounding.Value) is { } lost)
        {
            Report(context, Capability, cause, lost, [grant]);
        }

        if (unit.Exec.GetSwitch("PrivateUsers") is { Value: true, Origin: { } space } && AmbientGrants.IsLostInNamespace(unit))
        {
            Report(context, Namespace, space, AmbientGrants.BindService, [grant]);
        }
    }

    // Only by its place is a unit sure to be one of a user's manager.
    private static void ReportPrivileges(UnitRuleContext context)
    {
        var unit = context.Unit;
        if (unit.Scope != UnitScope.User)
        {
            return;
        }

        var failing = UserManager.HasUserNamespace(unit) ? []
            : unit.SystemdVersion < MakesUserNamespace ? Privileged.AddRange(OncePrivileged)
            : Privileged;
        foreach (var assignment in failing.Select(key => CauseOf(unit, key)).OfType<UnitAssignment>())
        {
            ReportPrivilege(Privileges, assignment);
        }

        if (unit.GetAssignments(UnitSections.Service, Groups).LastOrDefault() is { Value.Length: > 0 } groups)
        {
            ReportPrivilege(OtherGroups, groups);
        }

        void ReportPrivilege(string message, UnitAssignment assignment) => context.Report(
            message,
            assignment.Location,
            context.SettingOf(assignment.Key, "privileges"),
            [$"{assignment.Key}={UnitRuleContext.Shown(assignment.Value)}"]);
    }

    private static UnitAssignment? CauseOf(EffectiveUnit unit, string key) => key switch
    {
        "CapabilityBoundingSet" =>
            unit.Exec.CapabilityBoundingSet is var set && set.Value != CapabilitySet.All ? set.Origin : null,
        "AmbientCapabilities" => unit.Exec.AmbientCapabilities is var set && set.Value.Mask != 0 ? set.Origin : null,
        _ => unit.Exec.GetSwitch(key) is { Value: true, Origin: { } origin } ? origin : null,
    };

    private static void Report(
        UnitRuleContext context, string message, UnitAssignment cause, string what, IEnumerable<UnitAssignment> needs)
    {
        var needing = needs.Distinct().ToImmutableArray();
        context.Report(
            message,
            cause.Location,
            context.SettingOf(cause.Key, needing[0].Key, UnitRuleContext.Shown(what)),
            [$"{cause.Key}={UnitRuleContext.Shown(cause.Value)}", UnitRuleContext.Shown(what), needing[0].Key],
            related: UnitRuleContext.Related(needing, "This needs it."));
    }
}
