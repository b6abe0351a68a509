using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// The checks that make systemd refuse a unit that is no service (socket_verify() and its kin in src/core; tried with 252). A
/// value that only its own parser would turn down is taken for good.
/// </summary>
internal static class OtherUnitVerifier
{
    private static readonly ImmutableArray<string> Listens =
    [
        "ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO", "ListenNetlink", "ListenSpecial",
        "ListenMessageQueue",
        "ListenUSBFunction",
    ];

    private static readonly ImmutableArray<string> Times =
        ["OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec"];

    private static readonly ImmutableArray<string> Specs =
        ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"];

    private static readonly ImmutableArray<string> Changes = ["OnClockChange", "OnTimezoneChange"];

    /// <summary>The reason as a sentence, or null if the unit passes.</summary>
    public static string? Verify(BoundUnit unit) => unit.Name.Type switch
    {
        "socket" when !HasAny(unit, "Socket", Listens) => "The socket has no Listen…= setting, so systemd refuses it.",
        "timer" when !HasAny(unit, "Timer", Times) && !Changes.Any(key => IsOn(unit, "Timer", key)) =>
            "The timer has no On…= setting, so systemd refuses it.",
        "path" when !HasAny(unit, "Path", Specs) => "The path unit has no Path…= setting, so systemd refuses it.",
        "mount" =>
            VerifyPlace(unit, "Mount", "Where")
                ?? (Last(unit, "Mount", "What") is null ? "The mount has no What=, so systemd refuses it." : null),
        "automount" => VerifyPlace(unit, "Automount", "Where"),
        "swap" => VerifyPlace(unit, "Swap", "What"),
        _ => null,
    };

    private static string? VerifyPlace(BoundUnit unit, string section, string key) =>
        Last(unit, section, key) is { } place
        && unit.Specifiers.Expand(place) is ['/', ..] path
        && Escape(UnitPath.Simplify(path, unit.SystemdVersion)) != unit.Name.Text[..unit.Name.Text.LastIndexOf('.')]
            ? $"{key}={UnitPath.Simplify(path, unit.SystemdVersion)} does not go with the unit's name, so systemd refuses it."
            : null;

    // unit_name_path_escape() of systemd.
    private static string Escape(string path)
    {
        if (path == "/")
        {
            return "-";
        }

        var name = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(path[1..]))
        {
            var c = (char)value;
            name.Append(c == '/' ? "-"
                : char.IsAsciiLetterOrDigit(c) || c is ':' or '_' || (c == '.' && name.Length > 0) ? c.ToString()
                : string.Create(CultureInfo.InvariantCulture, $"\\x{value:x2}"));
        }

        return name.ToString();
    }

    // An empty value of any of the keys clears them all.
    private static bool HasAny(BoundUnit unit, string section, ImmutableArray<string> keys) => keys
        .SelectMany(key => unit.GetAssignments(section, key))
        .MaxBy(assignment => assignment.Order) is { Value.Length: > 0 };

    private static bool IsOn(BoundUnit unit, string section, string key) =>
        SettingReader.ReadLast<bool>(unit.GetAssignments(section, key), false, SettingValues.TryParseBoolean).Value;

    private static string? Last(BoundUnit unit, string section, string key) =>
        unit.GetAssignments(section, key).LastOrDefault() is { Value.Length: > 0 } last ? last.Value : null;
}
