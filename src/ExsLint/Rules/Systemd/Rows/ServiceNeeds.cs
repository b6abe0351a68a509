using System.Collections.Immutable;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>What a service needs to do its work, as far as its unit shows.</summary>
internal static class ServiceNeeds
{
    // Ports below this one are for privileged processes (ip(7), ip_unprivileged_port_start).
    private const int FirstOpenPort = 1024;
    private const string BindService = "CAP_NET_BIND_SERVICE";

    /// <summary>Programs that create namespaces: headless browsers, containers, sandboxes.</summary>
    public static ImmutableArray<string> NamespacePrograms { get; } =
    [
        "chrome", "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chromedriver", "headless_shell",
        "firefox",
        "bwrap", "firejail", "unshare", "nsenter", "ip", "docker", "podman", "runc", "systemd-nspawn", "lxc-start",
    ];

    /// <summary>The number of the capability to listen on a port below 1024 (CAP_NET_BIND_SERVICE).</summary>
    public static int BindServiceNumber { get; } = Capabilities.Find(BindService)!.Value;

    /// <summary>
    /// Whether the service listens on a port below 1024: it has the capability, or its environment names such a port.
    /// </summary>
    public static bool ListensOnLowPort(EffectiveUnit unit) =>
        HoldsAmbient(unit, BindServiceNumber)
        || UnitEnvironment.Variables(unit).Any(variable =>
            (variable.Name == "PORT" || variable.Name.EndsWith("_PORT", StringComparison.Ordinal))
            && int.TryParse(variable.Value, out var port) && port is > 0 and < FirstOpenPort
            && (variable.Name is "PORT" || variable.Name.Contains("HTTP", StringComparison.Ordinal)));

    /// <summary>Whether <c>AmbientCapabilities=</c> gives the service a capability.</summary>
    public static bool HoldsAmbient(EffectiveUnit unit, int capability) =>
        unit.Exec.AmbientCapabilities.Value.Contains(capability);

    /// <summary>Whether the unit asks for ambient capabilities, which a user namespace would make useless.</summary>
    public static bool HoldsAnyAmbient(EffectiveUnit unit) => unit.Exec.AmbientCapabilities.Value.Mask != 0;
}
