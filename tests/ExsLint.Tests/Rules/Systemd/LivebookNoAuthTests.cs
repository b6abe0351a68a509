using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

public sealed class LivebookNoAuthTests
{
    private const string Release = "ExecStart=/opt/livebook/bin/livebook start\n";
    private const string Off = "Environment=LIVEBOOK_TOKEN_ENABLED=false\n";

    [Theory]
    [InlineData(Release + Off + "Environment=LIVEBOOK_IP=::", DiagnosticLevel.Error)]
    [InlineData(Release + "Environment=LIVEBOOK_TOKEN_ENABLED=0 LIVEBOOK_IP=10.0.0.5", DiagnosticLevel.Error)]
    [InlineData(Release + "Environment=LIVEBOOK_IP=0.0.0.0 LIVEBOOK_TOKEN_ENABLED=", DiagnosticLevel.Error)]
    [InlineData("ExecStart=/usr/bin/env LIVEBOOK_TOKEN_ENABLED=false livebook server --ip 0.0.0.0", DiagnosticLevel.Error)]
    [InlineData("ExecStart=/usr/bin/livebook server --no-token --ip=0.0.0.0", DiagnosticLevel.Error)]
    [InlineData(Release + Off + "Environment=LIVEBOOK_IP=0.0.0.0\nPrivateNetwork=yes", DiagnosticLevel.Note)]
    [InlineData(Release + Off + "Environment=LIVEBOOK_IP=127.0.0.2", DiagnosticLevel.Note)]
    [InlineData(Release + Off + "Environment=LIVEBOOK_IP=::1", DiagnosticLevel.Note)]
    [InlineData(Release + Off, DiagnosticLevel.Note)]
    public void Livebook_without_authentication_is_found(string lines, DiagnosticLevel level) =>
        Assert.Equal(level, Assert.Single(Lint(lines)).Level);

    [Theory]
    [InlineData(Release)]
    [InlineData(Release + "Environment=LIVEBOOK_TOKEN_ENABLED=true")]
    [InlineData(Release + "Environment=LIVEBOOK_TOKEN_ENABLED=1")]
    [InlineData(Release + "Environment=LIVEBOOK_TOKEN_ENABLED=${TOKEN}")]
    [InlineData(Release + Off + "Environment=")]
    [InlineData(Release + Off + "Environment=LIVEBOOK_TOKEN_ENABLED=true")]
    [InlineData(Release + Off + "EnvironmentFile=-/etc/livebook")]
    [InlineData(Release + Off + "PassEnvironment=LIVEBOOK_PASSWORD")]
    [InlineData(Release + Off + "Environment=LIVEBOOK_PASSWORD=abc")]
    [InlineData(Release + Off + "Environment=LIVEBOOK_IDENTITY_PROVIDER=basic_auth:a:b")]
    [InlineData(Release + Off + "Environment=LIVEBOOK_IP=localhost")]
    [InlineData("ExecStart=/usr/bin/node server.js\n" + Off)]
    public void Livebook_with_authentication_is_left_alone(string lines) => Assert.Empty(Lint(lines));

    [Fact]
    public void A_drop_in_may_turn_the_token_off()
    {
        var files = new InMemoryProjectFiles(
            ("livebook.service", "[Service]\n" + Release),
            ("livebook.service.d/a.conf", "[Service]\n" + Off + "Environment=LIVEBOOK_IP=::"));
        var finding = Assert.Single(Lint(files).Diagnostics);

        Assert.Equal(("livebook.service.d/a.conf", DiagnosticLevel.Error), (finding.Location.File.Path, finding.Level));
        Assert.Equal((9.8, null), (finding.Rule.SecuritySeverity, finding.Rule.Fix));
        Assert.Equal("306", string.Join(' ', finding.Rule.Cwes));
    }

    private static IEnumerable<Diagnostic> Lint(string lines) =>
        Lint(new InMemoryProjectFiles(("livebook.service", $"[Service]\n{lines}\n"))).Diagnostics;

    private static LintResult Lint(InMemoryProjectFiles files) => UnitLinter.Lint(
        new Snapshot(files), "livebook.service", isNamed: true, new LintOptions { Select = ["systemd-livebook-no-auth"] });
}
