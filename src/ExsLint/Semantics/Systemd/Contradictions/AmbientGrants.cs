using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>What becomes of the capabilities that <c>AmbientCapabilities=</c> gives a service (tried with 257 and 262).</summary>
internal static class AmbientGrants
{
    /// <summary>The capability to listen on low ports.</summary>
    public const string BindService = "CAP_NET_BIND_SERVICE";

    // systemd.exec(5) of 257: what each setting takes out of the bounding set, or forbids the calls of.
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> TakenBy =
        new Dictionary<string, ImmutableArray<string>>
        {
            ["PrivateDevices"] = ["CAP_MKNOD", "CAP_SYS_RAWIO"],
            ["ProtectClock"] = ["CAP_SYS_TIME", "CAP_WAKE_ALARM"],
            ["ProtectKernelLogs"] = ["CAP_SYSLOG"],
            ["ProtectKernelModules"] = ["CAP_SYS_MODULE"],
        }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a setting, once on, takes away a capability that the unit grants.</summary>
    public static bool AreTakenBy(EffectiveUnit unit, string key) => TakenBy.TryGetValue(key, out var taken)
        && taken.Any(name => unit.Exec.AmbientCapabilities.Value.Contains(Capabilities.Find(name)!.Value));

    /// <summary>The first capability that a bounding set takes away again, or null.</summary>
    public static string? FirstLost(EffectiveUnit unit, CapabilitySet bounding)
    {
        var ambient = unit.Exec.AmbientCapabilities.Value;
        for (var number = 0; number < Capabilities.Names.Length; number++)
        {
            if (ambient.Contains(number) && !bounding.Contains(number))
            {
                return Capabilities.Names[number];
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a namespace of users makes the capability to listen on low ports worthless: the host's ports do not belong to it.
    /// </summary>
    public static bool IsLostInNamespace(EffectiveUnit unit) =>
        unit.Exec.AmbientCapabilities.Value.Contains(Capabilities.Find(BindService)!.Value)
        && !unit.Exec.GetSwitch("PrivateNetwork").Value;
}
