using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Systemd.Rows;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Text;

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
    public override string Row => "CapabilityBoundingSet_CAP_SYS_ADMIN";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service may use CAP_SYS_ADMIN",
        Description = "CAP_SYS_ADMIN, which lets a process mount file systems and much else, is close to being root. A service "
            + "keeps it in reach unless CapabilityBoundingSet= leaves it out.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [UnnecessaryPrivileges, PrivilegeManagement],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
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
        if (!context.IsJudged(Key) || !setting.Value.Contains(Capabilities.SysAdmin))
        {
            return;
        }

        var path = context.SettingOf(Key);
        if (setting.Origin is null)
        {
            context.Report(
                UnitMessages.Missing, context.MissingLocation(), path, fix: CreateFix(context, isOnPurpose: false),
                absent: new AbsentDirective(context.Unit, Key));
            return;
        }

        var (cause, word) = CapabilityCause.Find(setting, Capabilities.SysAdmin, context.Unit.SystemdVersion);
        var related =
            UnitRuleContext.Related(setting.Assignments.Where(other => other != cause), "This line takes part in the set.");
        var argument = UnitRuleContext.Shown(word is { } name ? cause.File.Content[name.Start..name.End] : cause.Value);
        var location = word is { } span ? new Location(cause.File, span) : cause.Location;
        var isOnPurpose = (word is not null || cause.Value == "~") && WrittenOnPurpose.Is(context.Unit, cause);
        var fix = CreateFix(context, isOnPurpose);
        context.Report(word is null ? UnitMessages.Set : Granted, location, path, [argument], fix, related);
    }

    private static CodeFix? CreateFix(UnitRuleContext context, bool isOnPurpose)
    {
        var unit = context.Unit;
        var edits = CapabilityEdits.Drop(unit, Capabilities.SysAdmin, Capability);
        return edits.IsEmpty || unit.Exec.AmbientCapabilities.Value.Contains(Capabilities.SysAdmin)
            ? null
            : new CodeFix(
                $"Drop {Capability}",
                isOnPurpose || ChromiumUse.IsLikely(unit) || !UserManager.IsSafe(unit, Key) ? FixApplicability.Unsafe
                    : FixApplicability.Safe,
                edits);
    }
}
