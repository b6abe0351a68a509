using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>Lints instances written in a test.</summary>
internal static class AkkomaText
{
    /// <summary>An upstream base configuration, in the shape of Akkoma's own.</summary>
    public const string Base = """
        import Config

        config :pleroma, Pleroma.Upload,
          uploader: Pleroma.Uploaders.Local,
          base_url: nil

        config :pleroma, Pleroma.Web.Endpoint,
          url: [host: "localhost"],
          http: [ip: {127, 0, 0, 1}, dispatch: [{:_, []}]],
          secure_cookie_flag: true

        config :pleroma, :http_security,
          enabled: true,
          sts: false,
          sts_max_age: 63_072_000,
          referrer_policy: "same-origin"

        config :pleroma, :gopher, enabled: false, ip: {0, 0, 0, 0}
        config :pleroma, configurable_from_database: false

        import_config "#{Mix.env()}.exs"

        """;

    /// <summary>Upstream's production layer.</summary>
    public const string Prod = """
        import Config
        config :pleroma, Pleroma.Web.Endpoint, http: [port: 4000]
        import_config "prod.secret.exs"

        """;

    /// <summary>
    /// The concise lines for a source tree whose secret file has these settings behind a minimal secure instance.
    /// </summary>
    public static string Lint(string secret) => LintFiles(
        ("config/config.exs", Base), ("config/prod.exs", Prod), ("config/prod.secret.exs", "import Config\n" + secret));

    /// <summary>The concise lines for a lone secret file.</summary>
    public static string LintAlone(string secret) => LintFiles(("config/prod.secret.exs", "import Config\n" + secret));

    /// <summary>The concise lines for a tree.</summary>
    public static string LintFiles(params (string Path, string Content)[] files)
    {
        var tree = new InMemoryProjectFiles(files);
        var targets = new LintTargets([.. files.Select(file => file.Path)], []);
        return ConciseReport.Of(Linter.Lint(new Snapshot(tree), targets, new LintOptions()).Diagnostics);
    }

    /// <summary>The one finding, or the one of a rule, for a source tree whose secret file has these settings.</summary>
    public static Diagnostic Single(string secret, string rule = "")
    {
        var tree = new InMemoryProjectFiles(
            ("config/config.exs", Base), ("config/prod.exs", Prod), ("config/prod.secret.exs", "import Config\n" + secret));
        return Assert.Single(
            Linter.Lint(new Snapshot(tree), new LintTargets(["config/config.exs"], []), new LintOptions()).Diagnostics,
            diagnostic => rule.Length == 0 || diagnostic.Rule.Id == rule);
    }

    /// <summary>The ids of the rules that report, each once.</summary>
    public static string Ids(string lines) => string.Join(
        ' ',
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.LastIndexOf('[') + 1)..^1])
            .Distinct());
}
