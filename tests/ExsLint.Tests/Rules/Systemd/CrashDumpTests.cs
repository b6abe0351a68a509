using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Systemd;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

public sealed class CrashDumpTests
{
    [Theory]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=%V/a.dump", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp//./x/a.dump\nPrivateTmp=no", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=/dev/shm/a.dump\nPrivateTmp=yes", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=a.dump\nWorkingDirectory=/var/tmp", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=/var/lib/akkoma/static/a.dump", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=priv/static/a.dump\nWorkingDirectory=/opt/a", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump ERL_CRASH_DUMP_SECONDS=5", true)]
    [InlineData("LimitCORE=infinity", true)]
    [InlineData("LimitCORE=infinity:infinity", true)]
    [InlineData("LimitCORE=infinity\nLimitCORE=nonsense", true)]
    [InlineData("LimitCORE=0\nLimitCORE=infinity", true)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump\nPrivateTmp=yes", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump\nDynamicUser=yes", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump ERL_CRASH_DUMP_SECONDS=0", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump\nEnvironment=ERL_CRASH_DUMP=/var/log/a/dump", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmp/a.dump\nEnvironment=", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/dev/null", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/tmpfiles/a.dump", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=/var/www/a/erl_crash.dump", false)]
    [InlineData("Environment=ERL_CRASH_DUMP=a.dump", false)]
    [InlineData("LimitCORE=0:infinity", false)]
    [InlineData("LimitCORE=1G", false)]
    [InlineData("LimitCORE=infinity\nLimitCORE=", false)]
    [InlineData("LimitNOFILE=infinity", false)]
    public void Dumps_within_reach_of_others_are_found(string lines, bool isFound) =>
        Assert.Equal(isFound ? 1 : 0, Lint($"ExecStart=/opt/a/bin/a start\n{lines}").Count());

    [Theory]
    [InlineData("ExecStart=/usr/bin/env ERL_CRASH_DUMP=/tmp/a mix phx.server", 1)]
    [InlineData("ExecStart=/usr/bin/env ERL_CRASH_DUMP=/opt/a mix phx.server\nEnvironment=ERL_CRASH_DUMP=/tmp/a", 0)]
    [InlineData("ExecStart=/usr/bin/node server.js\nLimitCORE=infinity", 0)]
    public void What_the_command_says_comes_first(string lines, int count) => Assert.Equal(count, Lint(lines).Count());

    [Fact]
    public void It_is_a_warning_without_a_fix()
    {
        var rule = new CrashDumpRule().Descriptor;

        Assert.Equal((DiagnosticLevel.Warning, 4.0, null), (rule.Level, rule.SecuritySeverity, rule.Fix));
        Assert.Equal("528 538 377", string.Join(' ', rule.Cwes));
    }

    private static IEnumerable<Diagnostic> Lint(string lines) => UnitLinter.Lint(
        new Snapshot(new InMemoryProjectFiles(("a.service", $"[Service]\n{lines}\n"))), "a.service", isNamed: true,
        new LintOptions { Select = ["systemd-crash-dump"] }).Diagnostics;
}
