using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// The settings of a unit's processes that confine them (systemd.exec(5)), with what <c>DynamicUser=</c> forces.
/// </summary>
public sealed partial class ExecSettings
{
    private readonly BoundUnit _unit;
    private readonly string? _section;

    internal ExecSettings(BoundUnit unit)
    {
        _unit = unit;
        _section = UnitSections.ExecSection(unit.Name.Type);
        DefaultDependencies = SettingReader.ReadLast<bool>(
            unit.GetAssignments(UnitSections.Unit, "DefaultDependencies"), true, SettingValues.TryParseBoolean);
        DynamicUser = ReadBoolean("DynamicUser");
        PrivateTmp = Force(
            Read("PrivateTmp", PrivateTmpMode.Off, SettingValues.PrivateTmp(unit.SystemdVersion)),
            mode => mode == PrivateTmpMode.Off ? PrivateTmpMode.Connected : mode);
        ProtectHome = Force(
            Read<ProtectHomeMode>("ProtectHome", ProtectHomeMode.Off, SettingValues.TryParseProtectHome),
            mode => mode == ProtectHomeMode.Off ? ProtectHomeMode.ReadOnly : mode);
        ProtectSystem = Force(
            Read<ProtectSystemMode>("ProtectSystem", ProtectSystemMode.Off, SettingValues.TryParseProtectSystem),
            _ => ProtectSystemMode.Strict);
        PrivateDevices = ReadBoolean("PrivateDevices");
        NoNewPrivileges = Force(ReadBoolean("NoNewPrivileges"), _ => true);
        CapabilityBoundingSet = CapabilitySet.ReadBoundingSet(Assignments("CapabilityBoundingSet"), unit.SystemdVersion);
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

    private EffectiveValue<bool> ReadBoolean(string key) => Read<bool>(key, false, SettingValues.TryParseBoolean);

    private EffectiveValue<T> Read<T>(string key, T defaultValue, ValueParser<T> parse) =>
        SettingReader.ReadLast(Assignments(key), defaultValue, parse);

    private ImmutableArray<UnitAssignment> Assignments(string key) => _section is null ? [] : _unit.GetAssignments(_section, key);

    private EffectiveValue<T> Force<T>(EffectiveValue<T> setting, Func<T, T> force)
    {
        var forced = DynamicUser.Value ? force(setting.Value) : setting.Value;
        return EqualityComparer<T>.Default.Equals(forced, setting.Value)
            ? setting
            : setting with { Value = forced, Origin = null, ImpliedBy = DynamicUser.Origin };
    }
}
