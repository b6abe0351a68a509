using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Policy;

/// <summary>A rule of a team's own, about settings of configurations.</summary>
/// <param name="definition">What it requires.</param>
public sealed class PolicyRule(PolicyDefinition definition) : SettingRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = PolicyMessages.Describe(definition, ConfigMessages.Create);

    /// <inheritdoc/>
    public override void Analyze(ConfigRuleContext context)
    {
        if (!definition.When.All(condition => IsCertain(context.Model, condition.Setting, condition.Must)))
        {
            return;
        }

        foreach (var setting in definition.Setting.In(context.Model))
        {
            Judge(context, ApplicationOf(context, setting), setting, value => JudgeValue(setting, value), _ => null);
        }

        if (definition.Must.Operator == RequirementOperator.Exists)
        {
            foreach (var setting in definition.Setting.MissingIn(context.Model))
            {
                var verdict = new Verdict(PolicyMessages.Missing, [setting.Path]);
                Report(context, ApplicationOf(context, setting), setting, null, verdict);
            }
        }
    }

    private Verdict? JudgeValue(Setting setting, AbstractValue value) =>
        definition.Must.IsMetBy(value) != false ? null
        : definition.Must.AsksForPresence ? new Verdict(PolicyMessages.Present, [setting.Path])
        : new Verdict(PolicyMessages.Value, [setting.Path, ShownValue.Describe(value)]);

    /// <summary>Whether a setting is as required, whatever the environment variables are.</summary>
    private static bool IsCertain(ConfigModel model, SettingPattern pattern, Requirement must)
    {
        var values = pattern.In(model).SelectMany(setting => setting.Alternatives).ToList();
        return must.Operator == RequirementOperator.Absent
            ? values.TrueForAll(value => value is AbsentValue)
            : values.Count > 0 && values.TrueForAll(value => value is not AbsentValue && must.IsMetBy(value) == true);
    }

    private static ConfiguredApplication ApplicationOf(ConfigRuleContext context, Setting setting) =>
        context.Applications.FirstOrDefault(application => application.Name == setting.App) ?? context.Project;
}
