using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis.Fixing;

/// <summary>A change that does not do what it says, or does more, does not pass.</summary>
public sealed class FixVerifierTests
{
    private const string Config = """
        import Config
        config :pleroma, Pleroma.Web.Endpoint, url: [scheme: "https"], secure_cookie_flag: false
        config :pleroma, :http_security, enabled: true, sts: true, report_uri: (if System.get_env("A"), do: "a", else: "b")
        config :pleroma, :rest, fun: fn x -> x end, first: 1, second: 2
        config :other, level: :info

        """;

    private const string Unit =
        "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nPrivateTmp=no\nUser=akkoma\nProtectHome=yes\n";

    [Theory]
    [InlineData("secure_cookie_flag: false", "secure_cookie_flag: true", null)]
    [InlineData(
        "secure_cookie_flag: false", "secure_cookie_flag: nil", "the finding would still be there (prod.secret.exs:2:84)")]
    [InlineData("secure_cookie_flag: false", "secure_cookie_flag: true]", "it would bring another finding (prod.secret.exs:2:")]
    [InlineData(
        "scheme: \"https\"], secure_cookie_flag: false", "scheme: \"http\"], secure_cookie_flag: true",
        "(pleroma.Pleroma.Web.Endpoint.url)")]
    [InlineData("secure_cookie_flag: false", "secure_cookie_flag: true, more: 1", "(pleroma.Pleroma.Web.Endpoint.more)")]
    [InlineData("secure_cookie_flag: false", "secure_cookie_flag: true\nconfig :other, level: :debug", "(other.level)")]
    [InlineData("secure_cookie_flag: false", "secure_cookie_flag: true\nconfig :other, more: 1", "(other.more)")]
    [InlineData("secure_cookie_flag: false", "secure_cookie_flag: true\nconfig :pleroma, :rest, first: 1", "(pleroma.rest)")]
    [InlineData(
        "secure_cookie_flag: false", "secure_cookie_flag: true\nconfig :pleroma, :rest, fun: fn y -> y end", "(pleroma.rest)")]
    [InlineData(
        "secure_cookie_flag: false", "secure_cookie_flag: true\nconfig :pleroma, :http_security, report_uri: \"a\"",
        "(pleroma.http_security)")]
    [InlineData(
        "secure_cookie_flag: false", "secure_cookie_flag: true\nimport_config \"x.exs\"", "it would bring another finding")]
    public void A_change_of_a_config(string old, string changed, string? problem)
    {
        // What is more than a line stands at the end, where it overrides the rest.
        string[] lines = changed.Split('\n', 2);
        var text = Config.Replace(old, lines[0], StringComparison.Ordinal)
            + string.Concat(lines.Skip(1).Select(line => line + "\n"));
        AssertProblem(problem, "prod.secret.exs", Config, text, "akkoma-secure-cookie-flag");
    }

    [Theory]
    [InlineData("PrivateTmp=no", "PrivateTmp=yes", null)]
    [InlineData("PrivateTmp=no", "PrivateTmp=off", "the finding would still be there (akkoma.service:3:12)")]
    [InlineData(
        "PrivateTmp=no\nUser=akkoma", "PrivateTmp=yes\nUser=other",
        "it would change something else as well (User= of akkoma.service)")]
    [InlineData("PrivateTmp=no\n", "PrivateTmp=yes\nNice=5\n", "(Nice= of akkoma.service)")]
    [InlineData("PrivateTmp=no\nUser=akkoma", "PrivateTmp=yes\nUser=akkoma\nUser=akkoma2", "(User= of akkoma.service)")]
    [InlineData("PrivateTmp=no\n", "PrivateTmp=yes\n[Service\n", "it would bring another finding (akkoma.service:4:")]
    [InlineData("ProtectHome=yes", "ProtectHome=no\nPrivateTmp=yes", "it would bring another finding (akkoma.service:5:")]
    public void A_change_of_a_unit(string old, string changed, string? problem) =>
        AssertProblem(
            problem, "akkoma.service", Unit, Unit.Replace(old, changed, StringComparison.Ordinal), "systemd-private-tmp");

    [Fact]
    public void What_a_mended_setting_hid_may_come_to_light_and_nothing_else()
    {
        const string Off =
            "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, url: [scheme: \"https\"]\nconfig :pleroma, :http_security, "
                + "enabled: false\n";
        var on = Off.Replace("false", "true", StringComparison.Ordinal);

        AssertProblem(null, "prod.secret.exs", Off, on, "akkoma-http-security-enabled");
        AssertProblem(
            "it would bring another finding (prod.secret.exs:",
            "prod.secret.exs",
            Off,
            on + "config :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: nil\n",
            "akkoma-http-security-enabled");
    }

    private static void AssertProblem(string? problem, string path, string before, string after, string rule)
    {
        var analysis = Analyze(path, before);
        var mended = analysis.Result.Diagnostics.First(diagnostic => diagnostic.Rule.Id == rule);
        var actual = new FixVerifier(analysis).Explain(Analyze(path, after), [new FixCandidate(mended, [])]);
        if (problem is null)
        {
            Assert.Null(actual);
        }
        else
        {
            Assert.Contains(problem, actual ?? "(nothing)", StringComparison.Ordinal);
        }
    }

    private static LintAnalysis Analyze(string path, string text) => Linter.Analyze(
        new Snapshot(
            new InMemoryProjectFiles(
                ("config/config.exs", "import Config\nimport_config \"prod.secret.exs\"\n"), ("config/" + path, text),
                (path, text))),
        RulePageTests.TargetsOf([path]),
        new LintOptions { Select = ["*"] });
}
