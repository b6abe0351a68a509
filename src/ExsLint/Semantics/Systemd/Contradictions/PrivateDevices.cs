using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>What <c>PrivateDevices=</c> leaves a service of /dev (systemd.exec(5)).</summary>
internal static class PrivateDevices
{
    // Devices that the private /dev has as well.
    private static readonly ImmutableArray<string> PseudoDevices =
    [
        "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/pts", "/dev/ptmx", "/dev/shm",
        "/dev/log", "/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd",
    ];

    // Directories of file systems, which are mounted there as well (tried with 257 and 262).
    private static readonly ImmutableArray<string> Mounted = ["/dev/hugepages", "/dev/mqueue"];

    /// <summary>Whether a path is that of a device which the private /dev lacks.</summary>
    public static bool Lacks(string path) =>
        UnitPath.IsBelow(path, "/dev") && !PseudoDevices.Concat(Mounted).Any(device => UnitPath.IsAtOrBelow(path, device));

    /// <summary>The devices that <c>DeviceAllow=</c> opens in vain with a private /dev, since nothing binds them there.</summary>
    public static IEnumerable<PathSetting> OpenedInVain(EffectiveUnit unit)
    {
        var bound = PathSetting.Bound(unit).Select(path => path.Path).ToList();
        foreach (var assignment in SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, "DeviceAllow")))
        {
            if (UnitWords.TrySplitFirst(assignment.Value, out var device, out _)
                && PathSetting.Of(unit, assignment, device, isOptional: false) is { } path
                && Lacks(path.Path)
                && !bound.Exists(other => UnitPath.IsAtOrBelow(path.Path, other)))
            {
                yield return path;
            }
        }
    }
}
