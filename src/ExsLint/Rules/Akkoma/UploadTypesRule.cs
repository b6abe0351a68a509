using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>Pleroma.Upload, allowed_mime_types</c>: which uploads are served as what they say they are.</summary>
public sealed class UploadTypesRule : AkkomaRule
{
    private const string Default = "[\"image\", \"audio\", \"video\"]";

    // HTML, JavaScript, XHTML, XML, messages with attachments: what a browser may run.
    private static readonly string[] WithScripts = ["text", "application", "message", "multipart"];

    private static readonly string[] OfUpstream = ["image", "audio", "video"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-upload-types",
        Title = "Uploads are served as pages or scripts",
        Description = "Uploads of the allowed types are served with the type that they came with, all others as "
            + "application/octet-stream, which browsers only save. A page or a script that somebody uploads "
            + "then runs in visitors' browsers.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [79, 434],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#pleromaupload",
        CreateMessages = () => ConfigMessages.Create(
            ("scripts",
                "Files that anyone uploads are served as pages or scripts, because 'allowed_mime_types' has "
                    + "'{0}'."),
            ("other",
                "Files of a type that upstream does not serve are served as they are, because 'allowed_mime_types' goes beyond "
                    + "image, audio and video."),
            ("subtype",
                "An entry of 'allowed_mime_types' with a slash allows nothing, because only what stands before the slash of a "
                    + "type is looked at.")),
    };

    /// <inheritdoc/>
    /// <remarks>Akkoma 3.16, lib/pleroma/web/plugs/utils.ex: the main type has to be one of them, letter by letter.</remarks>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance) => Judge(
        context,
        instance,
        instance.Get(AkkomaInstance.Upload, "allowed_mime_types"),
        value => value is ListValue list ? JudgeTypes(list) : null,
        _ => null);

    private static Verdict? JudgeTypes(ListValue list)
    {
        var fix = new SettingFix("Serve images, audio and video only", FixApplicability.Unsafe, Default);
        var others = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is BinaryValue { Text: var text } && !OfUpstream.Contains(text))
            {
                others.Add(text);
            }
        }

        return others.Find(text => WithScripts.Contains(text)) is { } script ? new Verdict("scripts", [script], fix)
            : others.Exists(text => !text.Contains('/', StringComparison.Ordinal))
                ? Verdict.Of("other", fix, DiagnosticLevel.Note)
            : others.Count > 0 ? Verdict.Of("subtype", fix, DiagnosticLevel.Note)
            : null;
    }
}
