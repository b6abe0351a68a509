using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:admin_token</c>: a password that makes anyone an administrator.</summary>
public sealed class AdminTokenRule : AkkomaRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-admin-token",
        Title = "Token in the configuration makes anyone an administrator",
        Description = "With an admin_token the admin API takes whoever sends it for an administrator, without an "
            + "account, a second factor or a trace of who it was. It also takes the token as a parameter of "
            + "the address, which ends up in the logs of proxies.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [798],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#admin_token",
        CreateMessages = () => ConfigMessages.Create(
            ("literal",
                "Whoever gets to know the 'admin_token' that is written here is an administrator, without an "
                    + "account or a second factor.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        // nil and "" are off (Akkoma 3.16, lib/pleroma/web/plugs/admin_secret_authentication_plug.ex).
        var fix = new SettingFix("Switch the token off", FixApplicability.Unsafe, "nil");
        Judge(
            context,
            instance,
            instance.Get("admin_token"),
            value => value is BinaryValue { Bytes.IsEmpty: false } token && !TemplateText.Is(token.Text)
                ? Verdict.Of("literal", fix)
                : null,
            _ => null);
    }
}
