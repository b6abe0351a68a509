using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Masking;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Reporting.Full;

/// <summary>
/// The directives that a unit lacks, a line each: what to write, how far that can be trusted, and what it gains.
/// </summary>
internal sealed class AbsentDirectiveTable(StyledOutput output, SecretMap secrets)
{
    private const string LevelTitle = "LEVEL", WriteTitle = "WRITE", FixTitle = "FIX", GainTitle = "GAIN", RuleTitle = "RULE";
    private const string Gap = "  ";

    /// <summary>Writes the table.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="findings">The findings, each about a directive that is nowhere in the unit.</param>
    public void Write(EffectiveUnit unit, IEnumerable<Diagnostic> findings)
    {
        var rows = findings.Select(finding => RowOf(unit, finding))
            .OrderByDescending(row => row.Finding.Level)
            .ThenByDescending(row => row.Gain)
            .ThenBy(row => row.Line, StringComparer.Ordinal)
            .ToList();
        var levelWidth = WidthOf(LevelTitle, rows.Select(row => ConciseReport.LevelWord(row.Finding.Level)));
        var fixWidth = WidthOf(FixTitle, rows.Select(FixOf));
        var ruleWidth = WidthOf(RuleTitle, rows.Select(row => row.Finding.Rule.Id));
        var lineWidth = WidthOf(WriteTitle, rows.Select(row => row.Line));

        // On a narrow terminal the rules are left out: a line that is broken reads worse.
        var others = Gap.Length + levelWidth + Gap.Length + Gap.Length + fixWidth + Gap.Length + GainTitle.Length;
        var showsRules = others + lineWidth + Gap.Length + ruleWidth <= output.Width;
        lineWidth = Math.Min(lineWidth, Math.Max(WriteTitle.Length, output.Width - others));
        output.Write(
            $"{Gap}{LevelTitle.PadRight(levelWidth)}{Gap}{WriteTitle.PadRight(lineWidth)}"
                + $"{Gap}{FixTitle.PadRight(fixWidth)}{Gap}{GainTitle}"
                + (showsRules ? Gap + RuleTitle : ""),
            TextRole.Heading);
        output.EndLine();
        foreach (var row in rows)
        {
            output.Write(Gap);
            output.Write(ConciseReport.LevelWord(row.Finding.Level).PadRight(levelWidth), LevelRole.Of(row.Finding.Level));
            output.Write(Gap);
            output.Write(DisplayLine.Unmarked(row.Line, lineWidth).Text.PadRight(lineWidth), TextRole.Added);
            output.Write($"{Gap}{FixOf(row).PadRight(fixWidth)}{Gap}");
            output.Write($"{Format(row.Gain).PadLeft(GainTitle.Length)}{(showsRules ? Gap : "")}");
            output.Write(showsRules ? row.Finding.Rule.Id : "", TextRole.RuleId);
            output.EndLine();
        }
    }

    private Row RowOf(EffectiveUnit unit, Diagnostic finding)
    {
        var written = finding.Fix?.Resolve() is { } fix && ShownFix.IsShowable(fix, secrets) ? LinesOf(fix) : [];
        return new Row(
            finding,
            Printable.Escape(written.Count == 0 ? $"{finding.Absent!.Key}=" : string.Join(' ', written)),
            finding.Fix?.Resolve() is { } applied ? HardeningForecast.GainOf(unit, applied) : 0);
    }

    /// <summary>The lines that a fix writes, without the header of a section.</summary>
    private static List<string> LinesOf(CodeFix fix) =>
    [
        .. fix.Edits.SelectMany(edit => edit.Changes)
            .SelectMany(change => (change.NewText ?? "").Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '['),
    ];

    private static string FixOf(Row row) => row.Finding.Fix?.Applicability switch
    {
        FixApplicability.Safe => "safe",
        FixApplicability.Unsafe => "unsafe",
        _ => "by hand",
    };

    /// <summary>An exposure in tenths of what systemd prints, rounded as it prints them; empty for none.</summary>
    private static string Format(double gain) => Math.Round(gain) switch
    {
        > 0 and var rounded => UnitExposure.Format((int)rounded),
        _ => gain > 0 ? "<0.1" : "",
    };

    private static int WidthOf(string title, IEnumerable<string> texts) => texts.Append(title).Max(text => text.Length);

    private sealed record Row(Diagnostic Finding, string Line, double Gain);
}
