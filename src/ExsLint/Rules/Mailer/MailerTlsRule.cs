using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Mailer;

/// <summary><c>tls:</c> of a mailer that sends by SMTP.</summary>
public sealed class MailerTlsRule : ApplicationRule<PhoenixApplication>
{
    // Both hand their options to gen_smtp (Swoosh 1.26, Bamboo.SMTPAdapter 4.2).
    private static readonly ImmutableArray<string> SmtpAdapters = ["Elixir.Swoosh.Adapters.SMTP", "Elixir.Bamboo.SMTPAdapter"];

    // Where the adapters name the mail server.
    private static readonly ImmutableArray<string> HostKeys = ["relay", "server"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "mailer-tls",
        Title = "Mails are sent in plain text",
        Description = "The mailer never uses TLS, or only if the server offers it, which someone on the way can hide: mails, "
            + "with the links that reset passwords, and the mailer's own password travel in plain text.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [319],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/swoosh/Swoosh.Adapters.SMTP.html#module-tls-options-and-certificate-verification",
        CreateMessages = () => ConfigMessages.Create(
            ("never", "Mails and the mailer's password travel in plain text, because 'tls' is ':never'."),
            ("optional", "Someone on the way can make mails travel in plain text, because 'tls' is ':if_available'.")),
    };

    /// <inheritdoc/>
    protected override bool JudgesSettingsOf(PhoenixApplication application) => !application.Mailers.IsEmpty;

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        foreach (var mailer in application.Mailers.Where(mailer => SendsFar(application, mailer)))
        {
            var fix = new SettingFix("Send over TLS always", FixApplicability.Suggested, ":always");
            Judge(
                context,
                application,
                application.Get(mailer, "tls"),
                value => value switch
                {
                    AtomValue { Name: "never" } => Verdict.Of("never", fix),
                    AtomValue { Name: "if_available" } => Verdict.Of("optional", fix, DiagnosticLevel.Note),
                    _ => null,
                },
                _ => null);
        }
    }

    /// <summary>Whether a mailer may talk SMTP, without TLS from the start, to another machine.</summary>
    private static bool SendsFar(PhoenixApplication application, string mailer) =>
        application.Get(mailer, "adapter").Alternatives.Any(
            value => value is AtomValue { Name: var name } && SmtpAdapters.Contains(name))
        && application.Get(mailer, "ssl").Value.IsTruthy == false
        && !HostKeys.Any(key => application.Get(mailer, key).Value is BinaryValue { Text: var host } && HostName.IsNear(host));
}
