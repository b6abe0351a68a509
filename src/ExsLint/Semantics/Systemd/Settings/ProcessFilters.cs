using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>What a unit's processes may ask of the kernel.</summary>
public sealed class ProcessFilters
{
    private static readonly ImmutableArray<string> ProcModes = ["noaccess", "invisible", "ptraceable", "default"];

    private static readonly ImmutableArray<string> ProcSubsets = ["all", "pid"];

    private readonly ExecSection _section;

    internal ProcessFilters(ExecSection section) => _section = section;

    /// <summary><c>ProtectProc=</c>.</summary>
    public EffectiveValue<string> ProtectProc => _section.ReadWord("ProtectProc", "default", ProcModes);

    /// <summary><c>ProcSubset=</c>.</summary>
    public EffectiveValue<string> ProcSubset => _section.ReadWord("ProcSubset", "all", ProcSubsets);

    /// <summary><c>RestrictNamespaces=</c>.</summary>
    public EffectiveValue<NamespaceFilter> RestrictNamespaces =>
        SettingReader.ReadAll(
            _section.Assignments("RestrictNamespaces"), new NamespaceFilter(_section.SystemdVersion), NamespaceFilter.Apply);

    /// <summary><c>RestrictAddressFamilies=</c>.</summary>
    public EffectiveValue<AddressFamilyFilter> RestrictAddressFamilies =>
        SettingReader.ReadAll(
            _section.Assignments("RestrictAddressFamilies"),
            new AddressFamilyFilter(_section.SystemdVersion),
            AddressFamilyFilter.Apply);

    /// <summary><c>SystemCallFilter=</c>.</summary>
    public EffectiveValue<SystemCallFilter> SystemCallFilter =>
        SettingReader.ReadAll(
            _section.Assignments("SystemCallFilter"),
            new SystemCallFilter(_section.SystemdVersion),
            Settings.SystemCallFilter.Apply);

    /// <summary><c>SystemCallArchitectures=</c>.</summary>
    public EffectiveValue<ArchitectureFilter> SystemCallArchitectures =>
        SettingReader.ReadAll(
            _section.Assignments("SystemCallArchitectures"),
            new ArchitectureFilter(_section.SystemdVersion),
            ArchitectureFilter.Apply);
}
