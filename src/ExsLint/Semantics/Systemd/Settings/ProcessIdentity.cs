using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>Who a unit's processes are, and what they are given.</summary>
public sealed class ProcessIdentity
{
    // exec_context_init() of systemd.
    private const int DefaultFileMode = 0x12; // 0022

    private static readonly ImmutableArray<string> KeyringModes = ["inherit", "private", "shared"];

    private readonly ExecSection _section;

    internal ProcessIdentity(ExecSection section) => _section = section;

    /// <summary>
    /// <c>User=</c>, specifiers replaced; null if there is none. What <c>DynamicUser=</c> derives from the unit's name is left
    /// out.
    /// </summary>
    public EffectiveValue<string?> User =>
        SettingReader.ReadLast<string?>(_section.Assignments("User"), null, (string text, out string? value) =>
    {
        value = _section.Specifiers.Expand(text);
        value = value is "" ? null : value;
        return true;
    });

    /// <summary>Whether <c>SupplementaryGroups=</c> names any.</summary>
    public EffectiveValue<bool> SupplementaryGroups
    {
        get
        {
            var assignments = _section.Assignments("SupplementaryGroups");
            return new EffectiveValue<bool>(
                assignments.Length > 0 && assignments[^1].Value.Length > 0, assignments.LastOrDefault(), assignments, []);
        }
    }

    /// <summary><c>UMask=</c>, 0 to 4095.</summary>
    public EffectiveValue<int> FileModeMask => _section.Read<int>("UMask", DefaultFileMode, SettingValues.TryParseFileMode);

    /// <summary><c>KeyringMode=</c>.</summary>
    public EffectiveValue<string> KeyringMode => _section.ReadWord(
        "KeyringMode",
        _section.Unit.Name.Type == "service" && _section.Unit.Scope == UnitScope.System ? "private" : "shared",
        KeyringModes);

    /// <summary><c>RemoveIPC=</c>.</summary>
    public EffectiveValue<bool> RemoveIpc => _section.Force(_section.ReadBoolean("RemoveIPC"), _ => true);

    /// <summary>The first encrypted credential, or null.</summary>
    internal UnitAssignment? EncryptedCredential =>
        CredentialList.FindEncrypted(
            _section.Specifiers,
            [.. _section.Assignments("LoadCredential"), .. _section.Assignments("LoadCredentialEncrypted")])
        ?? CredentialList.FindEncrypted(
            _section.Specifiers,
            [.. _section.Assignments("SetCredential"), .. _section.Assignments("SetCredentialEncrypted")]);
}
