using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>debug_heex_annotations</c>, <c>debug_attributes</c> of Phoenix LiveView: marks for developers in pages.</summary>
public sealed class HeexDebugRule : LibraryRule
{
    // Both are read when templates are compiled (Phoenix LiveView 1.2.10, lib/phoenix_live_view/html_engine.ex and
    // lib/phoenix_live_view/tag_engine/compiler.ex).
    private static readonly ImmutableArray<string> Switches = ["debug_heex_annotations", "debug_attributes"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-heex-debug",
        Title = "Pages name the source of their parts",
        Description = "Phoenix LiveView marks each part of a page with the file and the line of the template that it comes from, "
            + "for developers.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [489],
        Fix = FixApplicability.Safe,
        ReferenceUri = "https://hexdocs.pm/phoenix_live_view/Phoenix.Component.html#module-debug-information",
        CreateMessages = () => ConfigMessages.Create(
            ("on", "Every visitor sees from which file and line a part of a page comes, because '{0}' is '{1}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        foreach (var key in Switches)
        {
            var fix = new SettingFix($"Set {key} to false", FixApplicability.Safe, "false");
            Judge(
                context,
                application,
                context.Model.Get("phoenix_live_view", key),
                value => value.IsTruthy == true && context.Model.FileOf(value)?.Role != ConfigFileRole.Runtime
                    ? new Verdict("on", [key, ShownValue.Describe(value)], fix)
                    : null,
                _ => null);
        }
    }
}
