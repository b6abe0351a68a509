using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:instance, registrations_open</c> without anything that holds scripts back.</summary>
public sealed class OpenRegistrationsRule : AkkomaRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-open-registrations",
        Title = "Scripts can register accounts",
        Description = "Anyone can register, and neither a captcha, nor the approval of a moderator, nor a confirmed "
            + "mail address is asked for: scripts make accounts by the thousand, and other instances block "
            + "yours.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.0,
        Cwes = [799],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#instance",
        CreateMessages = () => ConfigMessages.Create(
            ("open",
                "Scripts can register any number of accounts, because registrations are open without captcha, "
                    + "approval or activation.")),
    };

    /// <inheritdoc/>
    /// <remarks>Upstream asks for a captcha: without one is what somebody wrote, and where it is reported.</remarks>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var open = instance.Get(AkkomaInstance.Instance, "registrations_open");
        var captcha = instance.Get("Elixir.Pleroma.Captcha", "enabled");
        if (open.Value.IsTruthy == true
            && instance.Get(AkkomaInstance.Instance, "account_approval_required").Value.IsTruthy == false
            && instance.Get(AkkomaInstance.Instance, "account_activation_required").Value.IsTruthy == false)
        {
            var fix = new SettingFix("Ask for a captcha", FixApplicability.Unsafe, "true");
            Judge(
                context,
                instance,
                captcha,
                value => value is AtomValue { IsTruthy: false } ? Verdict.Of("open", fix) : null,
                _ => null);
        }
    }
}
