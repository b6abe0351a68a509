using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Storage;

/// <summary><c>config :ex_aws, :s3, scheme: "http://"</c>: objects and their addresses in plain text.</summary>
public sealed class StorageHttpRule : LibraryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "storage-http",
        Title = "Object storage is used over plain HTTP",
        Description = "ExAws talks to an object storage on another machine over plain HTTP: objects, and signed addresses that "
            + "give access to them, can be read and changed on the way.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [319],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/ex_aws_s3/readme.html",
        CreateMessages = () => ConfigMessages.Create(
            ("plain",
                "Files and signed addresses can be read and changed on the way to the storage, because its 'scheme' is 'http'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        var storage = context.Model.Get("ex_aws", "s3");
        var isFar = storage.Get("host").Value switch
        {
            AbsentValue => true,
            BinaryValue { Text: var host } => !HostName.IsNear(host),
            _ => false,
        };
        if (isFar)
        {
            var fix = new SettingFix("Use https", FixApplicability.Suggested, "\"https://\"");
            Judge(
                context,
                application,
                storage.Get("scheme"),
                value => value is BinaryValue { Text: "http://" or "http" } ? Verdict.Of("plain", fix) : null,
                _ => null);
        }
    }
}
