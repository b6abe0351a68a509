using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Systemd;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

public sealed class InteractiveModeTests
{
    [Theory]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=prod", true)]
    [InlineData("ExecStart=/usr/bin/mix run --no-halt\nEnvironment=MIX_ENV=staging", true)]
    [InlineData("ExecStart=/usr/bin/env MIX_ENV=prod elixir --sname a -S mix phx.server", true)]
    [InlineData("ExecStart=/opt/a/bin/a start\nEnvironment=RELEASE_MODE=interactive", true)]
    [InlineData("ExecStart=/usr/bin/env RELEASE_MODE=interactive /opt/a/bin/a start", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=dev", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=prod\nEnvironmentFile=/etc/a", false)]
    [InlineData("ExecStart=/usr/bin/mix ecto.migrate\nEnvironment=MIX_ENV=prod", false)]
    [InlineData(
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=prod \"ELIXIR_ERL_OPTIONS=-mode embedded\"", false)]
    [InlineData("ExecStart=/opt/a/bin/a start", false)]
    [InlineData("ExecStart=/opt/a/bin/a start\nEnvironment=RELEASE_MODE=embedded", false)]
    [InlineData("ExecStart=/opt/a/bin/a start\nEnvironment=RELEASE_MODE=interactive\nEnvironment=", false)]
    [InlineData("ExecStart=/opt/a/bin/a start\nEnvironment=RELEASE_MODE=interactive\nEnvironmentFile=/etc/a", false)]
    [InlineData("ExecStart=/opt/agent/agent\nEnvironment=RELEASE_MODE=interactive", false)]
    public void Code_that_is_loaded_on_demand_is_found(string lines, bool isFound)
    {
        var files = new InMemoryProjectFiles(("a.service", $"[Service]\n{lines}\n"));
        var options = new LintOptions { Select = ["systemd-interactive-mode"] };
        var found = UnitLinter.Lint(new Snapshot(files), "a.service", isNamed: true, options).Diagnostics;

        Assert.Equal(isFound ? ["systemd-interactive-mode"] : [], found.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void It_is_a_note_of_the_strict_profile()
    {
        var rule = new InteractiveModeRule().Descriptor;

        Assert.Equal((DiagnosticLevel.Note, RuleProfile.Strict, null), (rule.Level, rule.Profile, rule.Fix));
        Assert.Equal("427 829", string.Join(' ', rule.Cwes));
    }
}
