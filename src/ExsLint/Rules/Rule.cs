namespace ExsLint.Rules;

/// <summary>One thing ExsLint looks for. A rule keeps no state: it is asked about one model after another.</summary>
public abstract class Rule
{
    /// <summary>The fixed facts about the rule.</summary>
    public abstract RuleDescriptor Descriptor { get; }
}
