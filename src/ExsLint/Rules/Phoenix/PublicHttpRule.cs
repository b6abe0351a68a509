using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>http: [ip: …]</c> of an endpoint that listens on all interfaces.</summary>
public sealed class PublicHttpRule : EndpointRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-public-http",
        Title = "Plain HTTP listener is bound to all interfaces",
        Description = "The endpoint's HTTP listener is bound to all interfaces, so that whoever reaches the machine can talk to "
            + "it in plain HTTP, past a reverse proxy and the client address that it reports.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [1327],
        Profile = RuleProfile.Strict,
        ReferenceUri = EndpointPage + "#module-adapter-configuration",
        CreateMessages = () => ConfigMessages.Create(
            ("wildcard", "Whoever reaches this machine can talk to the application in plain HTTP, because 'ip' is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        if (!HasOwnRules(application))
        {
            // Erlang goes through its options one by one: the last `ip` holds (gen_tcp, inet:listen_options/2 of kernel).
            Judge(
                context,
                application,
                application.Get(endpoint, "http").GetLast("ip"),
                value => InternetAddress.IsWildcard(value) ? new Verdict("wildcard", [ShownValue.Describe(value)]) : null,
                _ => null);
        }
    }
}
