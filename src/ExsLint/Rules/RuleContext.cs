using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Rules;

/// <summary>Where a rule reports.</summary>
public abstract class RuleContext(RuleDescriptor rule, Action<Diagnostic> sink)
{
    /// <summary>The rule that runs.</summary>
    public RuleDescriptor Rule { get; } = rule;

    /// <summary>Reports a finding.</summary>
    /// <param name="messageId">Which of the rule's messages.</param>
    /// <param name="location">The primary place.</param>
    /// <param name="setting">What it is about.</param>
    /// <param name="arguments">What stands for the message's placeholders.</param>
    /// <param name="fix">What to write instead.</param>
    /// <param name="related">Other places that explain it.</param>
    /// <param name="level">The level, where it is not the rule's own.</param>
    /// <param name="absent">The directive of a unit that is nowhere, where that is the finding.</param>
    public void Report(
        string messageId,
        Location location,
        SettingId setting,
        ImmutableArray<string> arguments = default,
        FixProposal? fix = null,
        ImmutableArray<RelatedLocation> related = default,
        DiagnosticLevel? level = null,
        AbsentDirective? absent = null) => sink(new Diagnostic
        {
            Rule = Rule,
            Level = level ?? Rule.Level,
            MessageId = messageId,
            Arguments = arguments.IsDefault ? [] : arguments,
            Location = location,
            RelatedLocations = related.IsDefault ? [] : related,
            Setting = setting,
            Fix = fix,
            Absent = absent,
        });
}
