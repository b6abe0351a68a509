using ExsLint.Frameworks.Akkoma;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Text;

namespace ExsLint.Rules.Akkoma;

/// <summary>A release's config file that is not read, because another is found before it.</summary>
public sealed class ConfigPathRule : AkkomaRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-config-path",
        Title = "Another config file is read instead",
        Description = "A release of Akkoma reads one config file: the one that AKKOMA_CONFIG_PATH or PLEROMA_CONFIG_PATH names, "
            + "else /etc/pleroma/config.exs if it exists, else /etc/akkoma/config.exs. Where both files exist, what the latter "
            + "says has no effect.",
        Level = DiagnosticLevel.Note,
        ReferenceUri = "https://docs.akkoma.dev/stable/installation/migrating_to_akkoma/",
        CreateMessages = () => ConfigMessages.Plain(
            ("passed-over",
                "This file is not read, because '{0}' exists, unless AKKOMA_CONFIG_PATH or PLEROMA_CONFIG_PATH names this one.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var project = context.Model.Project;
        if (project.Kind == ConfigProjectKind.Release
            && ReleaseConfigPath.FileBefore(project.EntryFile, context.Model.Trees.Files) is { } before
            && context.Model.Files.FirstOrDefault(file => file.Path == project.EntryFile) is { } entry)
        {
            context.Report(
                "passed-over", new Location(entry.Source, default), new ConfigSettingId("pleroma.config_path"), [before]);
        }
    }
}
