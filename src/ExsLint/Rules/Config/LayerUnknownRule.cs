namespace ExsLint.Rules.Config;

/// <summary>A file of the configuration that is not in the tree or cannot be read: what it may change is not judged.</summary>
public sealed class LayerUnknownRule : ConfigRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "layer-unknown",
        Title = "Part of the configuration is not in view",
        Description = "A file that the configuration imports is not in the analysed tree, but may be on the machine: git ignores it, its name "
            + "says that it is secret, or its path leads elsewhere. Or the file is there and cannot be read. What it may change is unknown and is "
            + "not judged.",
        Level = DiagnosticLevel.Note,
        ReferenceUri = "https://hexdocs.pm/elixir/Config.html#import_config/1",
        Messages = ConfigMessages.Plain(
            ("missing", "'{0}' is not in the tree, so that settings it may change are judged only where another file states an insecure value."),
            ("unreadable", "'{0}' cannot be read, so that settings it may change are judged only where another file states an insecure value.")),
    };

    /// <inheritdoc/>
    public override void Analyze(ConfigRuleContext context)
    {
        foreach (var layer in context.Model.MissingFiles)
        {
            context.Report(
                layer.IsUnreadable ? "unreadable" : "missing",
                layer.Location,
                $"import_config.{layer.MissingFile}",
                [layer.MissingFile!],
                level: layer.IsUnreadable ? DiagnosticLevel.Warning : null);
        }
    }
}
