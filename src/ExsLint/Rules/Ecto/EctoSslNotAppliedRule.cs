using System.Collections.Frozen;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Ecto;

/// <summary>Options of TLS that a repository's driver never reads, because <c>ssl:</c> is not on.</summary>
public sealed class EctoSslNotAppliedRule : RepoRule
{
    private const string Mode = "sslmode=";

    // The modes of libpq in which plain text is fine as well (PostgreSQL 17, 32.19 'SSL Support').
    private static readonly FrozenSet<string> WeakModes = FrozenSet.Create(StringComparer.Ordinal, "disable", "allow", "prefer");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "ecto-ssl-not-applied",
        Title = "Options of TLS are never read",
        Description = "The repository has options for TLS, but ssl is not on: the driver never reads them, and the connection "
            + "to the database is plain text.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [319],
        ReferenceUri = "https://hexdocs.pm/ecto/Ecto.Repo.html#module-urls",
        CreateMessages = () => ConfigMessages.Create(
            ("options", "The connection to the database is plain text, because 'ssl_opts' is read only where 'ssl' is on."),
            ("options-url",
                "The connection to the database is plain text unless its URL says 'ssl=true', because 'ssl_opts' is read only "
                    + "where 'ssl' is on."),
            ("sslmode",
                "The connection to the database is plain text, because Ecto reads 'ssl=true' in a URL, and not 'sslmode'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string repo)
    {
        var options = application.Get(repo, "ssl_opts");
        var query = DatabaseHosts.QueryOf(application, repo);
        if ((options.Value is AbsentValue && query is null)
            || application.Get(repo, "ssl").Value.IsTruthy != false
            || query?.Contains("ssl=true", StringComparison.Ordinal) == true
            || UsesOtherDriver(application, repo)
            || DatabaseHosts.Of(application, repo) is var host && host == DatabaseHost.Near)
        {
            return;
        }

        var isUrlUnknown = application.Get(repo, "url").Value is not (AbsentValue or BinaryValue);
        Judge(
            context,
            application,
            options,
            value => value is not ListValue { Items.Length: > 0 } list || IsNoneIn(list) ? null
                : isUrlUnknown ? Verdict.Of("options-url", level: DiagnosticLevel.Note)
                : Verdict.Of("options"),
            _ => null);
        Judge(
            context,
            application,
            application.Get(repo, "url"),
            value => value is BinaryValue { Text: var url } && AsksForTls(url) ? Verdict.Of("sslmode") : null,
            _ => null);
    }

    /// <summary>What turns verification off is tls-verify-none's.</summary>
    private static bool IsNoneIn(ListValue options) => options.Items.Any(item =>
        item is TupleValue { Items: [AtomValue { Name: "verify" }, AtomValue { Name: "verify_none" }] });

    private static bool AsksForTls(string url)
    {
        var start = url.IndexOf(Mode, StringComparison.Ordinal);
        return start > 0 && url[start - 1] is '?' or '&' && !WeakModes.Contains(url[(start + Mode.Length)..].Split('&')[0]);
    }
}
