namespace ExsLint.Rules.Config;

/// <summary>An imported file that is not in the tree: what it may change is not judged.</summary>
public sealed class LayerUnknownRule : ConfigRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "layer-unknown",
        Title = "Imported configuration is not in the tree",
        Description = "A file that the configuration imports is not in the analysed tree, but may be on the machine: git ignores it, its name "
            + "says that it is secret, or its path leads elsewhere. What it may change is unknown and is not judged.",
        Level = DiagnosticLevel.Note,
        ReferenceUri = "https://hexdocs.pm/elixir/Config.html#import_config/1",
        Messages = ConfigMessages.Plain(
            ("missing", "'{0}' is not in the tree, so that settings it may change are judged only where another file states an insecure value.")),
    };

    /// <inheritdoc/>
    public override void Analyze(ConfigRuleContext context)
    {
        foreach (var layer in context.Model.MissingFiles)
        {
            context.Report("missing", layer.Location, $"import_config.{layer.MissingFile}", [layer.MissingFile!]);
        }
    }
}
