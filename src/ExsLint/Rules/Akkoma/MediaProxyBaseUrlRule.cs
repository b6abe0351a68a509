using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:media_proxy, base_url</c>: files from other instances belong on another host.</summary>
public sealed class MediaProxyBaseUrlRule : AkkomaRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-media-proxy-base-url",
        Title = "Media of other instances are served from the own host",
        Description = "The media proxy hands files of other instances to visitors. From the instance's own host, a "
            + "file which a browser takes for a page or script acts with the rights of the instance.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [79, 346],
        Fix = FixApplicability.Suggested,
        ReferenceUri = Cheatsheet + "#media_proxy",
        CreateMessages = () => ConfigMessages.Create(
            ("same-host",
                "Files of other instances are served from '{0}', the instance's own host, so that a malicious "
                    + "one acts with the instance's rights."),
            ("no-host",
                "The 'base_url' of 'media_proxy' names no host, so that files of other instances are served "
                    + "from the instance's own host."),
            ("missing-akkoma",
                "'base_url' of 'media_proxy' is not set: Akkoma since 2024.03 serves no media then, and older versions and Pleroma "
                    + "serve it from the instance's own host."),
            ("missing-pleroma",
                "'base_url' of 'media_proxy' is not set, so that files of other instances are served from the "
                    + "instance's own host."),
            ("database", "'base_url' of 'media_proxy' is not set here, so that it must be set in the database.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.Get(AkkomaInstance.MediaProxy, "enabled").Value.IsTruthy != true)
        {
            return;
        }

        Judge(
            context,
            instance,
            instance.Get(AkkomaInstance.MediaProxy, "base_url"),
            value => JudgeWritten(instance, value),
            _ => JudgeMissing(instance));
    }

    private static Verdict? JudgeWritten(AkkomaInstance instance, AbstractValue value)
    {
        if (value is AtomValue { IsTruthy: false })
        {
            return JudgeMissing(instance);
        }

        if (value is not BinaryValue { Text: var url })
        {
            return null;
        }

        return HostName.OfUrl(url) is not { } host ? Verdict.Of("no-host", FixFor(instance))
            : instance.IsOwnHost(host) ? new Verdict("same-host", [host], FixFor(instance))
            : null;
    }

    private static Verdict JudgeMissing(AkkomaInstance instance) => instance.IsConfigurableFromDatabase
        ? Verdict.Of("database", FixFor(instance), DiagnosticLevel.Note)
        : Verdict.Of(instance.IsPleroma ? "missing-pleroma" : "missing-akkoma", FixFor(instance));

    private static SettingFix FixFor(AkkomaInstance instance)
    {
        var domain = instance.Host is null or "localhost" ? "<your domain>" : instance.Host;
        return new SettingFix(
            "Serve media from a host of their own", FixApplicability.Suggested, $"\"https://media.{domain}\"");
    }
}
