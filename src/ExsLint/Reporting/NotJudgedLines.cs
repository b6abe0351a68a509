using ExsLint.Analysis;
using ExsLint.Reporting.Layout;

namespace ExsLint.Reporting;

/// <summary>Says what is not judged: a sentence a reason, however many things have it.</summary>
public static class NotJudgedLines
{
    /// <summary>
    /// The lines, in the order of the result: <c>not judged: shop (no rules for this application)</c>. Names are escaped.
    /// </summary>
    public static IEnumerable<string> Of(LintResult result) => Groups(result).Select(group => Describe(group.Key, [.. group]));

    /// <summary>What is not judged, by the reason.</summary>
    internal static IEnumerable<IGrouping<NotJudgedReason, NotJudged>> Groups(LintResult result) =>
        result.NotJudged.GroupBy(thing => thing.Why);

    /// <summary>The line of a reason.</summary>
    internal static string Describe(NotJudgedReason why, IReadOnlyCollection<NotJudged> things)
    {
        var names = things.Select(thing => thing.What).Distinct(StringComparer.Ordinal).ToList();
        return why.CountedAs is { } noun
            ? things.Count == 1 ? $"not judged: 1 {noun} that {why.One}" : $"not judged: {things.Count} {noun}s that {why.Many}"
            : $"not judged: {ConciseReport.Disarm(Printable.Escape(string.Join(", ", names)))} "
                + $"({(names.Count == 1 ? why.One : why.Many)})";
    }
}
