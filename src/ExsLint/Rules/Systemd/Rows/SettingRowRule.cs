using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>A rule about a setting with a single value, mostly on or off.</summary>
public class SettingRowRule : RowRule
{
    private readonly string _key;
    private readonly RowFix? _fix;

    private protected SettingRowRule(RowAdvice advice, string key, string? referenceUri = null)
        : base(
            advice,
            advice.Describe(
                referenceUri ?? UnitMessages.Reference(key), () => UnitMessages.For(key, advice.Consequence),
                advice.Fix?.Applicability)) =>
        (_key, _fix) = (key, advice.Fix);

    /// <summary>The rules about settings that need no code of their own.</summary>
    internal static IEnumerable<RowRule> CreateAll() =>
    [
        .. SwitchAdvice.All.Select(advice => new SettingRowRule(advice, advice.JsonField)),
        .. ValueAdvice.All.Select(entry => new SettingRowRule(entry.Advice, entry.Key, entry.ReferenceUri)),
    ];

    private protected override void Report(UnitRuleContext context, SecurityVerdict verdict)
    {
        if (!IsRight(context, verdict))
        {
            context.ReportSetting(_key, Setting(verdict), CreateFix(context, verdict), level: LevelOf(verdict));
        }
    }

    /// <summary>Whether the value, which systemd finds bad, is the right one for this service.</summary>
    private protected virtual bool IsRight(UnitRuleContext context, SecurityVerdict verdict) => false;

    private CodeFix? CreateFix(UnitRuleContext context, SecurityVerdict verdict) =>
        _fix is null || _fix.IsOutOfPlace(context.Unit) || verdict.IsImplied
        ? null
        : CreateFix(context, _key, _fix.Value, _fix.In(context.Unit));

    // The row's setting as one with a value: the last assignment that does not decide is one that systemd cannot read.
    private static EffectiveValue<int?> Setting(SecurityVerdict verdict)
    {
        var isIgnored = !verdict.IsImplied && verdict.Assignments is [.., var last] && last != verdict.Cause;
        return new(
            verdict.Badness,
            verdict.IsImplied ? null : verdict.Cause,
            verdict.Assignments,
            isIgnored ? [verdict.Assignments[^1]] : [],
            verdict.IsImplied ? verdict.Cause : null);
    }
}
