using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>
/// The options of <c>Plug.Session</c> that weaken its cookie, where an application keeps them in its configuration.
/// </summary>
public sealed class SessionCookieRule : PhoenixRule
{
    // Part of the names under which applications keep such options: session, session_options, MyAppWeb.Session.
    private const string SessionWord = "session";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-session-cookie",
        Title = "Session cookie is less protected than by default",
        Description = "Options of the session turn off what protects its cookie: scripts can read it (http_only), it travels "
            + "over plain HTTP (secure), or it is sent with requests that other sites make (same_site).",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [1004, 614, 1275],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/plug/Plug.Conn.html#put_resp_cookie/4-options",
        CreateMessages = () => ConfigMessages.Create(
            ("http-only", "Scripts in a page can read the session cookie, because 'http_only' is '{0}'."),
            ("secure", "The session cookie is sent over plain HTTP, because 'secure' is '{0}'."),
            ("same-site", "Other sites can make requests with the session cookie, because 'same_site' is 'None'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        if (HasOwnRules(application))
        {
            return;
        }

        Judge(context, application, "http_only", value => OfSwitch("http-only", value));
        Judge(context, application, "secure", value => OfSwitch("secure", value));
        Judge(context, application, "same_site", OfSameSite);
    }

    private static void Judge(
        ConfigRuleContext context, PhoenixApplication application, string key, Func<AbstractValue, Verdict?> judge)
    {
        foreach (var options in application.Model.HoldersOf(key)
            .Where(holder => holder.App == application.Name && IsOfSession(holder)))
        {
            Judge(context, application, options.Get(key), judge, _ => null);
        }
    }

    private static bool IsOfSession(Setting options) =>
        options.Keys.Any(key => key.Contains(SessionWord, StringComparison.OrdinalIgnoreCase));

    private static Verdict? OfSwitch(string messageId, AbstractValue value) => value is AtomValue { Name: "false" }
        ? new Verdict(
            messageId, [ShownValue.Describe(value)], new SettingFix("Protect the cookie", FixApplicability.Suggested, "true"))
        : null;

    private static Verdict? OfSameSite(AbstractValue value) =>
        value is BinaryValue { Text: var text } && text.Equals("none", StringComparison.OrdinalIgnoreCase)
            ? Verdict.Of("same-site", new SettingFix("Keep the cookie to the own site", FixApplicability.Suggested, "\"Lax\""))
            : null;
}
