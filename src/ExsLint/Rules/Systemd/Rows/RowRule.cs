using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Contradictions;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>
/// A rule about a row of <c>systemd-analyze security</c>. It reports what systemd rates as bad, with the reason and the place.
/// </summary>
public abstract class RowRule : UnitRule
{
    private readonly RowAdvice _advice;

    private protected RowRule(RowAdvice advice, RuleDescriptor descriptor) => (_advice, Descriptor) = (advice, descriptor);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public override string Row => _advice.JsonField;

    /// <inheritdoc/>
    public sealed override void Analyze(UnitRuleContext context)
    {
        if (context.IsJudged(_advice.Check.Directives[0])
            && context.Unit.Judge(Row) is { Badness: { } badness } verdict
            && badness >= _advice.LeastBadness)
        {
            Report(context, verdict);
        }
    }

    private protected abstract void Report(UnitRuleContext context, SecurityVerdict verdict);

    /// <summary>What nobody wrote is reported as a notice: it is a suggestion, and no fault of this unit's author.</summary>
    private protected static DiagnosticLevel? LevelOf(SecurityVerdict verdict) =>
        verdict.Assignments.IsEmpty && verdict.Cause is null ? DiagnosticLevel.Note : null;

    private protected static CodeFix? CreateFix(
        UnitRuleContext context, string key, string value, FixApplicability applicability) =>
        !ContradictionForecast.Arises(context.Unit, key, value)
        && UnitEdits.Set(context.Unit, UnitSections.Service, key, value) is { } edit
            ? new CodeFix(value.Length == 0 ? $"Empty {key}" : $"Set {key} to {value}", context.Limit(key, applicability), [edit])
            : null;
}
