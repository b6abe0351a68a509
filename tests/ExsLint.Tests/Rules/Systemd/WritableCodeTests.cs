using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Systemd;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

public sealed class WritableCodeTests
{
    private const string Release = "ExecStart=/opt/a/bin/a start\n";
    private const string Mix = "WorkingDirectory=/opt/a\nExecStart=/usr/bin/mix phx.server\n";

    [Theory]
    [InlineData(Release + "ReadWritePaths=/opt/a", true)]
    [InlineData(Release + "ReadWritePaths=/", true)]
    [InlineData(Release + "ReadWritePaths=/var/log -/opt//a/", true)]
    [InlineData(Release + "ReadWritePaths=/opt/%p", true)]
    [InlineData(Release + "ReadWritePaths=/opt/a/lib", true)]
    [InlineData(Release + "ReadWritePaths=/opt/a/releases/1.0.0", true)]
    [InlineData(Release + "ReadWritePaths=/opt/a\nReadOnlyPaths=/opt/a/bin", true)]
    [InlineData(Mix + "ReadWritePaths=/opt/a", true)]
    [InlineData(Mix + "ReadWritePaths=/opt/a/_build", true)]
    [InlineData(Release + "ReadWritePaths=/opt/a/tmp /opt/a/uploads", false)]
    [InlineData(Release + "ReadWritePaths=/opt/a\nReadWritePaths=", false)]
    [InlineData(Release + "ReadWritePaths=/opt/a\nReadOnlyPaths=/opt/a/bin /opt/a/lib /opt/a/releases", false)]
    [InlineData(Release + "ReadWritePaths=/opt/ab /opt/a/library", false)]
    [InlineData(Release + "ReadWritePaths=/opt/a\nRootDirectory=/srv/root", false)]
    [InlineData(Release + "WorkingDirectory=/var/lib/a\nReadWritePaths=/var/lib/a", false)]
    [InlineData(Mix + "ReadWritePaths=/opt/a/uploads /opt/a/priv/static", false)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nReadWritePaths=/opt/a", false)]
    [InlineData("WorkingDirectory=/opt/a\nExecStart=/usr/bin/node server.js\nReadWritePaths=/opt/a", false)]
    public void Code_that_the_service_may_write_to_is_found(string lines, bool isFound)
    {
        var files = new InMemoryProjectFiles(("a.service", $"[Service]\n{lines}\n"));
        var options = new LintOptions { Select = ["systemd-writable-code"] };
        var found = UnitLinter.Lint(new Snapshot(files), "a.service", isNamed: true, options).Diagnostics;

        Assert.Equal(isFound ? ["systemd-writable-code"] : [], found.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void It_is_a_warning_without_a_fix()
    {
        var rule = new WritableCodeRule().Descriptor;

        Assert.Equal((DiagnosticLevel.Warning, 5.0, null), (rule.Level, rule.SecuritySeverity, rule.Fix));
        Assert.Equal("732", string.Join(' ', rule.Cwes));
    }
}
