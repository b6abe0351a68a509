using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>Pleroma.Web.Plugs.RemoteIp</c>: whose address the limits of requests go by.</summary>
public sealed class RemoteIpRule : AkkomaRule
{
    private const string Plug = "Elixir.Pleroma.Web.Plugs.RemoteIp";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-remote-ip",
        Title = "Addresses of clients are not those of the clients",
        Description = "The plug RemoteIp takes a client's address from the header that the reverse proxy sets. "
            + "Where clients reach the server without the proxy they choose the address; without the plug "
            + "all clients seem to be the proxy. Limits and logs go by that address.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [348, 290],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#pleromawebplugsremoteip",
        CreateMessages = () => ConfigMessages.Create(
            ("spoofable",
                "Clients choose their own address and get around the limits, because 'RemoteIp' is on and the "
                    + "server can be reached around the proxy."),
            ("shared",
                "All visitors share one limit of requests, because 'RemoteIp' is '{0}' and every request seems "
                    + "to come from the proxy.")),
    };

    /// <inheritdoc/>
    /// <remarks>
    /// Upstream's default is on: with that, a server that can be reached around the proxy is akkoma-http-ip's finding alone.
    /// </remarks>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var address = instance.Get(AkkomaInstance.Endpoint, "http").GetLast("ip").Value;
        var fix = new SettingFix("Set enabled to true", FixApplicability.Unsafe, "true");
        if (InternetAddress.IsLocal(address) is { } isLocal && !instance.IsInContainer && !instance.IsHiddenService)
        {
            Judge(
                context,
                instance,
                instance.Get(Plug, "enabled"),
                value => (isLocal, value.IsTruthy) switch
                {
                    (false, true) => Verdict.Of("spoofable"),
                    (true, false) => new Verdict("shared", [ShownValue.Describe(value)], fix),
                    _ => null,
                },
                _ => null);
        }
    }
}
