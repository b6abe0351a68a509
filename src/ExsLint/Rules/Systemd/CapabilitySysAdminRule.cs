using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics.Systemd;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that may use CAP_SYS_ADMIN.</summary>
public sealed class CapabilitySysAdminRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-capability-sys-admin";

    // systemd.exec(5): the full set by default. Akkoma's hardening guide recommends '~CAP_SYS_ADMIN'.
    private const string Key = "CapabilityBoundingSet";
    private const string Capability = "CAP_SYS_ADMIN";
    private const string Granted = "granted";
    private const string Consequence = "so CAP_SYS_ADMIN, which is close to root, stays in the service's reach";

    // Execution with unnecessary privileges; improper privilege management.
    private const int UnnecessaryPrivileges = 250;
    private const int PrivilegeManagement = 269;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service may use CAP_SYS_ADMIN",
        Description = "CAP_SYS_ADMIN, which lets a process mount file systems and much else, is close to being root. A service keeps it in "
            + "reach unless CapabilityBoundingSet= leaves it out.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [UnnecessaryPrivileges, PrivilegeManagement],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        Messages = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [UnitMessages.Missing] = $"CapabilityBoundingSet is not set, {Consequence}.",
            [UnitMessages.Set] = $"CapabilityBoundingSet is '{{0}}', {Consequence}.",
            [Granted] = "CapabilityBoundingSet grants '{0}', which is close to being root.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var setting = context.Unit.Exec.CapabilityBoundingSet;
        if (!context.IsHardeningJudged || !setting.Value.Contains(Capabilities.SysAdmin))
        {
            return;
        }

        var fix = CreateFix(context.Unit);
        var path = context.SettingPath(Key);
        if (setting.Origin is null)
        {
            context.Report(UnitMessages.Missing, context.MissingLocation(), path, fix: fix);
            return;
        }

        var (cause, word) = FindCause(setting, context.Unit.SystemdVersion);
        var related = UnitRuleContext.Related(setting.Assignments.Where(other => other != cause), "This line takes part in the set.");
        var argument = UnitRuleContext.Shown(word is { } name ? cause.File.Content[name.Start..name.End] : cause.Value);
        var location = word is { } span ? new Location(cause.File, span) : cause.Location;
        context.Report(word is null ? UnitMessages.Set : Granted, location, path, [argument], fix, related);
    }

    private static CodeFix? CreateFix(EffectiveUnit unit)
    {
        var edits = CapabilityEdits.Drop(unit, Capabilities.SysAdmin, Capability);
        var isWanted = unit.GetAssignments(UnitSections.Service, "AmbientCapabilities")
            .SelectMany(assignment => UnitWords.Split(assignment.Value))
            .Any(word => Capabilities.Find(word.Text) == Capabilities.SysAdmin);
        return edits.IsEmpty
            ? null
            : new CodeFix($"Drop {Capability}", isWanted ? FixApplicability.Unsafe : FixApplicability.Safe, edits);
    }

    // The last assignment that names the capability to grant it; else the last that brings it in; else the last of all.
    private static (UnitAssignment Assignment, TextSpan? Word) FindCause(EffectiveValue<CapabilitySet> setting, int systemdVersion)
    {
        var set = CapabilitySet.All;
        var cause = setting.Assignments[^1];
        TextSpan? causeWord = null;
        foreach (var assignment in setting.Assignments)
        {
            var next = set.Apply(assignment.Value, systemdVersion);
            var word = assignment.Value is ['~', ..] ? null : FindWord(assignment);
            if (word is not null || (next.Contains(Capabilities.SysAdmin) && !set.Contains(Capabilities.SysAdmin)))
            {
                (cause, causeWord) = (assignment, word);
            }
            else if (!next.Contains(Capabilities.SysAdmin))
            {
                (cause, causeWord) = (setting.Assignments[^1], null);
            }

            set = next;
        }

        return (cause, causeWord);
    }

    private static TextSpan? FindWord(UnitAssignment assignment)
    {
        foreach (var token in assignment.Directive.ValueTokens)
        {
            foreach (var word in UnitWords.Split(token.Text))
            {
                if (Capabilities.Find(word.Text) == Capabilities.SysAdmin)
                {
                    return new TextSpan(token.Span.Start + word.Span.Start, word.Span.Length);
                }
            }
        }

        return null;
    }
}
