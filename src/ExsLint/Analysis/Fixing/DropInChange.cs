using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Analysis.Fixing;

/// <summary>A setting that a fix gives other values.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Values">All its values after the fix, in their order.</param>
/// <param name="New">Those among them that were not there before, or not at that place.</param>
internal sealed record DropInChange(string Key, ImmutableArray<string> Values, ImmutableArray<string> New)
{
    /// <summary>
    /// The differences between two readings of a unit; empty if there are none, or if one is outside the section that drop-ins
    /// add to.
    /// </summary>
    public static ImmutableArray<DropInChange> Find(EffectiveUnit before, EffectiveUnit after)
    {
        var changed = before.Assignments.Concat(after.Assignments)
            .Select(assignment => (assignment.Section, assignment.Key))
            .Distinct()
            .Where(setting => !ValuesOf(before, setting).SequenceEqual(ValuesOf(after, setting)))
            .ToImmutableArray();
        return changed.All(setting => setting.Section == UnitSections.ExecSection(before.Name.Type))
            ? [.. changed.Select(setting => Of(setting.Key, [.. ValuesOf(before, setting)], [.. ValuesOf(after, setting)]))]
            : [];
    }

    /// <summary>
    /// The ways to write changes into a section, the shortest first: the new value in the place of the one that is there, the new
    /// values behind what is there, all values behind a reset, for a setting that collects.
    /// </summary>
    public static IEnumerable<FileEdit> Edits(SectionSyntax section, ImmutableArray<DropInChange> changes)
    {
        IEnumerable<Func<DropInChange, FileEdit?>> ways =
        [
            change => change.Replace(section) ?? change.Add(section, change.New),
            change => change.Add(section, change.New),
            change => change.Add(section, change.Values.Insert(0, "")),
        ];
        foreach (var way in ways)
        {
            var edits = changes.Select(way).ToImmutableArray();
            if (!edits.Contains(null))
            {
                yield return new FileEdit(
                    section.Tree.File, [.. edits.SelectMany(edit => edit!.Changes).OrderBy(change => change.Span.Start)]);
            }
        }
    }

    private static DropInChange Of(string key, ImmutableArray<string> before, ImmutableArray<string> after) =>
        new(key, after, [.. after.Where((value, index) => index >= before.Length || before[index] != value)]);

    private static IEnumerable<string> ValuesOf(EffectiveUnit unit, (string Section, string Key) setting) =>
        unit.GetAssignments(setting.Section, setting.Key).Select(assignment => assignment.Value);

    private DirectiveSyntax? FindOwn(SectionSyntax section) =>
        section.Directives.LastOrDefault(directive => directive.Key == Key);

    private FileEdit? Replace(SectionSyntax section) =>
        FindOwn(section) is { } own && New is [var value] ? UnitEdits.ReplaceValue(own, value) : null;

    private FileEdit? Add(SectionSyntax section, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        var lines = string.Join('\n', values.Select(value => $"{Key}={value}"));
        return FindOwn(section) is { } own ? UnitEdits.AddAfter(own, lines) : UnitEdits.Add(section, lines);
    }
}
