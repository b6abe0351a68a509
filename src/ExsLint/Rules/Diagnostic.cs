using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd;
using ExsLint.Text;

namespace ExsLint.Rules;

/// <summary>A finding: a rule, a place, a sentence, and what to write instead.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule.</summary>
    public required RuleDescriptor Rule { get; init; }

    /// <summary>How bad it is.</summary>
    public required DiagnosticLevel Level { get; init; }

    /// <summary>Which of the rule's messages it is.</summary>
    public required string MessageId { get; init; }

    /// <summary>What stands for the message's placeholders. Never a secret.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The node that produced the bad value, or where the missing setting would be written.</summary>
    public required Location Location { get; init; }

    /// <summary>Other places that explain the finding: what was overridden, the call that holds the value.</summary>
    public ImmutableArray<RelatedLocation> RelatedLocations { get; init; } = [];

    /// <summary>What it is about, stable while lines move.</summary>
    public required SettingId Setting { get; init; }

    /// <summary>What to write instead, if that is known.</summary>
    public FixProposal? Fix { get; init; }

    /// <summary>The directive of a unit that is nowhere, where that is what the finding is; else null.</summary>
    public AbsentDirective? Absent { get; init; }

    /// <summary>The sentence, with the arguments in it.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Messages[MessageId], [.. Arguments]);
}

/// <summary>
/// A directive that a unit lacks. All findings of one unit that have one have the same cause: nobody confined the service.
/// </summary>
/// <param name="Unit">The unit.</param>
/// <param name="Key">The directive: <c>PrivateTmp</c>.</param>
public sealed record AbsentDirective(EffectiveUnit Unit, string Key);

/// <summary>A place that explains a finding.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What it has to do with the finding; a sentence with a full stop.</param>
public sealed record RelatedLocation(Location Location, string Message);
