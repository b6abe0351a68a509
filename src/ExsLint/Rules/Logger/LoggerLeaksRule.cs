using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Logger;

/// <summary>What makes the log hold the state of processes, or the variables of GraphQL queries.</summary>
public sealed class LoggerLeaksRule : LibraryRule
{
    // Absinthe's own list (Absinthe 1.7, lib/absinthe/logger.ex).
    private const string Password = "password";
    private const string Token = "token";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "logger-leaks",
        Title = "Secrets of processes or queries go to the log",
        Description = "Reports of supervisors and processes (SASL) hold their arguments and state, or Absinthe logs variables "
            + "that its own list would leave out. Passwords and tokens are among both.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.0,
        Cwes = [532],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/logger/Logger.html#module-boot-configuration",
        CreateMessages = () => ConfigMessages.Create(
            ("sasl",
                "Arguments and state of processes are logged, with the secrets in them, because 'handle_sasl_reports' is '{0}'."),
            ("variables",
                "Variables of GraphQL queries are logged as they are, because this list replaces Absinthe's own and has no part "
                    + "of '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        Judge(
            context,
            application,
            context.Model.Get("logger", "handle_sasl_reports"),
            value => value is AtomValue { Name: "true" }
                ? new Verdict(
                    "sasl",
                    [ShownValue.Describe(value)],
                    new SettingFix("Leave them out", FixApplicability.Suggested, "false"))
                : null,
            _ => null);
        if (context.Model.Get("absinthe", "log").Value is not AtomValue { Name: "false" })
        {
            Judge(
                context,
                application,
                context.Model.Get("absinthe", "Elixir.Absinthe.Logger", "filter_variables"),
                JudgeVariables,
                _ => null);
        }
    }

    /// <summary>An entry covers the variables that it is part of, in the same case.</summary>
    private static Verdict? JudgeVariables(AbstractValue value)
    {
        if (value is not ListValue { Rest: null } list || !list.Items.All(item => item is BinaryValue))
        {
            return null;
        }

        var entries = list.Items.OfType<BinaryValue>().Select(item => item.Text).ToList();
        string[] names = [Password, Token];
        return Array.Find(names, name => !entries.Exists(entry => name.Contains(entry, StringComparison.Ordinal))) is { } missing
            ? new Verdict("variables", [missing])
            : null;
    }
}
