using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;

namespace ExsLint.Reporting;

/// <summary>How many findings each rule has: a table with a line a rule, the most frequent first.</summary>
public static class RuleStatistics
{
    /// <summary>Writes the table; nothing if there is no finding.</summary>
    public static void Write(LintResult result, StyledOutput output)
    {
        var counts = Count(result);
        var width = counts.Select(count => Text(count.Findings).Length).DefaultIfEmpty().Max();
        var idWidth = counts.Select(count => count.Rule.Id.Length).DefaultIfEmpty().Max();
        foreach (var (rule, level, findings) in counts)
        {
            output.Write($"{Text(findings).PadLeft(width)}  ");
            output.Write(ConciseReport.LevelWord(level).PadRight("warning".Length), LevelRole.Of(level));
            output.Write("  ");
            output.Write(rule.Id.PadRight(idWidth), TextRole.RuleId);
            output.Write("  " + rule.Title);
            output.EndLine();
        }
    }

    /// <summary>Each rule with findings, its worst level and their number, the most frequent first, then by id.</summary>
    internal static (RuleDescriptor Rule, DiagnosticLevel Level, int Findings)[] Count(LintResult result) =>
    [
        .. result.Diagnostics
            .GroupBy(diagnostic => diagnostic.Rule.Id)
            .Select(group => (group.First().Rule, group.Max(diagnostic => diagnostic.Level), group.Count()))
            .OrderByDescending(count => count.Item3)
            .ThenBy(count => count.Rule.Id, StringComparer.Ordinal),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
