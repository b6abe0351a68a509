using ExsLint.Semantics.Elixir;

namespace ExsLint.Rules.Config;

/// <summary>Something for which Elixir refuses the whole configuration.</summary>
public sealed class ConfigErrorRule : ConfigRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "config-error",
        Title = "Elixir refuses the configuration",
        Description = "Elixir raises an error here while it reads the configuration, so that the application does not start: an imported "
            + "file does not exist or is imported twice, an import stands where none is allowed, a config call has arguments it does not take, or an expression always raises.",
        Level = DiagnosticLevel.Error,
        ReferenceUri = "https://hexdocs.pm/elixir/Config.html",
        Messages = ConfigMessages.Plain(
            ("missing-import", "Elixir refuses the configuration: '{0}' does not exist."),
            ("repeated-import", "Elixir refuses the configuration: '{0}' is imported a second time."),
            ("forbidden-import", "Elixir refuses the configuration: '{0}' is read when the release starts and may not import files."),
            ("always-raises", "Elixir refuses the configuration: '{0}' raises an error here, whatever the environment."),
            ("bad-call", "Elixir refuses the configuration: no clause takes this call of '{0}'.")),
    };

    /// <inheritdoc/>
    public override void Analyze(ConfigRuleContext context)
    {
        foreach (var error in context.Model.Errors)
        {
            context.Report(MessageOf(error.Kind), error.Location, $"config.{error.Argument}", [error.Argument]);
        }
    }

    private static string MessageOf(ConfigErrorKind kind) => kind switch
    {
        ConfigErrorKind.MissingImport => "missing-import",
        ConfigErrorKind.RepeatedImport => "repeated-import",
        ConfigErrorKind.ForbiddenImport => "forbidden-import",
        ConfigErrorKind.AlwaysRaises => "always-raises",
        _ => "bad-call",
    };
}
