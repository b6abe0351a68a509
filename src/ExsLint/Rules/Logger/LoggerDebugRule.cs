using System.Collections.Frozen;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Logger;

/// <summary><c>config :logger, level: :debug</c>: messages that are for developers.</summary>
public sealed class LoggerDebugRule : LibraryRule
{
    private const string App = "logger";

    // Levels from which on nothing for developers is left (Logger, Elixir 1.18, 'Levels').
    private static readonly FrozenSet<string> Quiet = FrozenSet.Create(
        StringComparer.Ordinal, "info", "notice", "warning", "warn", "error", "critical", "alert", "emergency");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "logger-debug",
        Title = "Debug messages are logged",
        Description = "The log level is debug. Debug messages hold what developers need: database queries with their "
            + "parameters, mails, requests of libraries. Personal data and tokens end up in the log.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.0,
        Cwes = [532],
        Fix = FixApplicability.Safe,
        ReferenceUri = "https://hexdocs.pm/logger/Logger.html#module-levels",
        CreateMessages = () => ConfigMessages.Create(
            ("debug", "Queries with their parameters, and what else is for developers, are logged, because 'level' is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        var level = context.Model.Get(App, "level");
        if (IsPurged(context.Model))
        {
            return;
        }

        // A variable that turns it on for a while is what variables are for.
        var unset = level.Value is ChoiceValue ? context.Model.DefaultOf(level) : null;
        var fix = new SettingFix("Set level to :info", FixApplicability.Safe, ":info");
        Judge(
            context,
            application,
            level,
            value => value is AtomValue { Name: "debug" or "all" } && (unset is null || ValueComparer.Same(unset.Value, value))
                ? new Verdict("debug", [ShownValue.Describe(value)], fix)
                : null,
            _ => null);
    }

    /// <summary>Whether calls of lower levels are taken out when the application is compiled.</summary>
    private static bool IsPurged(ConfigModel model) =>
        model.Get(App, "compile_time_purge_matching").Value is ListValue list
        && list.Items.Any(item => item is ListValue
        {
            Items: [TupleValue { Items: [AtomValue { Name: "level_lower_than" }, AtomValue level] }]
        } && Quiet.Contains(level.Name));
}
