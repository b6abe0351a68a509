namespace ExsLint.Rules;

/// <summary>The sets of rules a user chooses from; each contains the ones before it.</summary>
public enum RuleProfile
{
    /// <summary>What every administrator should hear.</summary>
    Recommended,

    /// <summary>Everything.</summary>
    Strict,
}
