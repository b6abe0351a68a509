using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>Judges a unit row by row, as src/analyze/analyze-security.c does offline (tried with 252, 257 and 262).</summary>
internal sealed class ExposureAssessor
{
    private const string EarlyBoot = "- boot";
    private const string RunsAsRoot = "- root";

    // The first systemd, as far as is known, whose systemd-analyze tells units of a user's manager from the system's.
    private const int KnowsUserManagers = 262;

    // unit_patch_contexts() of src/core/unit.c.
    private static readonly ImmutableArray<(string Key, ulong Mask)> Dropping =
    [
        ("PrivateDevices", Capabilities.MaskOf("CAP_MKNOD", "CAP_SYS_RAWIO")),
        ("ProtectKernelModules", Capabilities.MaskOf("CAP_SYS_MODULE")),
        ("ProtectKernelLogs", Capabilities.MaskOf("CAP_SYSLOG")),
        ("ProtectClock", Capabilities.MaskOf("CAP_SYS_TIME", "CAP_WAKE_ALARM")),
    ];

    private readonly ExecSettings _exec;
    private readonly ResourceSettings _resources;
    private readonly BoundUnit _unit;
    private readonly bool _hasProcesses;
    private readonly EffectiveValue<string?> _user;
    private readonly ulong _capabilities;
    private readonly ImmutableArray<(ulong Mask, UnitAssignment? Cause)> _droppedCapabilities;
    private EffectiveValue<SystemCallFilter>? _systemCalls;
    private EffectiveValue<AddressFamilyFilter>? _addressFamilies;
    private EffectiveValue<NamespaceFilter>? _namespaces;

    public ExposureAssessor(BoundUnit unit, ExecSettings exec, ResourceSettings resources)
    {
        _unit = unit;
        _exec = exec;
        _resources = resources;
        _hasProcesses = UnitSections.ExecSection(unit.Name.Type) is not null;
        _user = EffectiveUser();
        _droppedCapabilities = DroppedCapabilities();
        _capabilities =
            _droppedCapabilities.Aggregate(_exec.CapabilityBoundingSet.Value.Mask, (set, dropped) => set & ~dropped.Mask);
    }

    // Read when a row asks for them: they are written with names that fill tables.
    private EffectiveValue<SystemCallFilter> SystemCalls => _systemCalls ??= _exec.Filters.SystemCallFilter;

    private EffectiveValue<AddressFamilyFilter> AddressFamilies => _addressFamilies ??= _exec.Filters.RestrictAddressFamilies;

    private EffectiveValue<NamespaceFilter> Namespaces => _namespaces ??= _exec.Filters.RestrictNamespaces;

    private bool RunsPrivileged => !IsOfKnownUser && _user.Value is (null or "0" or "root");

    // Whether the row says that the service runs as the user whose manager it is.
    private bool IsOfKnownUser => _unit.Scope == UnitScope.User && _unit.SystemdVersion >= KnowsUserManagers;

    public SecurityVerdict Assess(SecurityCheck check)
    {
        if (check.IsOutOfPlaceInEarlyBoot && _exec.DefaultDependencies is { Value: false } dependencies)
        {
            return new SecurityVerdict(check, check.Find(EarlyBoot), "", dependencies.Origin, true, []);
        }

        return check.Topic switch
        {
            SecurityTopic.Switch => Judge(check, _exec.GetSwitch(check.JsonField), isOn => isOn ? 0 : 1),
            SecurityTopic.Capability => AssessCapability(check),
            SecurityTopic.Namespace => Judge(check, Namespaces, filter => filter.Allows(check.Item) ? 1 : 0),
            SecurityTopic.AddressFamily =>
                Judge(check, AddressFamilies, filter => _hasProcesses && filter.Restricts(check.Item) ? 0 : 1),
            SecurityTopic.SystemCall => AssessSystemCalls(check),
            _ => AssessOther(check),
        };
    }

    private SecurityVerdict AssessOther(SecurityCheck check) => check.JsonField switch
    {
        "UserOrDynamicUser" => AssessUser(check),
        "SupplementaryGroups" => OnlyUnprivileged(check, _exec.Identity.SupplementaryGroups, hasAny => hasAny ? 1 : 0),
        "RemoveIPC" when IsOfKnownUser =>
            new SecurityVerdict(
                check, check.Find(SecurityTable.NotForUsers), "", null, false, _exec.Identity.RemoveIpc.Assignments),
        "RemoveIPC" => OnlyUnprivileged(check, _exec.Identity.RemoveIpc, isOn => isOn ? 0 : 1),
        "PrivateTmp" => Judge(check, _exec.PrivateTmp, mode => mode == PrivateTmpMode.Off ? 1 : 0),
        "ProtectHome" => Judge(check, _exec.ProtectHome, mode => mode switch
        {
            ProtectHomeMode.Off => 10,
            ProtectHomeMode.ReadOnly => 5,
            ProtectHomeMode.Tmpfs => 1,
            _ => 0,
        }),
        "ProtectSystem" => Judge(check, _exec.ProtectSystem, mode => mode switch
        {
            ProtectSystemMode.Off => 10,
            ProtectSystemMode.On => 5,
            ProtectSystemMode.Full => 3,
            _ => 0,
        }),
        "RootDirectoryOrRootImage" => AssessRoot(check),
        "UMask" => Judge(check, _exec.Identity.FileModeMask, AssessFileModeMask),
        "KeyringMode" => Judge(check, _exec.Identity.KeyringMode, mode => _hasProcesses && mode == "private" ? 0 : 1),
        "ProtectProc" =>
            Judge(
                check,
                _exec.Filters.ProtectProc,
                mode => mode switch { "noaccess" => 1, "invisible" or "ptraceable" => 0, _ => 3 }),
        "ProcSubset" => Judge(check, _exec.Filters.ProcSubset, subset => subset == "pid" ? 0 : 1),
        "AmbientCapabilities" => Judge(check, _exec.AmbientCapabilities, set => set.Mask == 0 ? 0 : 1),
        "SystemCallArchitectures" =>
            Judge(check, _exec.Filters.SystemCallArchitectures, set => set.AllowsAll ? 10 : set.AllowsOnlyNative ? 0 : 8),
        "NotifyAccess" => Judge(check, NotifyAccess(), access => access == "all" ? 1 : 0),
        "Delegate" => Judge(check, _resources.Delegate, isOn => isOn ? 1 : 0),
        "IPAddressDeny" => AssessAddresses(check),
        "DeviceAllow" => AssessDevices(check),
        _ => throw new InvalidOperationException($"Nothing judges {check.JsonField}."),
    };

    private SecurityVerdict AssessUser(SecurityCheck check)
    {
        var dynamic = _exec.DynamicUser;
        var isRoot = _user.Value is "0" or "root";
        return _user.Value == "nobody" ? Verdict(check, "9", _user)
            : dynamic.Value && !isRoot ? Verdict(check, "0 dynamic", dynamic)
            : _user.Value is not null && !isRoot ? Verdict(check, "0 static", _user)
            : IsOfKnownUser ? Verdict(check, SecurityTable.CallingUser, _user)
            : Verdict(check, "10", _user);
    }

    // user_from_unit_name(): a unit whose name cannot be a user's gets a made-up one.
    private EffectiveValue<string?> EffectiveUser()
    {
        var user = _exec.Identity.User;
        return user.Value is null && _exec.DynamicUser is { Value: true } dynamic
            ? user with
            {
                Value = _unit.Name.Prefix is ("root" or "nobody") and var name ? name : "_",
                Origin = null,
                ImpliedBy = dynamic.Origin,
            }
            : user;
    }

    private SecurityVerdict OnlyUnprivileged<T>(SecurityCheck check, EffectiveValue<T> setting, Func<T, int> judge) =>
        RunsPrivileged
        ? new SecurityVerdict(check, check.Find(RunsAsRoot), "", _user.Origin ?? _user.ImpliedBy, true, setting.Assignments)
        : Judge(check, setting, judge);

    private SecurityVerdict AssessRoot(SecurityCheck check)
    {
        var (directory, image) = (_exec.Root.RootDirectory, _exec.Root.RootImage);
        var isOwn = (directory.Value ?? "/") != "/" || (image.Value ?? "/") != "/";
        var decisive = (image.Value ?? "/") != "/" || (directory.Origin is null && image.Origin is not null) ? image : directory;
        return Verdict(check, isOwn ? "0" : "1", decisive);
    }

    // The first of these bits that a file's mode keeps.
    private static int AssessFileModeMask(int mask) =>
        (mask & 2) == 0 ? 10 : (mask & 4) == 0 ? 5 : (mask & 16) == 0 ? 2 : (mask & 32) == 0 ? 1 : 0;

    private SecurityVerdict AssessCapability(SecurityCheck check)
    {
        var isKept = (_capabilities & check.Capabilities) != 0;
        var set = _exec.CapabilityBoundingSet;
        var left = set.Value.Mask & check.Capabilities;
        var implying = isKept || left == 0 ? null : _droppedCapabilities.First(dropped => (dropped.Mask & left) != 0).Cause;
        return Verdict(check, isKept ? "1" : "0", implying is null ? set : set with { Origin = null, ImpliedBy = implying });
    }

    private ImmutableArray<(ulong Mask, UnitAssignment? Cause)> DroppedCapabilities()
    {
        var dropped = ImmutableArray.CreateBuilder<(ulong, UnitAssignment?)>(Dropping.Length);
        foreach (var (key, mask) in Dropping)
        {
            if (_exec.GetSwitch(key) is { Value: true } setting)
            {
                dropped.Add((mask, setting.Origin));
            }
        }

        return dropped.ToImmutable();
    }

    private SecurityVerdict AssessSystemCalls(SecurityCheck check)
    {
        var filter = SystemCalls.Value;
        if (filter.AllowsAll)
        {
            return Verdict(check, "10 none", SystemCalls);
        }

        var offender = filter.FindAllowed(check.Item);
        return (filter.IsAllowList, offender) switch
        {
            (true, null) => Verdict(check, "0 allow", SystemCalls),
            (true, _) => Verdict(check, "9 allow", SystemCalls, offender!),
            (false, null) => Verdict(check, "0 deny", SystemCalls),
            (false, _) => Verdict(check, "10 deny", SystemCalls, offender!),
        };
    }

    private EffectiveValue<string> NotifyAccess() => SettingReader.ReadLast(
        _unit.Name.Type == "service" ? _unit.GetAssignments(UnitSections.Service, "NotifyAccess") : [],
        "none",
        (string text, out string value) => (value = text) is "none" or "main" or "exec" or "all");

    private SecurityVerdict AssessAddresses(SecurityCheck check)
    {
        var (denied, allowed) = (_resources.IPAddressDeny, _resources.IPAddressAllow);
        if (_resources.IPFilter is { } filter)
        {
            return Verdict(check, "0 filters", denied with { Origin = null, ImpliedBy = filter });
        }

        var deniesAll = denied.Value.Any(prefix => !prefix.IsVersion6 && prefix.Length == 0)
            && denied.Value.Any(prefix => prefix.IsVersion6 && prefix.Length == 0);
        return !deniesAll ? Verdict(check, "10", denied)
            : allowed.Value.Any(prefix => !prefix.IsLocalhost) ? Verdict(check, "5", allowed)
            : allowed.Value.Count > 0 ? Verdict(check, "2", allowed)
            : Verdict(check, "0 all", denied);
    }

    private SecurityVerdict AssessDevices(SecurityCheck check)
    {
        var policy = _resources.DevicePolicy;
        if (policy.Value is not ("closed" or "strict"))
        {
            return Verdict(check, "10", policy);
        }

        var devices = _resources.DeviceAllow;
        return devices.Value.Entries.Count == 0
            ? Verdict(check, "0", policy)
            : Verdict(check, "5", devices, string.Join(' ', devices.Value.Entries));
    }

    private static SecurityVerdict Judge<T>(SecurityCheck check, EffectiveValue<T> setting, Func<T, int> judge) =>
        Verdict(check, check.Find(judge(setting.Value)), setting);

    private static SecurityVerdict Verdict<T>(
        SecurityCheck check, string @case, EffectiveValue<T> setting, string argument = "") =>
        Verdict(check, check.Find(@case), setting, argument);

    private static SecurityVerdict Verdict<T>(
        SecurityCheck check, SecurityCase @case, EffectiveValue<T> setting, string argument = "") => new(
        check,
        @case,
        argument,
        setting.Origin ?? setting.ImpliedBy,
        setting.Origin is null && setting.ImpliedBy is not null,
        setting.Assignments);
}
