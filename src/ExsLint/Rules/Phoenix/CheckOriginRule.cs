using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>check_origin</c> of an endpoint: which sites may open its sockets.</summary>
public sealed class CheckOriginRule : EndpointRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-check-origin",
        Title = "Any site may open sockets as its visitor",
        Description = "The endpoint's check_origin is false, so that a page of any other site can open a WebSocket to it in a "
            + "visitor's browser, with the visitor's cookies, and read what comes back.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.5,
        Cwes = [1385],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix/Phoenix.Endpoint.html#socket/3-common-configuration",
        CreateMessages = () => ConfigMessages.Create(
            ("off",
                "A page of any site can open this endpoint's sockets with its visitors' cookies, because 'check_origin' is "
                    + "'false'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        var host = (application.Get(endpoint, "url", "host").Value as BinaryValue)?.Text;
        var domain = host is null or "localhost" ? "<your domain>" : host;
        var fix = new SettingFix("Name the origins that may connect", FixApplicability.Suggested, $"[\"https://{domain}\"]");
        Judge(
            context,
            application,
            application.Get(endpoint, "check_origin"),
            value => value is AtomValue { Name: "false" } ? Verdict.Of("off", fix) : null,
            _ => null);
    }
}
