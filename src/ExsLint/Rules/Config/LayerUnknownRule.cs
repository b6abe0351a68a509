using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Text;

namespace ExsLint.Rules.Config;

/// <summary>
/// Reports files of a configuration or unit that are missing or unreadable. What they may change is not judged.
/// </summary>
public sealed class LayerUnknownRule : ConfigRule
{
    private const string Missing = "missing";
    private const string Unreadable = "unreadable";
    private const string Unseen = "unseen";
    private const string TooLarge = "too-large";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "layer-unknown",
        Title = "Part of the configuration is not in view",
        Description = "A file that the configuration imports is not in the analysed tree, but may be on the machine: git "
            + "ignores it, its name says that it is secret, or its path leads elsewhere. Or the file, which may be a unit's "
            + "drop-in, is there and cannot be read. What it may change is unknown and is not judged.",
        Level = DiagnosticLevel.Note,
        ReferenceUri = "https://hexdocs.pm/elixir/Config.html#import_config/1",
        CreateMessages = () => ConfigMessages.Plain(
            (Missing,
                "'{0}' is not in the tree, so that settings it may change are judged only where another file states an insecure "
                    + "value."),
            (Unseen,
                "What is configured here is not known: '{0}'. Settings that it may change are judged only where an insecure "
                    + "value is stated."),
            (TooLarge, "From here on there are '{0}': what they set is not judged."),
            (Unreadable,
                "'{0}' cannot be read, so that settings it may change are judged only where another file states an insecure "
                    + "value.")),
    };

    /// <inheritdoc/>
    public override void Analyze(ConfigRuleContext context)
    {
        foreach (var layer in context.Model.MissingFiles)
        {
            context.Report(
                layer.IsUnreadable ? Unreadable : Missing,
                layer.Location,
                new ConfigPartId("import_config", layer.MissingFile!),
                [layer.MissingFile!],
                level: layer.IsUnreadable ? DiagnosticLevel.Warning : null);
        }

        foreach (var layer in context.Model.State.Layers.Where(layer => layer is { MissingFile: null, IsOfError: false })
            .DistinctBy(layer => layer.Location))
        {
            var isTooLarge = layer.Reason.EndsWith(WorkBudget.Reason, StringComparison.Ordinal);
            context.Report(
                isTooLarge ? TooLarge : Unseen,
                layer.Location,
                new ConfigPartId("layer", layer.Reason),
                [layer.Reason],
                level: isTooLarge ? DiagnosticLevel.Warning : null);
        }
    }

    /// <summary>The finding for a drop-in that cannot be read.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="unit">The unit's own file, at whose start it is reported.</param>
    public Diagnostic Create(string path, SourceFile unit) => new()
    {
        Rule = Descriptor,
        Level = DiagnosticLevel.Warning,
        MessageId = Unreadable,
        Arguments = [path],
        Location = new Location(unit, unit.Lines.GetLine(0)),
        Setting = new FileId(path),
    };
}
