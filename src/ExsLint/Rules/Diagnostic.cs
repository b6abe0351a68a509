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

    /// <summary>The name of the rule's message.</summary>
    public required string MessageId { get; init; }

    /// <summary>The values of the message's placeholders. They never hold a secret.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The node that produced the bad value, or where the missing setting would be written.</summary>
    public required Location Location { get; init; }

    /// <summary>Other places that explain the finding: what was overridden, the call that holds the value.</summary>
    public ImmutableArray<RelatedLocation> RelatedLocations { get; init; } = [];

    /// <summary>The setting that the finding is about. It stays the same when lines move.</summary>
    public required SettingId Setting { get; init; }

    /// <summary>What to write instead, if that is known.</summary>
    public FixProposal? Fix { get; init; }

    /// <summary>The directive that the unit lacks, if that is the finding; else null.</summary>
    public AbsentDirective? Absent { get; init; }

    /// <summary>The sentence, with the arguments in it.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Messages[MessageId], [.. Arguments]);
}

/// <summary>
/// A directive that a unit lacks. All such findings in one unit have the same cause: nobody confined the service.
/// </summary>
/// <param name="Unit">The unit.</param>
/// <param name="Key">The directive: <c>PrivateTmp</c>.</param>
public sealed record AbsentDirective(EffectiveUnit Unit, string Key);

/// <summary>A place that explains a finding.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What it has to do with the finding; a sentence with a full stop.</param>
public sealed record RelatedLocation(Location Location, string Message);
