using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>
/// A setting that hides what is in some folders from a service (systemd.exec(5)). What each hides, and what brings it back, was
/// tried with units that 257 and 262 ran.
/// </summary>
/// <param name="Cause">The assignment that hides the folders; null for one that nobody wrote.</param>
/// <param name="Folders">The folders; they are there themselves, inaccessible or empty.</param>
internal sealed record PathMask(UnitAssignment? Cause, ImmutableArray<string> Folders)
{
    /// <summary>Whether an empty file system lies over the folders: <c>BindPaths=</c> can bring something back.</summary>
    public bool IsEmptied { get; init; }

    /// <summary>Whether the service's commands share what they put there: a later one may run what an earlier one made.</summary>
    public bool IsShared { get; init; }

    // Since 254 a user's manager makes the namespace that hiding takes.
    private const int MakesUserNamespace = 254;

    private static readonly ImmutableArray<string> Homes = ["/home", "/root", "/run/user"];

    private static readonly ImmutableArray<string> Temporary = ["/tmp", "/var/tmp"];

    /// <summary>What the settings of a unit hide. Nothing is known of a unit with a root of its own.</summary>
    public static ImmutableArray<PathMask> Of(EffectiveUnit unit)
    {
        var canHide = !unit.IsOfUserManager || unit.SystemdVersion >= MakesUserNamespace || UserManager.HasUserNamespace(unit);
        return HasOwnRoot(unit) || !canHide ? [] : [.. Find(unit)];
    }

    /// <summary>Whether a unit's paths are those of another tree than the host's.</summary>
    public static bool HasOwnRoot(EffectiveUnit unit) =>
        (unit.Exec.Root.RootDirectory.Value ?? "/") != "/" || unit.Exec.Root.RootImage.Value is not null;

    /// <summary>What <c>ProtectHome=</c> hides.</summary>
    public static PathMask ProtectHome(UnitAssignment? cause, ProtectHomeMode mode) =>
        new(cause, Homes) { IsEmptied = mode == ProtectHomeMode.Tmpfs };

    /// <summary>What <c>PrivateTmp=</c> hides.</summary>
    public static PathMask PrivateTmp(UnitAssignment? cause, PrivateTmpMode mode) =>
        new(cause, Temporary) { IsEmptied = true, IsShared = mode == PrivateTmpMode.Connected };

    private static IEnumerable<PathMask> Find(EffectiveUnit unit)
    {
        var (home, temporary) = (unit.Exec.ProtectHome, unit.Exec.PrivateTmp);
        if (home.Value is ProtectHomeMode.On or ProtectHomeMode.Tmpfs && CauseOf(home) is { } homeCause)
        {
            yield return ProtectHome(homeCause, home.Value);
        }

        // With JoinsNamespaceOf= another unit's files are there.
        if (temporary.Value != PrivateTmpMode.Off
            && CauseOf(temporary) is { } temporaryCause
            && unit.GetAssignments(UnitSections.Unit, "JoinsNamespaceOf").IsEmpty)
        {
            yield return PrivateTmp(temporaryCause, temporary.Value);
        }

        foreach (var path in PathSetting.List(unit, "InaccessiblePaths"))
        {
            yield return new PathMask(path.Assignment, [path.Path]);
        }

        foreach (var path in PathSetting.Emptied(unit))
        {
            yield return new PathMask(path.Assignment, [path.Path]) { IsEmptied = true };
        }
    }

    private static UnitAssignment? CauseOf<T>(EffectiveValue<T> setting) => setting.Origin ?? setting.ImpliedBy;
}
