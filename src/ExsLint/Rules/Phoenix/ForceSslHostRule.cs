using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>force_ssl: [host: …, exclude: …]</c>: where the redirect leads, and who gets none.</summary>
public sealed class ForceSslHostRule : EndpointRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-force-ssl-host",
        Title = "Redirect to https goes elsewhere or leaves out the own host",
        Description = "force_ssl leaves the endpoint's own host out, so that its visitors are never sent to https, or it "
            + "redirects to the host that the request itself names.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [601, 319],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/plug/Plug.SSL.html#module-exclude-option",
        CreateMessages = () => ConfigMessages.Create(
            ("own-host", "Visitors of '{0}' are not sent to https, because 'exclude' names the endpoint's own host."),
            ("any-host", "The redirect to https leads to whatever host the request names, because 'host' is 'nil'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        if (HasOwnRules(application))
        {
            return;
        }

        var options = application.Get(endpoint, "force_ssl");
        var exclude = options.Get("exclude");
        if (application.Get(endpoint, "url", "host").Value is BinaryValue { Text: var own }
            && own is not ("localhost" or "127.0.0.1"))
        {
            Judge(
                context,
                application,
                exclude,
                value => !application.IsTooLate(exclude, value) && Holds(value, own) ? new Verdict("own-host", [own]) : null,
                _ => null);
        }

        var host = options.Get("host");
        Judge(
            context,
            application,
            host,
            value => value is AtomValue { IsNil: true } && !application.IsTooLate(host, value)
                ? Verdict.Of("any-host", FixFor(application, endpoint), DiagnosticLevel.Note)
                : null,
            _ => null);
    }

    /// <summary>
    /// Whether a host is left out: <c>["a.example"]</c>, from Plug 1.19 on <c>[hosts: ["a.example"]]</c> as well.
    /// </summary>
    private static bool Holds(AbstractValue exclude, string host) => exclude is ListValue list
        && list.Items.Any(item => item switch
    {
        BinaryValue { Text: var text } => text == host,
        TupleValue { Items: [AtomValue { Name: "hosts" }, ListValue hosts] } =>
            hosts.Items.OfType<BinaryValue>().Any(text => text.Text == host),
        _ => false,
    });

    private static SettingFix FixFor(PhoenixApplication application, string endpoint)
    {
        var host = (application.Get(endpoint, "url", "host").Value as BinaryValue)?.Text;
        var domain = host is null or "localhost" ? "<your domain>" : host;
        return new SettingFix("Name the host to redirect to", FixApplicability.Suggested, $"\"{domain}\"");
    }
}
