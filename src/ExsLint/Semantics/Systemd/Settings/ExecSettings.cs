using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// The settings of a unit's processes that confine them (systemd.exec(5)), with what <c>DynamicUser=</c> forces.
/// </summary>
public sealed class ExecSettings
{
    // Since then the row is good unless PrivateMounts=no is written.
    private const int ImpliesPrivateMounts = 254;

    private readonly ExecSection _section;

    internal ExecSettings(BoundUnit unit)
    {
        _section = new ExecSection(unit);
        Identity = new ProcessIdentity(_section);
        Filters = new ProcessFilters(_section);
        Root = new ProcessRoot(_section);
        DefaultDependencies = SettingReader.ReadLast<bool>(
            unit.GetAssignments(UnitSections.Unit, "DefaultDependencies"), true, SettingValues.TryParseBoolean);
        DynamicUser = _section.DynamicUser;
        PrivateTmp = _section.Force(
            _section.Read("PrivateTmp", PrivateTmpMode.Off, SettingValues.PrivateTmp(unit.SystemdVersion)),
            mode => mode == PrivateTmpMode.Off ? PrivateTmpMode.Connected : mode);
        ProtectHome = _section.Force(
            _section.Read<ProtectHomeMode>("ProtectHome", ProtectHomeMode.Off, SettingValues.TryParseProtectHome),
            mode => mode == ProtectHomeMode.Off ? ProtectHomeMode.ReadOnly : mode);
        ProtectSystem = _section.Force(
            _section.Read<ProtectSystemMode>("ProtectSystem", ProtectSystemMode.Off, SettingValues.TryParseProtectSystem),
            _ => ProtectSystemMode.Strict);
        PrivateDevices = _section.ReadBoolean("PrivateDevices");
        NoNewPrivileges = _section.Force(_section.ReadBoolean("NoNewPrivileges"), _ => true);
        CapabilityBoundingSet = CapabilitySet.ReadBoundingSet(_section.Assignments("CapabilityBoundingSet"), unit.SystemdVersion);
    }

    /// <summary>
    /// <c>[Unit] DefaultDependencies=</c>; a unit without runs early in the boot, before file systems can be protected.
    /// </summary>
    public EffectiveValue<bool> DefaultDependencies { get; }

    /// <summary><c>DynamicUser=</c>. On, it forces several other settings, even against an explicit <c>no</c>.</summary>
    public EffectiveValue<bool> DynamicUser { get; }

    /// <summary><c>PrivateTmp=</c>.</summary>
    public EffectiveValue<PrivateTmpMode> PrivateTmp { get; }

    /// <summary><c>ProtectHome=</c>.</summary>
    public EffectiveValue<ProtectHomeMode> ProtectHome { get; }

    /// <summary><c>ProtectSystem=</c>.</summary>
    public EffectiveValue<ProtectSystemMode> ProtectSystem { get; }

    /// <summary><c>PrivateDevices=</c>.</summary>
    public EffectiveValue<bool> PrivateDevices { get; }

    /// <summary><c>NoNewPrivileges=</c>.</summary>
    public EffectiveValue<bool> NoNewPrivileges { get; }

    /// <summary><c>CapabilityBoundingSet=</c>; its origin is the last assignment, for they all take part.</summary>
    public EffectiveValue<CapabilitySet> CapabilityBoundingSet { get; }

    /// <summary><c>AmbientCapabilities=</c>; its origin is the last assignment, for they all take part.</summary>
    public EffectiveValue<CapabilitySet> AmbientCapabilities =>
        CapabilitySet.ReadAmbientSet(_section.Assignments("AmbientCapabilities"), _section.SystemdVersion);

    /// <summary>Who the processes are.</summary>
    public ProcessIdentity Identity { get; }

    /// <summary>What the processes may ask of the kernel.</summary>
    public ProcessFilters Filters { get; }

    /// <summary>The file system that the processes see.</summary>
    public ProcessRoot Root { get; }

    /// <summary>
    /// A boolean setting, or one that only newer versions give more values, all of them stronger than <c>yes</c>.
    /// </summary>
    /// <param name="key">The key: <c>PrivateUsers</c>.</param>
    public EffectiveValue<bool> GetSwitch(string key) => key switch
    {
        "PrivateDevices" => PrivateDevices,
        "NoNewPrivileges" => NoNewPrivileges,
        "RestrictSUIDSGID" => _section.Force(_section.ReadBoolean(key), _ => true),
        "PrivateUsers" or "ProtectControlGroups" => _section.Read(key, false, SettingValues.Switch(key, _section.SystemdVersion)),
        "ProtectHostname" => _section.Read(key, false, ProtectHostnameValue.For(_section.Specifiers)),
        "PrivateMounts" when _section.Exists && _section.SystemdVersion >= ImpliesPrivateMounts =>
            _section.Read<bool>(key, true, TryParseTristate),
        _ => _section.ReadBoolean(key),
    };

    private static bool TryParseTristate(string text, out bool value) =>
        text.Length == 0 ? value = true : SettingValues.TryParseBoolean(text, out value);
}
