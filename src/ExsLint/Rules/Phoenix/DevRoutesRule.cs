using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>dev_routes</c> of the application and <c>serve_mailbox</c> of Swoosh: tools for developers.</summary>
public sealed class DevRoutesRule : PhoenixRule
{
    private const string Routes = "dev_routes";
    private const string Mailbox = "serve_mailbox";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-dev-routes",
        Title = "Tools for developers are open to visitors",
        Description = "The routes for development (the dashboard, the mailbox of sent mails) are compiled in, or Swoosh serves "
            + "its mailbox. They ask for no password.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.0,
        Cwes = [489],
        Fix = FixApplicability.Safe,
        ReferenceUri = "https://hexdocs.pm/phoenix_live_dashboard/Phoenix.LiveDashboard.html",
        CreateMessages = () => ConfigMessages.Create(
            ("routes", "The dashboard and the mailbox of '/dev' are open to every visitor, because 'dev_routes' is '{0}'."),
            ("mailbox", "Swoosh serves the mails that it sent to whoever asks, because 'serve_mailbox' is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        var routes = application.Get(Routes);
        Judge(
            context,
            application,
            routes,
            value => value.IsTruthy == true
                ? new Verdict("routes", [ShownValue.Describe(value)], application.IsTooLate(routes, value) ? null : Off(Routes))
                : null,
            _ => null);
        if (IsFirst(context, application))
        {
            Judge(
                context,
                application,
                application.Model.Get("swoosh", Mailbox),
                value => value.IsTruthy == true ? new Verdict("mailbox", [ShownValue.Describe(value)], Off(Mailbox)) : null,
                _ => null);
        }
    }

    private static SettingFix Off(string key) => new($"Set {key} to false", FixApplicability.Safe, "false");
}
