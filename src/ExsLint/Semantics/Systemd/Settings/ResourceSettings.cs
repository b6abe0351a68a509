using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// The settings of a unit's control group that confine it (systemd.resource-control(5)), with what its other settings imply.
/// </summary>
public sealed class ResourceSettings
{
    private const string Automatic = "auto";
    private const string Closed = "closed";

    // The first systemd, as far as is known, that opens the class of devices instead of one; and one that opens none.
    private const int OpensTpmClass = 257;
    private const int OpensNoTpm = 262;

    private static readonly ImmutableArray<string> DevicePolicies = [Automatic, Closed, "strict"];

    private readonly BoundUnit _unit;
    private readonly ExecSettings _exec;
    private readonly string? _section;

    internal ResourceSettings(BoundUnit unit, ExecSettings exec)
    {
        _unit = unit;
        _exec = exec;
        _section = UnitSections.ResourceSection(unit.Name.Type);
    }

    /// <summary><c>Delegate=</c>; an empty value and a list of controllers turn it on. Only services and scopes can.</summary>
    public EffectiveValue<bool> Delegate => SettingReader.ReadLast(
        _unit.Name.Type is "service" or "scope" ? Assignments("Delegate") : [],
        false,
        (string text, out bool value) =>
            SettingValues.TryParseBoolean(text, out value) || (value = UnitWords.TrySplitList(text, out _)));

    /// <summary><c>IPAddressAllow=</c>.</summary>
    public EffectiveValue<List<IPAddressPrefix>> IPAddressAllow =>
        SettingReader.ReadAll<List<IPAddressPrefix>>(Assignments("IPAddressAllow"), [], ApplyAddresses);

    /// <summary><c>IPAddressDeny=</c>.</summary>
    public EffectiveValue<List<IPAddressPrefix>> IPAddressDeny =>
        SettingReader.ReadAll<List<IPAddressPrefix>>(Assignments("IPAddressDeny"), [], ApplyAddresses);

    /// <summary>
    /// The assignment of <c>IPIngressFilterPath=</c> or <c>IPEgressFilterPath=</c> that sets a filter, or null.
    /// </summary>
    public UnitAssignment? IPFilter => FindFilter("IPIngressFilterPath") ?? FindFilter("IPEgressFilterPath");

    /// <summary><c>DevicePolicy=</c>, with what <c>PrivateDevices=</c> makes of <c>auto</c>.</summary>
    public EffectiveValue<string> DevicePolicy
    {
        get
        {
            var policy = SettingReader.ReadLast(
                Assignments("DevicePolicy"), Automatic, (string text, out string value) => DevicePolicies.Contains(value = text));
            var devices = _exec.PrivateDevices;
            return devices.Value && policy.Value == Automatic
                ? policy with { Value = Closed, Origin = null, ImpliedBy = devices.Origin }
                : policy;
        }
    }

    /// <summary>
    /// <c>DeviceAllow=</c>, with what other settings add to it where devices are restricted at all (unit_patch_contexts()).
    /// </summary>
    public EffectiveValue<DeviceList> DeviceAllow
    {
        get
        {
            var devices = SettingReader.ReadAll(Assignments("DeviceAllow"), new DeviceList(_unit.Specifiers), DeviceList.Apply);
            var isRestricted = DevicePolicy.Value != Automatic || devices.Value.Entries.Count > 0;
            var implying = isRestricted && UnitSections.ExecSection(_unit.Name.Type) is not null ? AddImplied(devices.Value)
                : null;
            return implying is null ? devices : devices with { ImpliedBy = implying };
        }
    }

    private UnitAssignment? AddImplied(DeviceList devices)
    {
        var exec = _exec;
        UnitAssignment? implying = null;
        if (exec.Root.RootImage is { Value: not null } image)
        {
            implying = image.Origin;
        }
        else if (exec.Root.MountImages is { Value.HasAny: true } images)
        {
            implying = images.Origin;
        }

        if (implying is not null)
        {
            devices.Add("/dev/loop-control", "rw");
            devices.Add("/dev/mapper/control", "rw");
            devices.Add("block-loop", "rwm");
            devices.Add("block-blkext", "rwm");
            devices.Add("block-device-mapper", "rwm");
        }

        if (exec.GetSwitch("ProtectClock") is { Value: true } clock)
        {
            devices.Add("char-rtc", "r");
            implying = clock.Origin;
        }

        if (_unit.SystemdVersion < OpensNoTpm && exec.Identity.EncryptedCredential is { } credential)
        {
            devices.Add(_unit.SystemdVersion < OpensTpmClass ? "/dev/tpmrm0" : "char-tpm", "rw");
            implying = credential;
        }

        return implying;
    }

    private UnitAssignment? FindFilter(string key) => SettingReader.AfterLastReset(Assignments(key)).LastOrDefault(assignment =>
        _unit.Specifiers.Expand(assignment.Value) is { } path && UnitPath.TryAbsolute(path, _unit.SystemdVersion) is not null);

    private ImmutableArray<UnitAssignment> Assignments(string key) => _section is null ? [] : _unit.GetAssignments(_section, key);

    private static bool ApplyAddresses(List<IPAddressPrefix> prefixes, string value)
    {
        if (value.Length == 0)
        {
            prefixes.Clear();
            return true;
        }

        var count = prefixes.Count;
        prefixes.AddRange(UnitWords.SplitPlain(value).SelectMany(IPAddressPrefix.Parse));
        return prefixes.Count > count;
    }
}
