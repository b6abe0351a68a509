using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary>
/// <c>:instance, privileged_staff</c>, and <c>moderator_privileges</c> of Pleroma: what moderators may do to accounts.
/// </summary>
public sealed class PrivilegedStaffRule : AkkomaRule
{
    /// <summary>Of Pleroma from 2.5 on (lib/pleroma/web/router.ex); Akkoma 3.16 has the switch alone.</summary>
    private const string Credentials = "users_manage_credentials";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-privileged-staff",
        Title = "Moderators can take over accounts",
        Description = "Moderators can ask for a link that resets the password of any account, administrators' "
            + "included, and can change its mail address. Upstream leaves that to administrators.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [269],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#instance",
        CreateMessages = () => ConfigMessages.Create(
            ("staff",
                "Moderators can reset the password of any account, administrators' included, because "
                    + "'privileged_staff' is '{0}'."),
            ("moderators",
                "Moderators can reset the password of any account, administrators' included, because of '{0}' "
                    + "in 'moderator_privileges'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var fix = new SettingFix("Set privileged_staff to false", FixApplicability.Unsafe, "false");
        Judge(
            context,
            instance,
            instance.Get(AkkomaInstance.Instance, "privileged_staff"),
            value => value.IsTruthy == true ? new Verdict("staff", [ShownValue.Describe(value)], fix) : null,
            _ => null);
        if (!instance.IsAkkoma)
        {
            Judge(
                context,
                instance,
                instance.Get(AkkomaInstance.Instance, "moderator_privileges"),
                value => value is ListValue list && list.Items.Any(item => item is AtomValue { Name: Credentials })
                    ? new Verdict("moderators", [":" + Credentials])
                    : null,
                _ => null);
        }
    }
}
