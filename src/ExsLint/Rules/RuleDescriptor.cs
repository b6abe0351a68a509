using System.Collections.Immutable;
using ExsLint.Edits;

namespace ExsLint.Rules;

/// <summary>The fixed facts about a rule.</summary>
public sealed record RuleDescriptor
{
    private ImmutableSortedDictionary<string, string>? _messages;

    /// <summary>The rule's only name: kebab-case, <c>family-setting</c>. Stable within a major version.</summary>
    public required string Id { get; init; }

    /// <summary>A title of a few words, without a full stop: <c>Session cookie is sent over plain HTTP</c>.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences: what the rule looks for and what follows from it. At most 1,024 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The level of its findings unless one says otherwise.</summary>
    public required DiagnosticLevel Level { get; init; }

    /// <summary>GitHub's <c>security-severity</c>, 0.1 to 10.0; null for a rule that is not about security.</summary>
    public double? SecuritySeverity { get; init; }

    /// <summary>How often a finding is right.</summary>
    public RulePrecision Precision { get; init; } = RulePrecision.VeryHigh;

    /// <summary>The numbers of the weaknesses (CWE) that the rule finds.</summary>
    public ImmutableArray<int> Cwes { get; init; } = [];

    /// <summary>The smallest profile that contains the rule.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Recommended;

    /// <summary>Whether the rule is being tried out: it runs where that is asked for, and may change in any version.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Whether it is a rule of a team's own, which has no page here.</summary>
    public bool IsOfTeam { get; init; }

    /// <summary>How far this rule's fixes can be trusted at most; null if it offers none.</summary>
    public FixApplicability? Fix { get; init; }

    /// <summary>Where upstream describes the setting.</summary>
    public required string ReferenceUri { get; init; }

    /// <summary>
    /// The messages, by name. A text is one sentence with a full stop; placeholders <c>{0}</c> stand in single quotes
    /// (SARIF 2.1.0 section 3.11.5, and rule SARIF2015 of its validator).
    /// </summary>
    public ImmutableSortedDictionary<string, string> Messages
    {
        get => _messages ??= CreateMessages();
        init => _messages = value;
    }

    /// <summary>
    /// Writes the messages when they are first asked for: most runs need none of most rules, and many rules are written from a
    /// table.
    /// </summary>
    internal Func<ImmutableSortedDictionary<string, string>> CreateMessages { get; init; } = () =>
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The part of the id before the first hyphen: akkoma, systemd, syntax...</summary>
    public string Family => Id[..Id.IndexOf('-', StringComparison.Ordinal)];
}
