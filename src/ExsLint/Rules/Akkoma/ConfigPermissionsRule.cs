using ExsLint.Frameworks.Akkoma;
using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Rules.Akkoma;

/// <summary>A release's config file that others may read, or its group may write.</summary>
public sealed class ConfigPermissionsRule : AkkomaRule
{
    private const UnixFileMode OfOthers = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const int Octal = 8;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "config-permissions",
        Title = "Others have access to the config file",
        Description = "Other users of the machine may read or change the release's config file, with the secrets in it. A "
            + "release of Akkoma or Pleroma does not start with such a file.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.0,
        Cwes = [732],
        ReferenceUri = "https://git.pleroma.social/pleroma/pleroma/-/issues/3135",
        CreateMessages = () => ConfigMessages.Plain(
            ("others",
                "The server does not start with this file, and other users of the machine have access to its secrets, because "
                    + "its mode is '{0}'."),
            ("group", "The server does not start with this file, because its group may write it: its mode is '{0}'."),
            ("link", "The server does not start with this file, because it is a link, which counts as open to others.")),
    };

    /// <summary>
    /// The file's own mode counts, a link's as well (Akkoma 3.16 and Pleroma 2.7,
    /// lib/pleroma/config/release_runtime_provider.ex). What a repository holds is not in its place.
    /// </summary>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var (model, files) = (context.Model, context.Model.Trees.Files);
        var path = model.Project.EntryFile;
        if (instance.IsRelease
            && (context.IsNamed(path) || ReleaseConfigPath.IsOfSystem(path))
            && files.IsTracked(path) is null
            && files.ModeOf(path) is { } mode
            && Judge(mode, files.IsLink(path)) is { } messageId
            && model.Files.FirstOrDefault(file => file.Path == path) is { } entry)
        {
            var shown = Convert.ToString((int)mode, Octal).PadLeft(3, '0');
            context.Report(
                messageId,
                new Location(entry.Source, default),
                new ConfigSettingId("pleroma.config_path"),
                messageId == "link" ? [] : [shown]);
        }
    }

    private static string? Judge(UnixFileMode mode, bool isLink) => isLink ? "link"
        : (mode & OfOthers) != 0 ? "others"
        : (mode & UnixFileMode.GroupWrite) != 0 ? "group"
        : null;
}
