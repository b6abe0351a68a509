using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>force_ssl: [hsts: …, expires: …]</c>: whether browsers remember to use https.</summary>
public sealed class HstsRule : EndpointRule
{
    /// <summary>Plug's own default (Plug 1.19, lib/plug/ssl.ex): one year.</summary>
    private const string OneYear = "31_536_000";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-hsts",
        Title = "Strict-Transport-Security header is turned off",
        Description = "force_ssl is set without the Strict-Transport-Security header, or with one that expires at once, so that "
            + "each first request of a visitor can be intercepted before the redirect to https.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 4.0,
        Cwes = [319, 523],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/plug/Plug.SSL.html#module-plug-options",
        CreateMessages = () => ConfigMessages.Create(
            ("off", "No Strict-Transport-Security header is sent, because 'hsts' is '{0}'."),
            ("expires", "The Strict-Transport-Security header tells browsers to forget it, because 'expires' is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        if (HasOwnRules(application))
        {
            return;
        }

        var options = application.Get(endpoint, "force_ssl");
        var hsts = options.Get("hsts");
        Judge(
            context,
            application,
            hsts,
            value => value.IsTruthy == false && !application.IsTooLate(hsts, value)
                ? new Verdict(
                    "off", [ShownValue.Describe(value)], new SettingFix("Send the header", FixApplicability.Suggested, "true"))
                : null,
            _ => null);
        if (hsts.Value is AbsentValue || hsts.Value.IsTruthy == true)
        {
            var expires = options.Get("expires");
            Judge(
                context,
                application,
                expires,
                value => value is IntegerValue { Number.Sign: <= 0 } && !application.IsTooLate(expires, value)
                    ? new Verdict(
                        "expires",
                        [ShownValue.Describe(value)],
                        new SettingFix("Let it hold for a year", FixApplicability.Suggested, OneYear))
                    : null,
                _ => null);
        }
    }
}
