using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Rules.Settings;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Config;

/// <summary>Finds errors for which Elixir refuses the whole configuration.</summary>
public sealed class ConfigErrorRule : ConfigRule
{
    private static readonly ImmutableSortedDictionary<string, string> Sentences = ConfigMessages.CreateUnderConditions(
        ("missing-import", "Elixir refuses the configuration: '{0}' does not exist."),
        ("missing-environment",
            "The project has no configuration for this environment: '{0}' does not exist, so that Elixir refuses it."),
        ("repeated-import", "Elixir refuses the configuration: '{0}' is imported a second time."),
        ("forbidden-import", "Elixir refuses the configuration: '{0}' is read when the release starts and may not import files."),
        ("always-raises", "Elixir refuses the configuration: '{0}' raises an error here."),
        ("missing-in-release",
            "In a release, Elixir refuses the configuration: '{0}' is part of Mix, which a release does not have when it reads "
                + "this file."),
        ("running-application",
            "In a release, the boot is aborted: '{0}' is of an application that runs already when this file is read."),
        ("unwritable-term",
            "'mix release' refuses the configuration: '{0}' holds an anonymous function, a process or a reference, which cannot "
                + "be written to a file."),
        ("repeated-key", "The application does not start: '{0}' is set twice in one configuration."),
        ("undefined-name", "Elixir refuses the configuration: nothing defines '{0}' here."),
        ("name-from-elsewhere",
            "No project reads this file, and nothing in it defines '{0}': whatever reads it has to define its names."),
        ("missing-config-import",
            "Elixir refuses the configuration: '{0}' is not defined here, as no 'import Config' comes before it."),
        ("ambiguous-name",
            "Elixir refuses the configuration: '{0}' may be that of Config or that of Mix.Config, as both are imported."),
        ("conflicting-name",
            "Elixir refuses the configuration: '{0}' may be any of several functions here, of imports, of Kernel or of this "
                + "module."),
        ("invalid-expression", "Elixir refuses the configuration: this does not compile ('{0}')."),
        ("undefined-module",
            "Elixir refuses the configuration: '{0}' is not defined yet when this file, which defines or loads it, is compiled."),
        ("bad-settings", "Elixir refuses the configuration: what the file gives for application '{0}' is no keyword list."),
        ("bad-call", "Elixir refuses the configuration: no clause takes this call of '{0}'."));

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "config-error",
        Title = "Elixir refuses the configuration",
        Description = "Elixir raises an error here while it reads the configuration, so that the application does not start: an "
            + "imported file does not exist or is imported twice, an import stands where none is allowed, a config call has "
            + "arguments it does not take, a name is not defined, or an expression always raises.",
        Level = DiagnosticLevel.Error,
        ReferenceUri = "https://hexdocs.pm/elixir/Config.html",
        CreateMessages = () => Sentences,
    };

    /// <inheritdoc/>
    public override void Analyze(ConfigRuleContext context)
    {
        // What does not parse is reported by its own rule.
        foreach (var error in context.Model.Errors.Where(error => error.Kind != ConfigErrorKind.SyntaxError))
        {
            var isNotice = error.Kind is ConfigErrorKind.MissingEnvironment or ConfigErrorKind.NameFromElsewhere
                || (error.IsOfRelease && !error.IsReleased);
            DiagnosticLevel? level = isNotice ? DiagnosticLevel.Note : null;
            var condition = error.IsConditional && error.Node is not null ? ShownCondition.Around(error.Node, context.Secrets)
                : null;
            var suffix = condition?.Suffix ?? (error.IsConditional ? ConfigMessages.ConditionalSuffix : "");
            context.Report(
                MessageOf(error.Kind) + suffix,
                error.Location,
                new ConfigPartId("config", error.Argument),
                condition is null ? [error.Argument] : [error.Argument, condition.Text],
                related: [.. condition?.Related ?? []],
                level: level);
        }
    }

    /// <summary>What Elixir refuses, as a sentence.</summary>
    public static string Describe(ConfigError error) => error.Kind == ConfigErrorKind.SyntaxError
        ? error.Argument
        : string.Format(CultureInfo.InvariantCulture, Sentences[MessageOf(error.Kind)], error.Argument);

    private static string MessageOf(ConfigErrorKind kind) => kind switch
    {
        ConfigErrorKind.MissingImport => "missing-import",
        ConfigErrorKind.MissingEnvironment => "missing-environment",
        ConfigErrorKind.RepeatedImport => "repeated-import",
        ConfigErrorKind.ForbiddenImport => "forbidden-import",
        ConfigErrorKind.RepeatedKey => "repeated-key",
        ConfigErrorKind.MissingInRelease => "missing-in-release",
        ConfigErrorKind.RunningApplication => "running-application",
        ConfigErrorKind.UnwritableTerm => "unwritable-term",
        ConfigErrorKind.AlwaysRaises => "always-raises",
        ConfigErrorKind.UndefinedName => "undefined-name",
        ConfigErrorKind.NameFromElsewhere => "name-from-elsewhere",
        ConfigErrorKind.MissingConfigImport => "missing-config-import",
        ConfigErrorKind.AmbiguousName => "ambiguous-name",
        ConfigErrorKind.ConflictingName => "conflicting-name",
        ConfigErrorKind.InvalidExpression => "invalid-expression",
        ConfigErrorKind.UndefinedModule => "undefined-module",
        ConfigErrorKind.BadSettings => "bad-settings",
        _ => "bad-call",
    };
}
