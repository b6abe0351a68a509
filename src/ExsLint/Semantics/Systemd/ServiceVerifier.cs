using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// The checks that make systemd refuse a service as a whole (service_verify() in src/core/service.c; tried with 252).
/// </summary>
internal static class ServiceVerifier
{
    private static readonly ImmutableArray<string> Types =
        ["simple", "exec", "forking", "oneshot", "dbus", "notify", "notify-reload", "idle"];

    private static readonly ImmutableArray<string> Restarts =
        ["no", "on-success", "on-failure", "on-abnormal", "on-watchdog", "on-abort", "always"];

    private static readonly ImmutableArray<string> KillModes = ["control-group", "process", "mixed", "none"];

    private static readonly ImmutableArray<string> PrivateUsers =
        ["1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off", "self", "identity", "full", "managed"];

    private static readonly ImmutableArray<string> NotWithManagedUsers = ["User", "Group", "PAMName"];

    // The first systemd, as far as is known, with that value.
    private const int KnowsManagedUsers = 258;

    // The first systemd, as far as is known, that refuses a dynamic user of a user's manager.
    private const int MindsDynamicUser = 257;

    /// <summary>The reason as a sentence, or null if the unit passes or is no service.</summary>
    public static string? Verify(BoundUnit unit) => unit.Name.Type switch
    {
        "service" when !unit.IsMasked => VerifyService(unit),
        _ => null,
    };

    private static string? VerifyService(BoundUnit unit)
    {
        var starts = CountCommands(unit, "ExecStart");
        var hasSuccessAction = Last(unit, UnitSections.Unit, "SuccessAction") is not (null or "none");
        if (starts == 0 && !hasSuccessAction)
        {
            if (CountCommands(unit, "ExecStop") == 0)
            {
                return "The service has no ExecStart=, ExecStop= or SuccessAction=, so systemd refuses it.";
            }

            if (!IsOn(unit, "RemainAfterExit"))
            {
                return "The service has no ExecStart= and no RemainAfterExit=yes, so systemd refuses it.";
            }
        }

        var busName = Last(unit, UnitSections.Service, "BusName");
        var type = LastOf(unit, "Type", Types) ?? (busName is not null ? "dbus" : starts > 0 ? "simple" : "oneshot");
        return VerifyType(unit, type, starts, busName) ?? VerifyPam(unit) ?? VerifyManagedUsers(unit) ?? VerifyDynamicUser(unit);
    }

    private static string? VerifyType(BoundUnit unit, string type, int starts, string? busName)
    {
        if (type != "oneshot")
        {
            return starts > 1 ? "The service has more than one ExecStart= and is not Type=oneshot, so systemd refuses it."
                : type == "dbus" && busName is null ? "The service is Type=dbus and has no BusName=, so systemd refuses it."
                : null;
        }

        return LastOf(unit, "Restart", Restarts) is ("always" or "on-success") and var restart
                ? $"The service is Type=oneshot and has Restart={restart}, so systemd refuses it."
            : Last(unit, UnitSections.Service, "RestartForceExitStatus") is not null
                ? "The service is Type=oneshot and has RestartForceExitStatus=, so systemd refuses it."
            : LastOf(unit, "ExitType", ["main", "cgroup"]) == "cgroup"
                ? "The service is Type=oneshot and has ExitType=cgroup, so systemd refuses it."
            : null;
    }

    private static string? VerifyPam(BoundUnit unit) =>
        Last(unit, UnitSections.Service, "PAMName") is not null && LastOf(unit, "KillMode", KillModes) is "process" or "none"
            ? "The service has PAMName= and a KillMode= other than control-group or mixed, so systemd refuses it."
            : null;

    private static string? VerifyManagedUsers(BoundUnit unit) =>
        unit.SystemdVersion >= KnowsManagedUsers
        && LastOf(unit, "PrivateUsers", PrivateUsers, StringComparer.OrdinalIgnoreCase) == "managed"
        && (IsOn(unit, "DynamicUser") || NotWithManagedUsers.Any(key => Last(unit, UnitSections.Service, key) is not null))
            ? "The service has PrivateUsers=managed and one of User=, Group=, DynamicUser= and PAMName=, so systemd refuses it."
            : null;

    private static string? VerifyDynamicUser(BoundUnit unit) =>
        unit.SystemdVersion >= MindsDynamicUser && unit.Scope == UnitScope.User && IsOn(unit, "DynamicUser")
            ? "The service has DynamicUser=yes and is one of a user's manager, so systemd refuses it."
            : null;

    private static int CountCommands(BoundUnit unit, string key) => SettingReader
        .AfterLastReset(unit.GetAssignments(UnitSections.Service, key))
        .Sum(assignment => ExecCommand.Parse(assignment.Value, unit.Specifiers, out _).Length);

    private static bool IsOn(BoundUnit unit, string key) => SettingReader
        .ReadLast<bool>(unit.GetAssignments(UnitSections.Service, key), false, SettingValues.TryParseBoolean).Value;

    private static string? LastOf(BoundUnit unit, string key, ImmutableArray<string> words, StringComparer? comparer = null) =>
        unit
        .GetAssignments(UnitSections.Service, key)
        .Select(assignment => assignment.Value)
        .LastOrDefault(value => words.Contains(value, comparer ?? StringComparer.Ordinal));

    private static string? Last(BoundUnit unit, string section, string key) =>
        unit.GetAssignments(section, key).LastOrDefault() is { Value.Length: > 0 } last ? last.Value : null;
}
