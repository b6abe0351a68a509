using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Analysis.Fixing;

/// <summary>Finds directives that differ between two readings of a unit though nobody meant to change them.</summary>
internal sealed class UnitChanges
{
    private readonly HashSet<string> _named;
    private readonly HashSet<string> _sections;

    /// <summary>Starts a search.</summary>
    /// <param name="named">The directives that may differ, and the sections that may be renamed.</param>
    public UnitChanges(IEnumerable<DirectiveId> named)
    {
        var all = named.ToList();
        _named = all.Select(setting => setting.Directive).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _sections = all
            .Where(setting => setting.Directive is null)
            .Select(setting => setting.Text)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What differs and may not, in words for people; or null.</summary>
    public string? Find(EffectiveUnit before, EffectiveUnit after)
    {
        if (after.Refusal is { } refusal && refusal.Message != before.Refusal?.Message)
        {
            return $"whether systemd loads {after.Name.Text}";
        }

        var own = OverruledKeys(before, after);
        var (old, now) = (OthersOf(before, own), OthersOf(after, own));
        for (var i = 0; i < Math.Max(old.Count, now.Count); i++)
        {
            if (i >= old.Count || i >= now.Count || !IsSame(before, old[i], now[i]))
            {
                var changed = i < now.Count ? now[i] : old[i];
                return $"{changed.Key}= of {after.Name.Text}";
            }
        }

        return null;
    }

    private List<UnitAssignment> OthersOf(EffectiveUnit unit, HashSet<string> own) =>
    [
        .. unit.Assignments.Where(assignment => !NamesOf(unit).Any(name =>
            (name == unit.Name.Text || !own.Contains($"{assignment.Section}/{assignment.Key}"))
            && IsNamed($"{name}/{assignment.Section}/{assignment.Key}"))),
    ];

    // What changes a template changes its instances.
    private static IEnumerable<string> NamesOf(EffectiveUnit unit) =>
        new[] { unit.Name.Text, unit.Name.Template }.OfType<string>();

    /// <summary>
    /// What an instance's own drop-ins set and another file has the last word on: a change of the template is not meant to
    /// overrule them.
    /// </summary>
    private static HashSet<string> OverruledKeys(EffectiveUnit before, EffectiveUnit after)
    {
        var folder = $"{before.Name.Text}.d";
        if (before.Name.Template is null)
        {
            return [];
        }

        var last = after.Assignments.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.Last());
        return
        [
            .. before.Assignments
                .Where(IsOwn)
                .Select(KeyOf)
                .Where(key => !last.TryGetValue(key, out var winner) || !IsOwn(winner)),
        ];

        static string KeyOf(UnitAssignment assignment) => $"{assignment.Section}/{assignment.Key}";

        bool IsOwn(UnitAssignment assignment) => TreePath.NameOf(TreePath.FolderOf(assignment.File.Path)) == folder;
    }

    // What is named may be a part of a directive: 'akkoma.service/Service/Environment/MIX_ENV'.
    private bool IsNamed(string directive) => _named.Contains(directive);

    private bool IsSame(EffectiveUnit unit, UnitAssignment before, UnitAssignment after) =>
        before.Key == after.Key
        && before.Value == after.Value
        && (before.Section == after.Section || NamesOf(unit).Any(name => _sections.Contains($"{name}/{before.Section}")));
}
