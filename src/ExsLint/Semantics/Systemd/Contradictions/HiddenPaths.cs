using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>Why a service needs a path.</summary>
internal enum PathNeed
{
    /// <summary>Its processes start there; if they cannot, they exit with 200/CHDIR.</summary>
    Enter,

    /// <summary>It is a program; if it cannot be run, the process exits with 203/EXEC.</summary>
    Run,

    /// <summary>It is to be opened or closed to the service; if it is not there, the process exits with 226/NAMESPACE.</summary>
    Open,

    /// <summary>Something is bound there; if that is inaccessible, the service does not see it.</summary>
    Bind,
}

/// <summary>A path that a service needs and another of its settings hides.</summary>
/// <param name="Mask">The setting that hides it.</param>
/// <param name="Path">The path, and the setting that names it.</param>
/// <param name="Need">What it is needed for.</param>
internal sealed record HiddenPath(PathMask Mask, PathSetting Path, PathNeed Need)
{
    /// <summary>Whether the processes of the service start all the same: what is inaccessible may be opened in vain.</summary>
    public bool IsHarmless => Need == PathNeed.Bind || (Need == PathNeed.Open && !Mask.IsEmptied);
}

/// <summary>Finds what a service needs among what its settings hide from it.</summary>
internal static class HiddenPaths
{
    // Of settings that hide the very same folder, the first this many are told of.
    private const int MaxAlike = 100;

    private const char Unconfined = '+', MayFail = '-';

    private static readonly ImmutableArray<string> CommandKeys =
        ["ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost"];

    // Those that give the service something, and those that take something from it.
    private static readonly ImmutableArray<string> OpeningKeys = ["ReadWritePaths", "ExecPaths"];
    private static readonly ImmutableArray<string> ClosingKeys = ["ReadOnlyPaths", "NoExecPaths"];

    // The commands that can make nothing for others, since they are the first to run.
    private static readonly ImmutableArray<string> FirstKeys = ["ExecCondition", "ExecStartPre"];

    /// <summary>What each setting hides of what the service needs, in the order of the files.</summary>
    public static IEnumerable<IGrouping<PathMask, HiddenPath>> Find(EffectiveUnit unit) => Find(unit, PathMask.Of(unit));

    /// <summary>What settings hide, be they the unit's or not, of what the service needs.</summary>
    public static IEnumerable<IGrouping<PathMask, HiddenPath>> Find(EffectiveUnit unit, ImmutableArray<PathMask> masks)
    {
        if (masks.IsEmpty)
        {
            return [];
        }

        var bound = new BoundPaths(PathSetting.Bound(unit).Concat(PathSetting.Emptied(unit)));
        var hiding = new FolderIndex<(int Index, PathMask Mask)>();
        foreach (var (index, mask) in masks.Index())
        {
            foreach (var folder in mask.Folders)
            {
                hiding.Add(folder, (index, mask), MaxAlike);
            }
        }

        return Needs(unit)
            .SelectMany(need => hiding.Above(need.Path.Path)
                .Distinct()
                .OrderBy(found => found.Index)
                .Select(found => new HiddenPath(found.Mask, need.Path, need.Need)))
            .Where(hidden => Hides(unit, hidden.Mask, hidden.Path, hidden.Need, bound))
            .GroupBy(hidden => hidden.Mask);
    }

    private static bool Hides(
        EffectiveUnit unit, PathMask mask, PathSetting path, PathNeed need, BoundPaths bound) =>
        !(need == PathNeed.Open && !mask.IsEmptied && ClosingKeys.Contains(path.Assignment.Key))
        && !(need == PathNeed.Bind && mask.IsEmptied)
        && !(mask.IsEmptied && bound.Bring(path.Path, need, mask.Cause))
        && !(mask.IsShared && need == PathNeed.Run && HasEarlierCommand(unit, path.Assignment.Key));

    private static bool HasEarlierCommand(EffectiveUnit unit, string key) =>
        FirstKeys.Any(
            first => first != key && !SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, first)).IsEmpty);

    private static IEnumerable<(PathSetting Path, PathNeed Need)> Needs(EffectiveUnit unit)
    {
        if (unit.GetAssignments(UnitSections.Service, "WorkingDirectory").LastOrDefault() is { } folder
            && PathSetting.Of(unit, folder, folder.Value, isOptional: false) is { } start)
        {
            yield return (start, PathNeed.Enter);
        }

        foreach (var (assignment, command) in Commands(unit))
        {
            if (PathSetting.Of(unit, assignment, command.Program, isOptional: false) is { } program)
            {
                yield return (program, PathNeed.Run);
            }
        }

        foreach (var path in OpeningKeys.Concat(ClosingKeys).SelectMany(key => PathSetting.List(unit, key)))
        {
            if (!path.IsOptional)
            {
                yield return (path, PathNeed.Open);
            }
        }

        foreach (var path in PathSetting.Bound(unit))
        {
            yield return (path, PathNeed.Bind);
        }
    }

    private static IEnumerable<(UnitAssignment Assignment, ExecCommand Command)> Commands(EffectiveUnit unit) => CommandKeys
        .SelectMany(key => SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, key)))
        .SelectMany(
            assignment => ExecCommand.Parse(assignment.Value, unit.Specifiers, out _).Select(command => (assignment, command)))
        .Where(entry => !entry.command.Prefix.AsSpan().ContainsAny(Unconfined, MayFail));

    /// <summary>Where a service's settings put something into the folders that others empty.</summary>
    private sealed class BoundPaths
    {
        // Two assignments tell whether there is another one than the one that is asked about.
        private const int Enough = 2;

        private readonly FolderIndex<UnitAssignment> _bound = new();
        private readonly FolderIndex<UnitAssignment> _above = new();

        public BoundPaths(IEnumerable<PathSetting> paths)
        {
            foreach (var path in paths)
            {
                Add(_bound, path.Path, path.Assignment);
                foreach (var folder in FolderIndex<UnitAssignment>.FoldersOf(path.Path))
                {
                    Add(_above, folder, path.Assignment);
                }
            }
        }

        /// <summary>
        /// Whether another assignment brings a path back: what is bound over it or above it does, what is bound below it makes
        /// the folders on its way.
        /// </summary>
        public bool Bring(string path, PathNeed need, UnitAssignment? asked) => _bound.At(path)
            .Concat(_bound.Above(path))
            .Concat(need == PathNeed.Run ? [] : _above.At(path))
            .Any(other => other != asked);

        private static void Add(FolderIndex<UnitAssignment> index, string path, UnitAssignment assignment)
        {
            if (!index.At(path).Contains(assignment))
            {
                index.Add(path, assignment, Enough);
            }
        }
    }
}
