using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis.Fixing;

/// <summary>Fixes that are only counted are tried together; what is counted is what each by itself would be.</summary>
public sealed class FixSearchTests
{
    private const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint,\n  url: [host: \"a.example\", scheme: \"https\"],\n";

    [Theory]
    [InlineData(Endpoint + "  http: [ip: {0, 0, 0, 0}],\n  secure_cookie_flag: false\n")]
    [InlineData(
        Endpoint
            + "  http: [ip: {0, 0, 0, 0}]\nconfig :pleroma, :http_security, enabled: true, sts: false, referrer_policy: \"x\"\n")]
    [InlineData(Endpoint + "  secure_cookie_flag: false\nconfig :pleroma, :http_security, enabled: false\n")]

    // The same variable twice: no edit of either is known to change nothing else.
    [InlineData("x = false\n" + Endpoint + "  secure_cookie_flag: x\nconfig :pleroma, :http_security, enabled: x\n")]

    // Both would go to the same place.
    [InlineData(Endpoint + "  http: [ip: {127, 0, 0, 1}]\nconfig :pleroma, :http_security, []\n")]
    public void The_count_is_that_of_the_fixes_that_are_found(string settings)
    {
        var together = Lint(settings);
        FixSearch.Count(together.Diagnostics, Workers.One);
        var alone = Lint(settings);

        Assert.NotEmpty(alone.Diagnostics);
        Assert.Equal(
            alone.Diagnostics.Select(finding => finding.Fix?.Resolve() is not null),
            together.Diagnostics.Select(finding => finding.Fix?.HasEdits == true));
    }

    private static LintResult Lint(string settings) => Linter.Lint(
        new Snapshot(new InMemoryProjectFiles(("config/config.exs", "import Config\n" + settings))),
        new LintTargets(["config/config.exs"], []),
        new LintOptions());
}
