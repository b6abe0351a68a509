using ExsLint.Semantics.Systemd;

namespace ExsLint.Analysis.Fixing;

/// <summary>Finds directives that differ between two readings of a unit though nobody meant to change them.</summary>
/// <param name="named">
/// The directives that may differ (<c>akkoma.service/Service/PrivateTmp</c>), and the sections that may be renamed
/// (<c>akkoma.service/service</c>).
/// </param>
internal sealed class UnitChanges(IReadOnlyCollection<string> named)
{
    /// <summary>What differs and is not named, for people; or null.</summary>
    public string? Find(EffectiveUnit before, EffectiveUnit after)
    {
        if (after.Refusal is { } refusal && refusal.Message != before.Refusal?.Message)
        {
            return $"whether systemd loads {after.Name.Text}";
        }

        var (old, now) = (OthersOf(before), OthersOf(after));
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

    private List<UnitAssignment> OthersOf(EffectiveUnit unit) =>
        [.. unit.Assignments.Where(assignment => !NamesOf(unit).Any(name => IsNamed($"{name}/{assignment.Section}/{assignment.Key}")))];

    // What changes a template changes its instances.
    private static IEnumerable<string> NamesOf(EffectiveUnit unit) => new[] { unit.Name.Text, unit.Name.Template }.OfType<string>();

    // What is named may be a part of a directive: 'akkoma.service/Service/Environment/MIX_ENV'.
    private bool IsNamed(string directive) =>
        named.Any(name => name == directive || (name.StartsWith(directive, StringComparison.Ordinal) && name[directive.Length] == '/'));

    private bool IsSame(EffectiveUnit unit, UnitAssignment before, UnitAssignment after) =>
        before.Key == after.Key
        && before.Value == after.Value
        && (before.Section == after.Section || NamesOf(unit).Any(name => named.Contains($"{name}/{before.Section}")));
}
