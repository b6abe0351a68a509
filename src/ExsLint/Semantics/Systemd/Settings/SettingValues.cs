using System.Text;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>What <c>PrivateTmp=</c> can be (systemd.exec(5)).</summary>
public enum PrivateTmpMode
{
    /// <summary>The host's /tmp.</summary>
    Off,

    /// <summary>A private folder below the host's /tmp: <c>true</c>, and <c>connected</c> since 257.</summary>
    Connected,

    /// <summary>A private file system: <c>disconnected</c>, since 257.</summary>
    Disconnected,
}

/// <summary>What <c>ProtectHome=</c> can be (systemd.exec(5)).</summary>
public enum ProtectHomeMode
{
    /// <summary>Home directories as they are.</summary>
    Off,

    /// <summary>Home directories cannot be written.</summary>
    ReadOnly,

    /// <summary>An empty file system lies over home directories.</summary>
    Tmpfs,

    /// <summary>Home directories are empty and out of reach.</summary>
    On,
}

/// <summary>What <c>ProtectSystem=</c> can be (systemd.exec(5)).</summary>
public enum ProtectSystemMode
{
    /// <summary>Everything can be written.</summary>
    Off,

    /// <summary>/usr and the boot loader cannot be written.</summary>
    On,

    /// <summary>/etc neither.</summary>
    Full,

    /// <summary>Nothing can be written but /dev, /proc and /sys.</summary>
    Strict,
}

/// <summary>How systemd reads booleans and words.</summary>
internal static class SettingValues
{
    // The first systemd that knows more of PrivateTmp than a boolean (NEWS, 257).
    private const int PrivateTmpWords = 257;
    private const int MaxFileMode = 0xFFF;
    private const int SwitchWords = 257;
    private const int MoreSwitchWords = 258;

    /// <summary>parse_boolean() of systemd: any case, no quotes, no space.</summary>
    public static bool TryParseBoolean(string text, out bool value)
    {
        value = Is(text, "1") || Is(text, "yes") || Is(text, "y") || Is(text, "true") || Is(text, "t") || Is(text, "on");
        return value || Is(text, "0") || Is(text, "no") || Is(text, "n") || Is(text, "false") || Is(text, "f") || Is(text, "off");

        static bool Is(string text, string word) => text.Length == word.Length && Ascii.EqualsIgnoreCase(text, word);
    }

    /// <summary>parse_mode() of systemd: octal digits only, up to 07777.</summary>
    public static bool TryParseFileMode(string text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7' || value > MaxFileMode)
            {
                return false;
            }

            value = (value * 8) + (digit - '0');
        }

        return text.Length > 0 && value <= MaxFileMode;
    }

    /// <summary>
    /// A boolean setting that newer versions of systemd give more values; all of those count as on. 257: PrivateUsers,
    /// ProtectControlGroups; 258: more of PrivateUsers (systemd.exec(5); tried with 257 and 262).
    /// </summary>
    public static ValueParser<bool> Switch(string key, int systemdVersion) => (text, out value) =>
    {
        if (TryParseBoolean(text, out value))
        {
            return true;
        }

        value = (key, text) switch
        {
            ("PrivateUsers", "self" or "identity") => systemdVersion >= SwitchWords,
            ("ProtectControlGroups", "private" or "strict") => systemdVersion >= SwitchWords,
            ("PrivateUsers", "full" or "managed") => systemdVersion >= MoreSwitchWords,
            _ => false,
        };
        return value;
    };

    public static ValueParser<PrivateTmpMode> PrivateTmp(int systemdVersion) => (text, out value) =>
    {
        value = text switch
        {
            "connected" when systemdVersion >= PrivateTmpWords => PrivateTmpMode.Connected,
            "disconnected" when systemdVersion >= PrivateTmpWords => PrivateTmpMode.Disconnected,
            _ => PrivateTmpMode.Off,
        };
        return value != PrivateTmpMode.Off
            || TryParseSwitch(text, PrivateTmpMode.Off, PrivateTmpMode.Connected, out value);
    };

    public static bool TryParseProtectHome(string text, out ProtectHomeMode value)
    {
        value = text switch
        {
            "read-only" => ProtectHomeMode.ReadOnly,
            "tmpfs" => ProtectHomeMode.Tmpfs,
            _ => ProtectHomeMode.Off,
        };
        return value != ProtectHomeMode.Off || TryParseSwitch(text, ProtectHomeMode.Off, ProtectHomeMode.On, out value);
    }

    public static bool TryParseProtectSystem(string text, out ProtectSystemMode value)
    {
        value = text switch
        {
            "full" => ProtectSystemMode.Full,
            "strict" => ProtectSystemMode.Strict,
            _ => ProtectSystemMode.Off,
        };
        return value != ProtectSystemMode.Off || TryParseSwitch(text, ProtectSystemMode.Off, ProtectSystemMode.On, out value);
    }

    private static bool TryParseSwitch<T>(string text, T off, T on, out T value)
    {
        var isBoolean = TryParseBoolean(text, out var isOn);
        value = isOn ? on : off;
        return isBoolean;
    }
}
