using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;

namespace ExsLint.Rules.Akkoma;

/// <summary>
/// <c>redirect_on_failure</c> of the media proxy: visitors fetch from other servers what the proxy cannot.
/// </summary>
public sealed class MediaProxyRedirectRule() : AkkomaSwitchRule(AkkomaInstance.MediaProxy, "proxy_opts", "redirect_on_failure")
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-media-proxy-redirect",
        Title = "Visitors are sent to other servers for media",
        Description = "Where the media proxy cannot fetch a file, it sends the visitor to the other server, which "
            + "learns the address. For that the content security policy allows images and media from "
            + "everywhere.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [200, 693],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#media_proxy",
        CreateMessages = () => MessagesOf(
            "Other servers learn the addresses of visitors, and the policy allows media from everywhere, because "
                + "'redirect_on_failure' is '{0}'."),
    };

    /// <inheritdoc/>
    protected override bool IsRead(AkkomaInstance instance) =>
        instance.Get(AkkomaInstance.MediaProxy, "enabled").Value.IsTruthy == true;
}
