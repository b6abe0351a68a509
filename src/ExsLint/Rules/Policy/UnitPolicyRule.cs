using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Rules.Policy;

/// <summary>A rule of a team's own, about a directive of units.</summary>
/// <param name="definition">What it requires; its setting is a section and a directive: <c>Service.MemoryMax</c>.</param>
public sealed class UnitPolicyRule(PolicyDefinition definition) : UnitRule
{
    private readonly string _section = definition.Setting.Text.Split('.')[0];
    private readonly string _key = definition.Setting.Text.Split('.')[1];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = PolicyMessages.Describe(definition, ConfigMessages.Plain);

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var unit = context.Unit;
        var isAsked = unit.Name.Type != "service" || context.IsHardeningJudged;
        if (!isAsked || unit.IsMasked || !UnitSections.IsKnown(unit.Name.Type, _section))
        {
            return;
        }

        // The last assignment counts; an empty one takes back what stands before it.
        var last = unit.GetAssignments(_section, _key).LastOrDefault();
        if (last is null || last.Value.Length == 0)
        {
            if (definition.Must.Operator == RequirementOperator.Exists)
            {
                var place = unit.FindSection(_section)?.Header.HeaderLocation ?? context.MissingLocation();
                Report(context, PolicyMessages.Missing, place, []);
            }
        }
        else if (definition.Must.IsMetBy(DirectiveValue.Of(last.Value, definition.Must)) == false)
        {
            Report(
                context,
                definition.Must.AsksForPresence ? PolicyMessages.Present : PolicyMessages.Value,
                last.Location,
                definition.Must.AsksForPresence ? [] : [UnitRuleContext.Shown(last.Value)]);
        }
    }

    private void Report(UnitRuleContext context, string messageId, Location place, string[] value) => context.Report(
        messageId,
        place,
        Semantics.DirectiveId.Of(context.Unit.Name.Text, _section, _key),
        [definition.Setting.Text, .. value]);
}
