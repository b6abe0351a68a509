using System.Collections.Immutable;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Syntax;
using ExsLint.Syntax.Systemd.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Takes a capability from a unit's bounding set and leaves all others as they are.</summary>
public static class CapabilityEdits
{
    private const string Key = "CapabilityBoundingSet";

    /// <summary>
    /// The first edit that leaves exactly the old set without the capability. In this order: remove its name from the list that
    /// grants it, add its name to the list of dropped ones, add a line that drops it.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="capability">The capability's number.</param>
    /// <param name="name">The capability's name.</param>
    /// <returns>The edits, one for each file; empty where none would be sure to take effect.</returns>
    public static ImmutableArray<FileEdit> Drop(EffectiveUnit unit, int capability, string name)
    {
        var setting = unit.Exec.CapabilityBoundingSet;
        var drop = $"~{name}";
        if (setting.Origin is not { } last)
        {
            return ToArray(UnitEdits.Set(unit, UnitSections.Service, Key, drop));
        }

        var wanted = setting.Value.Without(capability);
        if (!setting.Assignments.All(assignment => UnitPlacement.IsOwn(unit, assignment.Directive.Tree)))
        {
            return setting.Value.Apply(drop, unit.SystemdVersion) == wanted
                ? ToArray(UnitPlacement.AddBehind(unit, last, $"{Key}={drop}"))
                : [];
        }

        if (RemoveName(setting, capability) is { IsEmpty: false } removals
            && Evaluate(setting, removals, unit.SystemdVersion) == wanted)
        {
            return [.. removals.Select(removal => removal.Edit).OfType<FileEdit>()];
        }

        if (last.Value is ['~', ..] && Replace(setting, last, $"{last.Value} {name}", unit.SystemdVersion) == wanted)
        {
            return ToArray(UnitEdits.AppendWord(last.Directive, last.Value == "~" ? name : " " + name));
        }

        return setting.Value.Apply(drop, unit.SystemdVersion) == wanted
            ? ToArray(UnitEdits.AddAfter(last.Directive, $"{Key}={drop}"))
            : [];
    }

    private static ImmutableArray<(UnitAssignment Assignment, string Value, FileEdit? Edit)> RemoveName(
        EffectiveValue<CapabilitySet> setting, int capability)
    {
        var removals = ImmutableArray.CreateBuilder<(UnitAssignment, string, FileEdit?)>();
        foreach (var assignment in setting.Assignments.Where(assignment => assignment.Value is not ['~', ..]))
        {
            var spans = NameSpans(assignment.Directive, capability);
            if (!spans.IsEmpty)
            {
                removals.Add(
                    (assignment, WithoutName(assignment.Value, capability), UnitEdits.Remove(assignment.Directive, spans)));
            }
        }

        // Two lines of one file would need one edit: that is left to a further line.
        return removals.DistinctBy(removal => removal.Item1.File).Count() == removals.Count
            && removals.All(removal => removal.Item3 is not null)
            ? removals.ToImmutable()
            : [];
    }

    // The names with the space in front of them; with the space behind where they come first. Nothing where quotes or comments
    // reach over several lines: that is left to a further line.
    private static ImmutableArray<TextSpan> NameSpans(DirectiveSyntax directive, int capability)
    {
        var tokens = directive.ValueTokens.ToImmutableArray();
        var isPlain = tokens.Length == 1
            || (!directive.Value.AsSpan().ContainsAny('"', '\'')
                && !tokens
                    .Skip(1)
                    .SelectMany(token => token.LeadingTrivia)
                    .Any(trivia => trivia.Kind == SyntaxTriviaKind.Comment));
        ImmutableArray<TextSpan> spans = isPlain
            ? [.. tokens.SelectMany((token, index) => NameSpans(tokens, index, capability))]
            : [];
        return spans.Zip(spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start) ? spans : [];
    }

    private static IEnumerable<TextSpan> NameSpans(ImmutableArray<SyntaxToken> tokens, int index, int capability)
    {
        var token = tokens[index];
        var words = UnitWords.Split(token.Text);
        var start = token.Span.Start;
        var isKept = words.Select(word => Capabilities.Find(word.Text) != capability).ToImmutableArray();
        if (words.IsEmpty)
        {
            yield break;
        }

        if (!isKept.Contains(true))
        {
            yield return OwnLine(tokens, index);
            yield break;
        }

        var firstKept = isKept.IndexOf(true);
        if (firstKept > 0)
        {
            yield return TextSpan.FromBounds(start + words[0].Span.Start, start + words[firstKept].Span.Start);
        }

        for (var i = firstKept + 1; i < words.Length; i++)
        {
            if (!isKept[i])
            {
                yield return TextSpan.FromBounds(start + words[i - 1].Span.End, start + words[i].Span.End);
            }
        }
    }

    private static TextSpan OwnLine(ImmutableArray<SyntaxToken> tokens, int index) =>
        index > 0 ? TextSpan.FromBounds(tokens[index - 1].Span.End, tokens[index].Span.End)
        : tokens.Length > 1 ? TextSpan.FromBounds(tokens[0].Span.Start, tokens[1].Span.Start)
        : tokens[0].Span;

    private static string WithoutName(string value, int capability) =>
        string.Join(
            ' ', UnitWords.Split(value).Where(word => Capabilities.Find(word.Text) != capability).Select(word => word.Text));

    private static CapabilitySet Evaluate(
        EffectiveValue<CapabilitySet> setting,
        ImmutableArray<(UnitAssignment Assignment, string Value, FileEdit? Edit)> removals,
        int systemdVersion) =>
        setting.Assignments.Aggregate(CapabilitySet.All, (set, assignment) =>
            set.Apply(
                removals.FirstOrDefault(removal => removal.Assignment == assignment).Value ?? assignment.Value, systemdVersion));

    private static CapabilitySet Replace(
        EffectiveValue<CapabilitySet> setting, UnitAssignment replaced, string value, int systemdVersion) =>
        setting.Assignments.Aggregate(CapabilitySet.All, (set, assignment) =>
            set.Apply(assignment == replaced ? value : assignment.Value, systemdVersion));

    private static ImmutableArray<FileEdit> ToArray(FileEdit? edit) => edit is null ? [] : [edit];
}
