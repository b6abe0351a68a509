using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>url: [scheme:]</c> of the endpoint: what links, cookies and the content security policy go by.</summary>
public sealed class UrlSchemeRule : AkkomaRule
{
    private const string Secure = "https";

    /// <summary>Domains that are never on the internet (RFC 6761, RFC 6762, RFC 8375, RFC 9476; ICANN's .internal).</summary>
    private static readonly string[] LocalDomains =
        [".local", ".localhost", ".lan", ".test", ".internal", ".home.arpa", ".invalid"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-url-scheme",
        Title = "Instance says that it speaks plain HTTP",
        Description = "The scheme of the endpoint's url is http, or is not set, which means http. Links then start "
            + "with http://, and the content security policy no longer upgrades requests to https.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [319],
        Fix = FixApplicability.Suggested,
        ReferenceUri = Cheatsheet + "#pleromawebendpoint",
        CreateMessages = () => ConfigMessages.Create(
            ("http",
                "Links to the instance start with 'http://', and browsers are not told to upgrade requests, "
                    + "because 'scheme' is '{0}'."),
            ("missing",
                "Links to the instance start with 'http://', and browsers are not told to upgrade requests, "
                    + "because 'scheme' is not set.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.IsHiddenService || (instance.Host is { } host && IsLocal(host.TrimEnd('.'))))
        {
            return;
        }

        var fix = new SettingFix("Say https, with port 443", FixApplicability.Suggested, $"\"{Secure}\"");
        Judge(
            context,
            instance,
            instance.Get(AkkomaInstance.Endpoint, "url", "scheme"),
            value => value is BinaryValue binary && binary.Text.Equals("http", StringComparison.OrdinalIgnoreCase)
                ? new Verdict("http", [binary.Text], fix)
                : null,
            value => value is AbsentValue { Container: null }
                && instance is { NamesHost: true, Host: not null }
                && !ListensToHttps(instance)
                    ? Verdict.Of("missing", fix)
                    : null);
    }

    /// <summary>The scheme is https then (Phoenix 1.7, lib/phoenix/endpoint/supervisor.ex, build_url/2).</summary>
    private static bool ListensToHttps(AkkomaInstance instance) =>
        instance.Get(AkkomaInstance.Endpoint, Secure).Value.IsTruthy != false;

    private static bool IsLocal(string host) =>
        HostName.IsNear(host) || LocalDomains.Any(domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
