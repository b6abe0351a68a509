using ExsLint.Edits;
using ExsLint.Rules.Units;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services whose processes can gain privileges.</summary>
public sealed class NoNewPrivilegesRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-no-new-privileges";

    // systemd.exec(5): off by default, forced by DynamicUser=. Recommended by Akkoma's hardening guide.
    private const string Key = "NoNewPrivileges";
    private const string Recommended = "true";

    // Improper privilege management; execution with unnecessary privileges.
    private const int PrivilegeManagement = 269;
    private const int UnnecessaryPrivileges = 250;

    /// <inheritdoc/>
    public override string Row => Key;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service can gain privileges",
        Description = "Without NoNewPrivileges= a process of the service can gain privileges by running a set-user-ID program "
            + "or one with file capabilities, so a flaw in any such program on the host leads from the service to root.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.5,
        Cwes = [PrivilegeManagement, UnnecessaryPrivileges],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => UnitMessages.For(Key, "processes of the service can gain privileges through set-user-ID programs"),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var setting = context.Unit.Exec.NoNewPrivileges;
        if (context.IsJudged(Key) && !setting.Value)
        {
            // ejabberd, for one, asks PAM through a set-user-ID helper.
            var isSafe = !context.Unit.Beam.IsServerOfOthers && !PrivilegeNeeds.Gains(context.Unit)
                && !ChromiumUse.IsLikely(context.Unit);
            context.ReportSetting(Key, setting, context.CreateFix(Key, Recommended, isSafe));
        }
    }
}
