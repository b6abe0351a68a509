using System.Collections.Immutable;

namespace ExsLint.Rules.Policy;

/// <summary>A rule of a team's own.</summary>
/// <param name="Id">Its name: kebab-case.</param>
/// <param name="IsOfUnits">Whether it is about units.</param>
/// <param name="Setting">The settings that it is about; of units a section and a directive.</param>
/// <param name="Must">What is required of them.</param>
/// <param name="When">What has to be the case for the rule to look at them.</param>
/// <param name="Message">What it says, a sentence.</param>
/// <param name="Level">How bad a finding is.</param>
public sealed record PolicyDefinition(
    string Id,
    bool IsOfUnits,
    SettingPattern Setting,
    Requirement Must,
    ImmutableArray<(SettingPattern Setting, Requirement Must)> When,
    string Message,
    DiagnosticLevel Level)
{
    /// <summary>The rule itself.</summary>
    public Rule ToRule() => IsOfUnits ? new UnitPolicyRule(this) : new PolicyRule(this);
}
