using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>A path that a setting of a service names.</summary>
/// <param name="Assignment">The assignment that names it.</param>
/// <param name="Path">The path, specifiers replaced, without a slash at its end.</param>
/// <param name="IsOptional">Whether the setting does without where the path is not there: a <c>-</c> stands before it.</param>
internal sealed record PathSetting(UnitAssignment Assignment, string Path, bool IsOptional)
{
    /// <summary>The paths of a list such as <c>ReadWritePaths=</c>, behind its last reset.</summary>
    public static IEnumerable<PathSetting> List(EffectiveUnit unit, string key) => Words(unit, key)
        .Select(entry => Of(unit, entry.Assignment, entry.Word.TrimStart('-', '+'), entry.Word.StartsWith('-')))
        .OfType<PathSetting>();

    /// <summary>Where <c>BindPaths=</c> and <c>BindReadOnlyPaths=</c> put what they bind: <c>SOURCE:TARGET:OPTIONS</c>.</summary>
    public static IEnumerable<PathSetting> Bound(EffectiveUnit unit) => Keys("BindPaths", "BindReadOnlyPaths")
        .SelectMany(key => Words(unit, key))
        .Select(entry => (entry, Parts: entry.Word.TrimStart('-').Split(':')))
        .Select(item => (item.entry.Assignment, Target: item.Parts is [_, { Length: > 0 } target, ..] ? target : item.Parts[0]))
        .Select(item => Of(unit, item.Assignment, item.Target, isOptional: false))
        .OfType<PathSetting>();

    /// <summary>Where <c>TemporaryFileSystem=</c> puts empty file systems (<c>PATH:OPTIONS</c>).</summary>
    public static IEnumerable<PathSetting> Emptied(EffectiveUnit unit) => Words(unit, "TemporaryFileSystem")
        .Select(entry => Of(unit, entry.Assignment, entry.Word.Split(':')[0], isOptional: false))
        .OfType<PathSetting>();

    /// <summary>A path as a setting has it; null for one that is not absolute or depends on whose manager it is.</summary>
    public static PathSetting? Of(EffectiveUnit unit, UnitAssignment assignment, string path, bool isOptional)
    {
        // In a user's manager %h, %t and the like are that user's.
        var isKnown = !unit.IsOfUserManager || !path.Contains('%', StringComparison.Ordinal);
        return isKnown && unit.Specifiers.Expand(path) is ['/', ..] expanded
            ? new PathSetting(assignment, UnitPath.Simplify(expanded, unit.SystemdVersion), isOptional)
            : null;
    }

    private static ImmutableArray<string> Keys(params ImmutableArray<string> keys) => keys;

    private static IEnumerable<(UnitAssignment Assignment, string Word)> Words(EffectiveUnit unit, string key) => SettingReader
        .AfterLastReset(unit.GetAssignments(UnitSections.Service, key))
        .SelectMany(assignment => UnitWords.Split(assignment.Value).Select(word => (assignment, word.Text)));
}
