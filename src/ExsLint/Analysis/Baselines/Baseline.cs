using System.Collections.Immutable;
using System.Text;
using ExsLint.Rules;

namespace ExsLint.Analysis.Baselines;

/// <summary>
/// The findings that existed when the baseline was written. File, rule, setting and count identify them, so that moved lines do
/// not make an old finding new.
/// </summary>
public sealed class Baseline
{
    private Baseline(IEnumerable<BaselineEntry> entries) => Entries =
    [
        .. entries
            .GroupBy(entry => entry.Key)
            .Select(group => group.First() with { Count = (int)Math.Min(int.MaxValue, group.Sum(entry => (long)entry.Count)) })
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
            .ThenBy(entry => entry.Setting, StringComparer.Ordinal),
    ];

    /// <summary>The entries, sorted by path, rule and setting. No two have all three in common.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; }

    /// <summary>A baseline of entries. The counts of entries with the same path, rule and setting are added up.</summary>
    public static Baseline Of(IEnumerable<BaselineEntry> entries) => new(entries);

    /// <summary>The baseline of findings.</summary>
    public static Baseline Of(IEnumerable<Diagnostic> diagnostics) => new(diagnostics.Select(EntryFor));

    /// <summary>Tells new findings from known ones.</summary>
    /// <param name="diagnostics">The findings, in their order: where there are more than are known, the last ones are
    /// new.</param>
    public BaselineComparison Compare(IEnumerable<Diagnostic> diagnostics)
    {
        var left = Entries.ToDictionary(entry => entry.Key, entry => entry.Count);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var known = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var key = EntryFor(diagnostic).Key;
            if (left.TryGetValue(key, out var count) && count > 0)
            {
                left[key] = count - 1;
                known.Add(diagnostic);
            }
            else
            {
                found.Add(diagnostic);
            }
        }

        return new BaselineComparison(found.ToImmutable(), known.ToImmutable(), [.. Entries.Where(entry => left[entry.Key] > 0)]);
    }

    private static BaselineEntry EntryFor(Diagnostic diagnostic) => new(
        Encodable(diagnostic.Location.File.Path), diagnostic.Rule.Id, Encodable(diagnostic.Setting.Text), Count: 1);

    /// <summary>The text as UTF-8 can hold it: halves of surrogate pairs would not come back from a file.</summary>
    private static string Encodable(string text) =>
        text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}

/// <summary>Known findings with the same path, rule and setting.</summary>
/// <param name="Path">The file, as it is reported.</param>
/// <param name="Rule">The rule's id; the rule need not exist any more.</param>
/// <param name="Setting">The setting's path.</param>
/// <param name="Count">How many findings there are; at least 1.</param>
public sealed record BaselineEntry(string Path, string Rule, string Setting, int Count)
{
    /// <summary>What the findings are known by.</summary>
    internal (string Path, string Rule, string Setting) Key => (Path, Rule, Setting);
}

/// <summary>Findings compared with a baseline.</summary>
/// <param name="Found">The findings it does not know, in their order.</param>
/// <param name="Known">The findings it knows, in their order.</param>
/// <param name="Gone">The entries of which fewer findings are left than it says.</param>
public sealed record BaselineComparison(
    ImmutableArray<Diagnostic> Found, ImmutableArray<Diagnostic> Known, ImmutableArray<BaselineEntry> Gone);
