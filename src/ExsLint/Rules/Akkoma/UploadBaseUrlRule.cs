using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>Pleroma.Upload, base_url</c>: uploads belong on another host than the instance itself.</summary>
public sealed class UploadBaseUrlRule : AkkomaRule
{
    private const string LocalUploader = "Elixir.Pleroma.Uploaders.Local";
    private const string S3Uploader = "Elixir.Pleroma.Uploaders.S3";
    private const string Key = "base_url";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-upload-base-url",
        Title = "Uploads are served from the instance's own host",
        Description = "Files that users upload are served from the same host as the instance, so that a file which a browser "
            + "takes for a page or script acts with the rights of the instance.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.1,
        Cwes = [79, 346],
        Fix = FixApplicability.Suggested,
        ReferenceUri = HardeningGuide + "#pleromaupload-uploader-base_url",
        CreateMessages = () => ConfigMessages.Create(
            ("same-host",
                "Uploads are served from '{0}', the instance's own host, so that a malicious file acts with the instance's "
                    + "rights."),
            ("no-host", "'{0}' names no host, so that uploads are served from the instance's own host."),
            ("missing-akkoma",
                "'base_url' of 'Pleroma.Upload' is not set: Akkoma refuses to start, and versions before 2024.03 serve uploads "
                    + "from the instance's own host."),
            ("missing-pleroma",
                "'base_url' of 'Pleroma.Upload' is not set, so that uploads are served from the instance's own host."),
            ("missing-s3",
                "'Pleroma.Uploaders.S3' has neither a 'public_endpoint' nor a 'base_url', so that links to uploads cannot work."),
            ("database", "'base_url' of 'Pleroma.Upload' is not set here, so that it must be set in the database.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var uploader = (instance.Get(AkkomaInstance.Upload, "uploader").Value as AtomValue)?.Name;
        if (uploader is null)
        {
            return;
        }

        var baseUrl = instance.Get(AkkomaInstance.Upload, Key);
        var isLocal = uploader == LocalUploader;
        var endpoint = instance.Get(uploader, "public_endpoint");
        var setting = isLocal || endpoint.Value.IsTruthy == false ? baseUrl : endpoint;
        if (!isLocal && endpoint.Value.IsTruthy is null)
        {
            return;
        }

        Judge(
            context,
            instance,
            setting,
            value => JudgeWritten(instance, uploader, value),
            _ => JudgeMissing(instance, uploader));
    }

    private static Verdict? JudgeWritten(AkkomaInstance instance, string uploader, AbstractValue value)
    {
        if (value is AtomValue { IsTruthy: false })
        {
            return JudgeMissing(instance, uploader);
        }

        if (value is not BinaryValue { Text: var url })
        {
            return null;
        }

        if (HostName.OfUrl(url) is not { } host)
        {
            return new Verdict("no-host", [url.Contains('@', StringComparison.Ordinal) ? Key : url], FixFor(instance));
        }

        return instance.IsOwnHost(host) ? new Verdict("same-host", [host], FixFor(instance)) : null;
    }

    private static Verdict? JudgeMissing(AkkomaInstance instance, string uploader)
    {
        if (uploader == S3Uploader)
        {
            return Verdict.Of("missing-s3", level: DiagnosticLevel.Note);
        }

        if (uploader != LocalUploader)
        {
            return null;
        }

        return instance.IsConfigurableFromDatabase
            ? Verdict.Of("database", FixFor(instance), DiagnosticLevel.Note)
            : Verdict.Of(instance.IsPleroma ? "missing-pleroma" : "missing-akkoma", FixFor(instance));
    }

    private static SettingFix FixFor(AkkomaInstance instance)
    {
        var domain = instance.Host is null or "localhost" ? "<your domain>" : instance.Host;
        return new SettingFix(
            "Serve uploads from a host of their own", FixApplicability.Suggested, $"\"https://media.{domain}/media/\"");
    }
}
