using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>
/// <c>force_ssl: [rewrite_on: …]</c> that believes who a client says to be, where clients come without a proxy.
/// </summary>
public sealed class ForwardedTrustRule : EndpointRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-forwarded-trust",
        Title = "Headers of a proxy are believed from anyone",
        Description = "rewrite_on takes the client's address or the host from a header that a reverse proxy sets, while the "
            + "listener is bound to all interfaces: who reaches it directly writes the header.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.5,
        Cwes = [348],
        Profile = RuleProfile.Strict,
        ReferenceUri = "https://hexdocs.pm/plug/Plug.RewriteOn.html",
        CreateMessages = () => ConfigMessages.Create(
            ("address",
                "Whoever reaches this listener directly chooses the address that is logged and limited, because of '{0}' in "
                    + "'rewrite_on'."),
            ("host",
                "Whoever reaches this listener directly chooses the host of the request, because of '{0}' in 'rewrite_on'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        if (HasOwnRules(application)
            || !application.Get(endpoint, "http").GetLast("ip").Alternatives.Any(InternetAddress.IsWildcard))
        {
            return;
        }

        Judge(
            context,
            application,
            application.Get(endpoint, "force_ssl", "rewrite_on"),
            value =>
                value is ListValue list ? list.Items.Select(JudgeHeader).FirstOrDefault(verdict => verdict is not null) : null,
            _ => null);
    }

    /// <summary>By their names, and from Plug 1.18.1 on with a header of one's own (Plug.RewriteOn).</summary>
    private static Verdict? JudgeHeader(AbstractValue item) => item switch
    {
        AtomValue { Name: "x_forwarded_for" } => new Verdict("address", [item.ToString()]),
        AtomValue { Name: "x_forwarded_host" } => new Verdict("host", [item.ToString()]),
        TupleValue { Items: [AtomValue { Name: "remote_ip" } kind, _] } => new Verdict("address", [kind.ToString()]),
        TupleValue { Items: [AtomValue { Name: "host" } kind, _] } => new Verdict("host", [kind.ToString()]),
        _ => null,
    };
}
