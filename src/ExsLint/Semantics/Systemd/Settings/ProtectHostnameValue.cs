using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary><c>ProtectHostname=</c>: a boolean, since 258 also <c>private</c>, and a host name behind either.</summary>
/// <remarks>systemd.exec(5) of 262 and NEWS of 258; the grammar was tried with 252, 257 and 262.</remarks>
internal static class ProtectHostnameValue
{
    private const int TakesHostName = 258;
    private const string Private = "private";

    // HOST_NAME_MAX of Linux.
    private const int MaxHostName = 64;

    /// <summary>Reads a value; false if systemd keeps the one before. Whatever is not off counts as on.</summary>
    public static ValueParser<bool> For(Specifiers specifiers) => (text, out isOn) =>
    {
        if (specifiers.SystemdVersion < TakesHostName)
        {
            return SettingValues.TryParseBoolean(text, out isOn);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var mode = colon < 0 ? text : text[..colon];
        var isMode = SettingValues.TryParseBoolean(mode, out isOn) || (isOn = mode == Private) || text.Length == 0;
        return isMode && (colon < 0 || (isOn && specifiers.Expand(text[(colon + 1)..]) is { } name && IsHostName(name)));
    };

    // hostname_is_valid() of src/basic/hostname-util.c without its flags.
    private static bool IsHostName(string name) => name.Length <= MaxHostName && name.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
