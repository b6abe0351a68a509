namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>Tells whether a setting would contradict what a unit says already.</summary>
internal static class ContradictionForecast
{
    /// <summary>Whether a value of a setting of <c>[Service]</c> would take away what another of the unit's settings needs.</summary>
    public static bool Arises(EffectiveUnit unit, string key, string value) => key switch
    {
        "ProtectHome" => SettingValues.TryParseProtectHome(value, out var mode)
            && mode is ProtectHomeMode.On or ProtectHomeMode.Tmpfs
            && Hides(unit, PathMask.ProtectHome(null, mode)),
        "PrivateTmp" => SettingValues.PrivateTmp(unit.SystemdVersion)(value, out var mode)
            && mode != PrivateTmpMode.Off
            && Hides(unit, PathMask.PrivateTmp(null, mode)),
        "ProtectSystem" => SettingValues.TryParseProtectSystem(value, out var mode)
            && ReadOnlyTrees.WrittenInVain(unit, mode).Any(),
        "PrivateDevices" => SettingValues.TryParseBoolean(value, out var isOn) && isOn && PrivateDevices.OpenedInVain(unit).Any(),
        "PrivateUsers" => SettingValues.TryParseBoolean(value, out var isOn) && isOn && AmbientGrants.IsLostInNamespace(unit),
        "CapabilityBoundingSet" => AmbientGrants.FirstLost(unit, CapabilitySet.All.Apply(value, unit.SystemdVersion)) is not null,
        _ => false,
    };

    private static bool Hides(EffectiveUnit unit, PathMask mask) =>
        !PathMask.HasOwnRoot(unit) && HiddenPaths.Find(unit, [mask]).Any();
}
