using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <content>The settings that only <c>systemd-analyze security</c> asks for; read when they are.</content>
public sealed partial class ExecSettings
{
    // exec_context_init() of systemd.
    private const int DefaultFileMode = 0x12; // 0022

    private static readonly ImmutableArray<string> KeyringModes = ["inherit", "private", "shared"];

    private static readonly ImmutableArray<string> ProcModes = ["noaccess", "invisible", "ptraceable", "default"];

    private static readonly ImmutableArray<string> ProcSubsets = ["all", "pid"];

    /// <summary>
    /// <c>User=</c>, specifiers replaced; null if there is none. What <c>DynamicUser=</c> derives from the unit's name is left
    /// out.
    /// </summary>
    public EffectiveValue<string?> User =>
        SettingReader.ReadLast<string?>(Assignments("User"), null, (string text, out string? value) =>
    {
        value = _unit.Specifiers.Expand(text);
        value = value is "" ? null : value;
        return true;
    });

    /// <summary>Whether <c>SupplementaryGroups=</c> names any.</summary>
    public EffectiveValue<bool> SupplementaryGroups
    {
        get
        {
            var assignments = Assignments("SupplementaryGroups");
            return new EffectiveValue<bool>(
                assignments.Length > 0 && assignments[^1].Value.Length > 0, assignments.LastOrDefault(), assignments, []);
        }
    }

    /// <summary><c>UMask=</c>, 0 to 4095.</summary>
    public EffectiveValue<int> FileModeMask => Read<int>("UMask", DefaultFileMode, SettingValues.TryParseFileMode);

    /// <summary><c>KeyringMode=</c>.</summary>
    public EffectiveValue<string> KeyringMode => ReadWord(
        "KeyringMode", _unit.Name.Type == "service" && _unit.Scope == UnitScope.System ? "private" : "shared", KeyringModes);

    /// <summary><c>ProtectProc=</c>.</summary>
    public EffectiveValue<string> ProtectProc => ReadWord("ProtectProc", "default", ProcModes);

    /// <summary><c>ProcSubset=</c>.</summary>
    public EffectiveValue<string> ProcSubset => ReadWord("ProcSubset", "all", ProcSubsets);

    /// <summary><c>AmbientCapabilities=</c>; its origin is the last assignment, for they all take part.</summary>
    public EffectiveValue<CapabilitySet> AmbientCapabilities =>
        CapabilitySet.ReadAmbientSet(Assignments("AmbientCapabilities"), _unit.SystemdVersion);

    /// <summary><c>RestrictNamespaces=</c>.</summary>
    public EffectiveValue<NamespaceFilter> RestrictNamespaces =>
        SettingReader.ReadAll(
            Assignments("RestrictNamespaces"), new NamespaceFilter(_unit.SystemdVersion), NamespaceFilter.Apply);

    /// <summary><c>RestrictAddressFamilies=</c>.</summary>
    public EffectiveValue<AddressFamilyFilter> RestrictAddressFamilies =>
        SettingReader.ReadAll(
            Assignments("RestrictAddressFamilies"), new AddressFamilyFilter(_unit.SystemdVersion), AddressFamilyFilter.Apply);

    /// <summary><c>SystemCallFilter=</c>.</summary>
    public EffectiveValue<SystemCallFilter> SystemCallFilter =>
        SettingReader.ReadAll(
            Assignments("SystemCallFilter"), new SystemCallFilter(_unit.SystemdVersion), Settings.SystemCallFilter.Apply);

    /// <summary><c>SystemCallArchitectures=</c>.</summary>
    public EffectiveValue<ArchitectureFilter> SystemCallArchitectures =>
        SettingReader.ReadAll(
            Assignments("SystemCallArchitectures"), new ArchitectureFilter(_unit.SystemdVersion), ArchitectureFilter.Apply);

    /// <summary><c>RootDirectory=</c>, tidy; null if there is none.</summary>
    public EffectiveValue<string?> RootDirectory => ReadPath("RootDirectory");

    /// <summary><c>RootImage=</c>, tidy; null if there is none.</summary>
    public EffectiveValue<string?> RootImage => ReadPath("RootImage");

    /// <summary><c>RemoveIPC=</c>.</summary>
    public EffectiveValue<bool> RemoveIpc => Force(ReadBoolean("RemoveIPC"), _ => true);

    /// <summary>The first encrypted credential, or null.</summary>
    internal UnitAssignment? EncryptedCredential =>
        CredentialList.FindEncrypted(
            _unit.Specifiers, [.. Assignments("LoadCredential"), .. Assignments("LoadCredentialEncrypted")])
        ?? CredentialList.FindEncrypted(
            _unit.Specifiers, [.. Assignments("SetCredential"), .. Assignments("SetCredentialEncrypted")]);

    /// <summary>Whether <c>MountImages=</c> mounts anything.</summary>
    internal EffectiveValue<MountImageList> MountImages =>
        SettingReader.ReadAll(Assignments("MountImages"), new MountImageList(_unit.Specifiers), MountImageList.Apply);

    /// <summary>
    /// A boolean setting, or one that only newer versions give more values, all of them stronger than <c>yes</c>.
    /// </summary>
    /// <param name="key">The key: <c>PrivateUsers</c>.</param>
    public EffectiveValue<bool> GetSwitch(string key) => key switch
    {
        "PrivateDevices" => PrivateDevices,
        "NoNewPrivileges" => NoNewPrivileges,
        "RestrictSUIDSGID" => Force(ReadBoolean(key), _ => true),
        "PrivateUsers" or "ProtectControlGroups" => Read(key, false, SettingValues.Switch(key, _unit.SystemdVersion)),
        "ProtectHostname" => Read(key, false, ProtectHostnameValue.For(_unit.Specifiers)),
        "PrivateMounts" when _section is not null && _unit.SystemdVersion >= ImpliesPrivateMounts =>
            Read<bool>(key, true, TryParseTristate),
        _ => ReadBoolean(key),
    };

    // Since then the row is good unless PrivateMounts=no is written.
    private const int ImpliesPrivateMounts = 254;

    private static bool TryParseTristate(string text, out bool value) =>
        text.Length == 0 ? value = true : SettingValues.TryParseBoolean(text, out value);

    private EffectiveValue<string> ReadWord(string key, string defaultValue, ImmutableArray<string> words) =>
        Read(key, defaultValue, (string text, out string value) => words.Contains(value = text));

    private EffectiveValue<string?> ReadPath(string key) =>
        SettingReader.ReadLast<string?>(Assignments(key), null, (string text, out string? value) =>
    {
        var expanded = _unit.Specifiers.Expand(text);
        value = string.IsNullOrEmpty(expanded) ? null : UnitPath.Simplify(expanded, _unit.SystemdVersion);
        return true;
    });
}
