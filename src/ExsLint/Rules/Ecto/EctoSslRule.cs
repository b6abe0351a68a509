using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Ecto;

/// <summary><c>ssl: false</c> of a repository whose database is elsewhere.</summary>
public sealed class EctoSslRule : RepoRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "ecto-ssl",
        Title = "Connection to the database is plain text",
        Description = "The repository's ssl is false though its database is on another machine: queries, their results and the "
            + "password can be read and changed on the way.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [319],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/postgrex/Postgrex.html#start_link/1-ssl-client-authentication",
        CreateMessages = () => ConfigMessages.Create(
            ("remote", "Queries and their results can be read and changed on the way to the database, because 'ssl' is 'false'."),
            ("environment",
                "Where the environment names a database on another machine, queries can be read and changed on the way, because "
                    + "'ssl' is 'false'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string repo)
    {
        var ssl = application.Get(repo, "ssl");
        if (!ssl.Alternatives.Any(value => value is not AbsentValue))
        {
            return;
        }

        var host = DatabaseHosts.Of(application, repo);
        if (host == DatabaseHost.Near
            || DatabaseHosts.QueryOf(application, repo)?.Contains("ssl=true", StringComparison.Ordinal) == true)
        {
            return;
        }

        var fix = new SettingFix("Encrypt the connection", FixApplicability.Suggested, "true");
        Judge(
            context,
            application,
            ssl,
            value => value is not AtomValue { Name: "false" } ? null
                : host == DatabaseHost.Remote ? Verdict.Of("remote", fix)
                : Verdict.Of("environment", fix, DiagnosticLevel.Note),
            _ => null);
    }
}
