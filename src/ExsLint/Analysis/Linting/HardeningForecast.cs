using ExsLint.Edits;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis.Linting;

/// <summary>The exposure that a service would have after the fixes of the rules about it.</summary>
/// <param name="AfterSafeFixes">After the safe ones, 0 to 100.</param>
/// <param name="AfterAllFixes">After the unsafe ones, too; suggestions are for people to decide and left out.</param>
public sealed record HardeningForecast(int AfterSafeFixes, int AfterAllFixes)
{
    // A fix may bring up another finding, of what the first one overlaid; it takes a handful of rounds at most.
    private const int MaxRounds = 6;

    private static readonly UnitRule[] RowRules = [.. RuleCatalog.OfUnits.OfType<UnitRule>().Where(rule => rule.Row is not null)];

    /// <summary>
    /// Applies the fixes in memory and judges the unit again; null if it is no service that systemd would start.
    /// </summary>
    public static HardeningForecast? Of(EffectiveUnit unit) =>
        unit.Name.Type != "service" || unit.IsMasked || unit.Refusal is not null
            ? null
            : new HardeningForecast(
                Apply(unit, FixApplicability.Safe).Exposure.Exposure, Apply(unit, FixApplicability.Unsafe).Exposure.Exposure);

    /// <summary>How much a fix lowers the exposure of a unit, in tenths of what systemd prints; 0 if not at all.</summary>
    public static double GainOf(EffectiveUnit unit, CodeFix fix) =>
        Math.Max(0, Exact(unit.Exposure) - Exact(Change(unit, [fix]).Exposure));

    private static double Exact(UnitExposure exposure) =>
        exposure.WeightSum == 0 ? 0 : 100.0 * exposure.Rows.Sum(row => row.WeightedBadness) / exposure.WeightSum;

    /// <summary>The unit as it is after all fixes that can be trusted so far.</summary>
    internal static EffectiveUnit Apply(EffectiveUnit unit, FixApplicability most)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var fixes = new List<CodeFix>();
            foreach (var rule in RowRules)
            {
                rule.Analyze(new UnitRuleContext(rule.Descriptor, unit, isAsked: true, finding => Add(finding.Fix?.Resolve())));
            }

            if (fixes.Count == 0)
            {
                break;
            }

            unit = Change(unit, fixes);

            void Add(CodeFix? fix)
            {
                if (fix is not null && fix.Applicability <= most)
                {
                    fixes.Add(fix);
                }
            }
        }

        return unit;
    }

    private static EffectiveUnit Change(EffectiveUnit unit, List<CodeFix> fixes)
    {
        var edits = fixes.SelectMany(fix => fix.Edits).ToLookup(edit => edit.File, edit => edit.Changes);
        UnitSyntaxTree Rewrite(UnitSyntaxTree tree) => edits.Contains(tree.File)
            ? UnitParser.Parse(tree.File.WithContent(Apply(tree.File, edits[tree.File].SelectMany(changes => changes))))
            : tree;
        var files = unit.Files;
        return UnitBinder.Bind(
            files with { Main = Rewrite(files.Main), DropIns = [.. files.DropIns.Select(Rewrite)] },
            unit.KnownServices,
            unit.SystemdVersion,
            unit.IsSystemdVersionKnown);
    }

    // Of two changes of the same text the first one counts; the other comes up again in the next round.
    private static string Apply(SourceFile file, IEnumerable<TextChange> changes)
    {
        var kept = new List<TextChange>();
        foreach (var change in changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length))
        {
            if (kept.Count == 0 || change.Span.Start >= kept[^1].Span.End)
            {
                kept.Add(change);
            }
        }

        return file.Text.WithChanges(kept).ToString();
    }
}
