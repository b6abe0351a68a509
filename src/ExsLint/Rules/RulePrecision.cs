namespace ExsLint.Rules;

/// <summary>How often a finding of a rule is right, in GitHub's words (<c>precision</c> of a rule).</summary>
public enum RulePrecision
{
    /// <summary>Many findings may be wrong.</summary>
    Low,

    /// <summary>Some findings may be wrong.</summary>
    Medium,

    /// <summary>Few findings are wrong.</summary>
    High,

    /// <summary>A wrong finding is a bug.</summary>
    VeryHigh,
}
