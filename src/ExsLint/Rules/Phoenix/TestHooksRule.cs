using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>What is for tests or development, and holds in production: the database sandbox, mailers that keep mails.</summary>
public sealed class TestHooksRule : ApplicationRule<PhoenixApplication>
{
    private const string Sandbox = "Elixir.Ecto.Adapters.SQL.Sandbox";
    private const string SwooshLocal = "Elixir.Swoosh.Adapters.Local";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "test-hooks-in-prod",
        Title = "What is for tests holds in production",
        Description = "The SQL sandbox is on, or a mailer keeps its mails instead of sending them. With the sandbox a header of "
            + "a request chooses the database connection; kept mails are lost, and others may read them.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [489],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix_ecto/Phoenix.Ecto.SQL.Sandbox.html",
        CreateMessages = () => ConfigMessages.Create(
            ("sandbox", "A request may choose the database connection that it works on, because 'sql_sandbox' is '{0}'."),
            ("pool", "Nothing that is written to the database is kept, because 'pool' is the sandbox of tests."),
            ("mailer", "Mails are kept in memory instead of being sent, because 'adapter' is one for tests or development."),
            ("mailer-off",
                "Mails cannot be sent, because 'adapter' is the one for development, which 'local' of Swoosh turns off.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        Judge(
            context,
            application,
            application.Get("sql_sandbox"),
            value => value is AtomValue { Name: "true" }
                ? new Verdict(
                    "sandbox", [ShownValue.Describe(value)], new SettingFix("Turn it off", FixApplicability.Suggested, "false"))
                : null,
            _ => null);
        foreach (var repo in application.Repos)
        {
            Judge(
                context,
                application,
                application.Get(repo, "pool"),
                value => value is AtomValue { Name: Sandbox } ? Verdict.Of("pool") : null,
                _ => null);
        }

        var isLocalOff = application.Model.Get("swoosh", "local").Value is AtomValue { Name: "false" };
        foreach (var mailer in application.Mailers)
        {
            Judge(
                context,
                application,
                application.Get(mailer, "adapter"),
                value => JudgeAdapter(value, isLocalOff),
                _ => null);
        }
    }

    /// <summary>
    /// <c>mix phx.new</c> leaves the adapter for development in place, and turns its storage off in production: nobody's mails
    /// are kept, and a mailer for production is still to be chosen.
    /// </summary>
    private static Verdict? JudgeAdapter(AbstractValue value, bool isLocalOff) => value switch
    {
        AtomValue { Name: SwooshLocal } =>
            isLocalOff ? Verdict.Of("mailer-off", level: DiagnosticLevel.Note) : Verdict.Of("mailer"),
        AtomValue { Name: "Elixir.Swoosh.Adapters.Test" or "Elixir.Bamboo.LocalAdapter" or "Elixir.Bamboo.TestAdapter" } =>
            Verdict.Of("mailer"),
        _ => null,
    };
}
