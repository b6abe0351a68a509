using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Ecto;

/// <summary><c>show_sensitive_data_on_connection_error</c> of a repository: connection options in the log.</summary>
public sealed class ShowSensitiveRule : RepoRule
{
    private const string Key = "show_sensitive_data_on_connection_error";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "ecto-show-sensitive",
        Title = "Password of the database goes to the log",
        Description = "The repository shows sensitive data where a connection fails: its options, the password among them, are "
            + "written to the log.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [209, 532],
        Fix = FixApplicability.Safe,
        ReferenceUri = "https://hexdocs.pm/postgrex/Postgrex.html#start_link/1-options",
        CreateMessages = () => ConfigMessages.Create(
            ("on",
                "The database's password is logged where a connection fails, because 'show_sensitive_data_on_connection_error' "
                    + "is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string repo)
    {
        var fix = new SettingFix($"Set {Key} to false", FixApplicability.Safe, "false");
        Judge(
            context,
            application,
            application.Get(repo, Key),
            value => value is AtomValue { Name: "true" } ? new Verdict("on", [ShownValue.Describe(value)], fix) : null,
            _ => null);
    }
}
