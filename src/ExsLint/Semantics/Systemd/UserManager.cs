using System.Collections.Frozen;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// What a user's own manager, which has no privileges, can do with the settings that confine a service. Each was tried in units
/// that <c>systemd --user</c> of 252, 257 and 262 ran.
/// </summary>
internal static class UserManager
{
    // Filters that any process may take on, if it gives up to gain privileges: they bring NoNewPrivileges= (systemd.exec(5)).
    private static readonly FrozenSet<string> Filters = FrozenSet.Create(
        StringComparer.Ordinal,
        "LockPersonality", "MemoryDenyWriteExecute", "RestrictAddressFamilies", "RestrictNamespaces", "RestrictRealtime",
        "RestrictSUIDSGID", "SystemCallArchitectures", "SystemCallFilter");

    // What needs no privileges and brings nothing.
    private static readonly FrozenSet<string> Free = FrozenSet.Create(
        StringComparer.Ordinal, "Delegate", "KeyringMode", "NoNewPrivileges", "NotifyAccess", "PrivateUsers", "UMask");

    // What works in a namespace of users: without one it has no effect, or the service exits with 218/CAPABILITIES. Since 254
    // most
    // of them make that namespace, where the kernel lets them; then other users' files are nobody's.
    private static readonly FrozenSet<string> InUserNamespace = FrozenSet.Create(
        StringComparer.Ordinal,
        "AmbientCapabilities", "CapabilityBoundingSet", "PrivateDevices", "PrivateMounts", "PrivateNetwork", "PrivateTmp",
        "ProtectClock", "ProtectControlGroups", "ProtectHome", "ProtectHostname", "ProtectKernelLogs", "ProtectKernelModules",
        "ProtectKernelTunables", "ProtectSystem", "RootDirectory");

    /// <summary>Whether the manager that runs a unit can do what a setting asks for.</summary>
    public static bool CanConfine(EffectiveUnit unit, string key) =>
        !unit.IsOfUserManager
        || Filters.Contains(key)
        || Free.Contains(key)
        || (InUserNamespace.Contains(key) && HasUserNamespace(unit));

    /// <summary>
    /// Whether a setting can be added to a unit without a look at the host. In a user's manager a filter takes the way to more
    /// privileges away, which is safe where that is gone already; what needs a namespace of users depends on the host.
    /// </summary>
    public static bool IsSafe(EffectiveUnit unit, string key) =>
        !unit.IsOfUserManager || (Filters.Contains(key) ? unit.Exec.NoNewPrivileges.Value : !InUserNamespace.Contains(key));

    /// <summary>Whether a unit asks for a namespace of users.</summary>
    public static bool HasUserNamespace(EffectiveUnit unit) => unit.Exec.GetSwitch("PrivateUsers").Value;
}
