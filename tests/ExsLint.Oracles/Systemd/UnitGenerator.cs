using System.Text;

namespace ExsLint.Oracles.Systemd;

/// <summary>
/// Makes unit files that mix what people write, what they get wrong, and the corners of the syntax. The same seed, the same
/// units.
/// </summary>
internal sealed partial class UnitGenerator(int seed)
{
    private static readonly string[] Booleans =
        ["yes", "no", "true", "false", "on", "off", "1", "0", "TRUE", "No", "t", "f", "y", "n", "", "maybe", "\"yes\"",
            "yes # why", "2", "yes no"];

    private static readonly string[] Capabilities =
    [
        "", "~", "CAP_SYS_ADMIN", "~CAP_SYS_ADMIN", "cap_sys_admin", "~21", "~0x15", "~025", "21", "~CAP_SYS_ADMN", "CAP_TYPO",
        "CAP_CHOWN",
        "~CAP_CHOWN", "CAP_CHOWN CAP_SYS_ADMIN", "~CAP_CHOWN CAP_SYS_ADMIN", "CAP_CHOWN,CAP_SYS_ADMIN", "\"CAP_SYS_ADMIN\"",
        "~\"CAP_SYS_ADMIN\"",
        "~'CAP_SYS_ADMIN", "CAP_CHOWN ~CAP_SYS_ADMIN", "62", "~62", "63", "64", "~CAP_SYS\\_ADMIN", "-21", "~+21", "~0b10101",
        "CAP_CHOWN # CAP_SYS_ADMIN",
    ];

    private static readonly (string Key, string[] Values)[] Settings =
    [
        ("PrivateTmp", [.. Booleans, "connected", "disconnected"]),
        ("ProtectHome", [.. Booleans, "read-only", "tmpfs", "Read-Only", "full"]),
        ("ProtectSystem", [.. Booleans, "full", "strict", "Strict", "FULL", "'full'"]),
        ("PrivateDevices", Booleans),
        ("NoNewPrivileges", Booleans),
        ("CapabilityBoundingSet", Capabilities),
        ("CapabilityBoundingSet", Capabilities),
        ("privatetmp", ["yes"]),
        ("DynamicUser", ["yes", "no", "yes", "0", "on", "1", "false", "no"]),
    ];

    private static readonly string[] Oddities =
    [
        "# a comment", "; another", "", "no equals sign here", "[Service]", "[service]", "[X-Ours]", "[Install]", "[Unit]",
        " [Service] ", "   ",
        "=value", "Unknown=1", "# a comment that does not go on \\", "\t# indented",
    ];

    private static readonly string[] FatalLines =
    [
        "[Service] # the server", "[Service", "User=a:b", "User=00", "User=65535", "DynamicUser=perhaps", "DynamicUser=",
        "WorkingDirectory=relative",
        "ExecStart=/bin/false", "Type=dbus", "ExecStart=", "ExecStart=bin/sh", "Group=%x", "RootDirectory=a",
        "ExecStartPre=/bin/echo \"open", "[]x",
    ];

    private static readonly string[] Noise =
    [
        "[", "]", "=", "\\", "#", ";", " ", "\t", "\n", "\n", "\r", "\0", "\uFEFF", "a", "[Service]", "\\\n",
        "NoNewPrivileges=yes", "PrivateTmp=",
        "yes", "no", "CapabilityBoundingSet=", "~CAP_SYS_ADMIN", "\"", "'", "é", "\u00A0", "\u2028", "\v", "\uFDD0", "\x7f",
        "\x01", "\n[Unit]\n",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A unit's own file.</summary>
    public string NextUnit()
    {
        var lines = new List<string>();
        if (Chance(3))
        {
            lines.Add("[Unit]");
            lines.Add("DefaultDependencies=" + Pick(Booleans));
        }

        lines.Add("[Service]");
        lines.Add(Chance(12) ? "Type=oneshot" : "ExecStart=/bin/true");
        AddLines(lines, _random.Next(12));
        return Join(lines);
    }

    /// <summary>A unit's own file with any text behind a good start; now and then with bytes that are no text.</summary>
    public byte[] NextNoise()
    {
        var bytes = new List<byte>("[Service]\nExecStart=/bin/true\nPrivateTmp=yes\n"u8.ToArray());
        for (var i = _random.Next(30); i > 0; i--)
        {
            bytes.AddRange(Chance(200) ? [0xE9] : Encoding.UTF8.GetBytes(Pick(Noise)));
        }

        return [.. bytes];
    }

    /// <summary>A drop-in.</summary>
    public string NextDropIn()
    {
        var lines = new List<string> { Chance(15) ? "[Unit]" : "[Service]" };
        AddLines(lines, _random.Next(5));
        return Chance(10) ? "" : Join(lines);
    }

    private void AddLines(List<string> lines, int count)
    {
        for (var i = 0; i < count; i++)
        {
            lines.Add(Chance(40) ? Pick(FatalLines) : Chance(5) ? Pick(Oddities) : NextSetting());
        }
    }

    private string NextSetting() => NextSetting(Settings);

    private string NextSetting((string Key, string[] Values)[] settings)
    {
        var (key, values) = Pick(settings);
        var equals = Pick(["=", "=", "=", " = ", "= ", "\t=\t"]);
        var value = Pick(values);
        if (value.Contains(' ', StringComparison.Ordinal) && Chance(2))
        {
            value = value.Replace(
                " ", Pick([" \\\n", " \\\n   ", " \\\n# between\n  ", "\\\n;between\\\n"]), StringComparison.Ordinal);
        }

        return key + equals + value + Pick(["", "", "", " ", "\t", " \\\n", " \\\n\n", "\\\\"]);
    }

    private string Join(List<string> lines)
    {
        var lineEnd = Pick(["\n", "\n", "\n", "\n", "\r\n", "\r", "\0", "\n\r"]);
        var text = new StringBuilder(Chance(20) ? "\uFEFF" : "");
        foreach (var line in lines)
        {
            text.Append(line.Replace("\n", lineEnd, StringComparison.Ordinal)).Append(lineEnd);
        }

        if (Chance(4))
        {
            text.Length -= lineEnd.Length;
        }

        return text.ToString();
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
