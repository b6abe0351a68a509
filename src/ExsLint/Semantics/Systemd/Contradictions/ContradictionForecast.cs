using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>Tells whether a setting would contradict what a unit says already.</summary>
internal static class ContradictionForecast
{
    /// <summary>
    /// Whether a value of a setting of <c>[Service]</c> would take away what another of the unit's settings needs.
    /// </summary>
    public static bool Arises(EffectiveUnit unit, string key, string value) => key switch
    {
        "ProtectHome" => SettingValues.TryParseProtectHome(value, out var mode)
            && mode is ProtectHomeMode.On or ProtectHomeMode.Tmpfs
            && (NamesUsersFolders(unit) || Hides(unit, PathMask.ProtectHome(null, mode))),
        "PrivateTmp" => SettingValues.PrivateTmp(unit.SystemdVersion)(value, out var mode)
            && mode != PrivateTmpMode.Off
            && Hides(unit, PathMask.PrivateTmp(null, mode)),
        "ProtectSystem" => SettingValues.TryParseProtectSystem(value, out var mode)
            && ReadOnlyTrees.WrittenInVain(unit, mode).Any(),
        "PrivateDevices" => IsOn(value) && (PrivateDevices.OpenedInVain(unit).Any() || AmbientGrants.AreTakenBy(unit, key)),
        "ProtectClock" or "ProtectKernelLogs" or "ProtectKernelModules" => IsOn(value) && AmbientGrants.AreTakenBy(unit, key),
        "PrivateUsers" => IsOn(value) && AmbientGrants.IsLostInNamespace(unit),
        "CapabilityBoundingSet" => AmbientGrants.FirstLost(unit, CapabilitySet.All.Apply(value, unit.SystemdVersion)) is not null,
        _ => false,
    };

    private static bool IsOn(string value) => SettingValues.TryParseBoolean(value, out var isOn) && isOn;

    /// <summary>
    /// Whether a unit of a user's own manager names that user's home (<c>%h</c>) or runtime folder (<c>%t</c>): both are among
    /// what ProtectHome= hides, but for homes that are elsewhere.
    /// </summary>
    private static bool NamesUsersFolders(EffectiveUnit unit) => unit.IsOfUserManager && unit.Assignments.Any(assignment =>
        assignment.Section == UnitSections.Service
        && (assignment.Value.Contains("%h", StringComparison.Ordinal)
            || assignment.Value.Contains("%t", StringComparison.Ordinal)));

    private static bool Hides(EffectiveUnit unit, PathMask mask) =>
        !PathMask.HasOwnRoot(unit) && HiddenPaths.Find(unit, [mask]).Any();
}
