using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>What ExsLint says about a row of <c>systemd-analyze security</c>.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="JsonField">The row's name in systemd's JSON.</param>
/// <param name="Title">The rule's title.</param>
/// <param name="Consequence">What follows from a bad value: a clause to be read after 'so'.</param>
/// <param name="Description">The rule's description.</param>
internal sealed record RowAdvice(string Id, string JsonField, string Title, string Consequence, string Description)
{
    // Execution with unnecessary privileges: what every row is about.
    private const int UnnecessaryPrivileges = 250;

    // From this weight on a weak value that somebody wrote is a warning; it is the weight of most of the guide's six.
    private const int WarningWeight = 1000;

    // The least weight of each severity. All stay below that of the guide's six, which start at 4.4.
    private static readonly (int Weight, double Severity)[] Severities =
        [(2500, 4.3), (1500, 4.2), (1000, 4.0), (700, 3.5), (500, 3.0), (200, 2.5), (100, 2.0), (0, 1.0)];

    /// <summary>The smallest profile that contains the rule.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Strict;

    /// <summary>The weakness (CWE) that it finds, beside execution with unnecessary privileges; 0 for none.</summary>
    public int Cwe { get; init; }

    /// <summary>What systemd knows of the row.</summary>
    public SecurityCheck Check =>
        SecurityTable.Find(JsonField) ?? throw new InvalidOperationException($"systemd has no row {JsonField}.");

    /// <summary>What to write instead, if anything.</summary>
    public RowFix? Fix { get; init; }

    /// <summary>The lowest badness that is reported.</summary>
    public int LeastBadness { get; init; } = 1;

    /// <summary>The fixed facts about the rule.</summary>
    /// <param name="referenceUri">Where the setting is described.</param>
    /// <param name="messages">Writes the rule's messages.</param>
    /// <param name="fix">The most that its fixes can be trusted.</param>
    public RuleDescriptor Describe(
        string referenceUri, Func<ImmutableSortedDictionary<string, string>> messages, FixApplicability? fix) => new()
        {
            Id = Id,
            Title = Title,
            Description = Description,
            Level = Check.Weight >= WarningWeight ? DiagnosticLevel.Warning : DiagnosticLevel.Note,
            SecuritySeverity = Severities.First(severity => Check.Weight >= severity.Weight).Severity,
            Cwes = Cwe == 0 ? [UnnecessaryPrivileges] : [UnnecessaryPrivileges, Cwe],
            Profile = Profile,
            Fix = fix,
            ReferenceUri = referenceUri,
            CreateMessages = messages,
        };
}

/// <summary>What to write instead of a bad value, and what speaks against it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Applicability">How far it can be trusted where nothing speaks against it.</param>
internal sealed record RowFix(string Value, FixApplicability Applicability)
{
    /// <summary>Programs that do not work under the setting. A unit that runs one of them gets no safe fix.</summary>
    public ImmutableArray<string> Programs { get; init; } = [];

    /// <summary>Paths that the setting puts out of reach. A unit that mentions one of them gets no safe fix.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Settings that contradict it. A unit with one of them gets no safe fix.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Whether a unit cannot work under the setting at all.</summary>
    public Func<EffectiveUnit, bool> IsOutOfPlace { get; init; } = _ => false;

    /// <summary>
    /// How far the fix can be trusted in a unit. A service that is not on the Erlang virtual machine may do anything.
    /// </summary>
    public FixApplicability In(EffectiveUnit unit) => Applicability == FixApplicability.Safe
        && (!unit.Beam.IsBeam || unit.Beam.IsServerOfOthers || IsUsed(unit))
        ? FixApplicability.Unsafe
        : Applicability;

    private bool IsUsed(EffectiveUnit unit) =>
        Keys.Any(key => !unit.GetAssignments(UnitSections.Service, key).IsEmpty)
        || (Paths.Length > 0 && unit.Mentions.Paths.Any(path => Paths.Any(folder => UnitPath.IsAtOrBelow(path, folder))))
        || unit.Mentions.Names(Programs);
}
