using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Layout;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Reporting.Full;

/// <summary>What stands together in the full report, and in which order.</summary>
public sealed class FindingBlocksTests
{
    private const string Bare =
        "[Unit]\nDescription=a\n\n[Service]\nUser=shop\nEnvironment=MIX_ENV=prod\nExecStart=/usr/bin/mix phx.server\n";

    [Fact]
    public void The_directives_that_a_unit_lacks_are_one_table_with_what_each_gains()
    {
        var lines = Report(("a.service", Bare));
        Assert.Equal("a.service:4:1: warning: 19 directives are not set", lines[0]);
        Assert.Equal("  LEVEL    WRITE                                 FIX     GAIN  RULE", lines[2]);
        Assert.Contains("  warning  NoNewPrivileges=true                  safe     0.2  systemd-no-new-privileges", lines);
        Assert.Contains("  notice   RestrictNamespaces=true               safe     0.7  systemd-restrict-namespaces-user", lines);
        Assert.Contains("  notice   LockPersonality=true                  safe    <0.1  systemd-lock-personality", lines);
    }

    [Fact]
    public void Each_unit_has_a_table_of_its_own() => Assert.Equal(
        ["a.service:4:1: warning: 19 directives are not set", "b.service:4:1: warning: 19 directives are not set"],
        Heads(Report(("a.service", Bare), ("b.service", Bare))));

    [Fact]
    public void Errors_come_first_and_a_table_behind_single_findings_of_its_level() => Assert.Equal(
        [
            "b.service:6:13: error: systemd-mix-env",
            "a.service:5:6: warning: systemd-root-user",
            "a.service:4:1: warning: 18 directives are not set",
            "b.service:4:1: warning: 19 directives are not set",
        ],
        Heads(Report(
            ("a.service", Bare.Replace("User=shop", "User=root", StringComparison.Ordinal)),
            ("b.service", Bare.Replace("MIX_ENV=prod", "MIX_ENV=dev", StringComparison.Ordinal)))));

    [Fact]
    public void One_absent_directive_is_a_finding_like_any_other()
    {
        var lines = Report(Select("systemd-private-tmp"), ("a.service", Bare));
        Assert.Equal("a.service:4:1: warning: systemd-private-tmp", lines[0]);
        Assert.Contains("  Fix (safe), line 8: PrivateTmp=true", lines);
    }

    [Fact]
    public void A_directive_without_a_fix_is_left_to_the_reader()
    {
        var lines = Report(
            Select("systemd-private-tmp", "systemd-protect-home"),
            ("a.service", Bare.Replace("ExecStart=/usr/bin/mix", "ExecStart=/tmp/mix", StringComparison.Ordinal)));
        Assert.Contains("  warning  PrivateTmp=       by hand        systemd-private-tmp", lines);
    }

    private static LintOptions Select(params string[] rules) => new() { Select = [.. rules] };

    private static IEnumerable<string> Heads(string[] lines) =>
        lines.Where(line => line.Contains(".service:", StringComparison.Ordinal) && line[0] != ' ');

    private static string[] Report(params (string Path, string Content)[] units) => Report(new LintOptions(), units);

    private static string[] Report(LintOptions options, params (string Path, string Content)[] units)
    {
        var result = Linter.Lint(
            new Snapshot(new InMemoryProjectFiles(units)), new LintTargets([], [.. units.Select(unit => unit.Path)]), options);
        var output = new StringWriter();
        FullReport.Write(result, new PlainOutput(output));
        return output.ToString().Split('\n');
    }
}
