using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

public sealed class BeamServiceRuleTests
{
    [Theory]
    [InlineData("ExecStart=/usr/bin/mix phx.server", true)]
    [InlineData("ExecStart=/usr/bin/mix run --no-halt", true)]
    [InlineData("ExecStart=/usr/bin/iex -S mix phx.server", true)]
    [InlineData("ExecStart=/usr/bin/env PORT=1 mix phx.server", true)]
    [InlineData("ExecStart=/bin/bash -c \"cd /opt/a; mix phx.server\"", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=test", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=prod\nEnvironment=", true)]
    [InlineData("ExecStart=/usr/bin/env MIX_ENV=dev mix phx.server\nEnvironment=MIX_ENV=prod", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=prod", false)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=staging", false)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironmentFile=-/etc/default/a", false)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nPassEnvironment=LANG MIX_ENV", false)]
    [InlineData("ExecStart=/usr/bin/env MIX_ENV=prod mix phx.server", false)]
    [InlineData("ExecStart=/bin/sh -c 'export MIX_ENV=prod; exec mix phx.server'", false)]
    [InlineData("ExecStart=/usr/bin/mix ecto.migrate", false)]
    [InlineData("ExecStart=/opt/a/bin/a start", false)]
    public void The_development_environment_is_found(string lines, bool isFound) =>
        AssertFinding("systemd-mix-env", lines, isFound);

    [Theory]
    [InlineData("ExecStart=/usr/bin/elixir --name a@b.example -S mix run", true)]
    [InlineData("ExecStart=/usr/bin/erl -sname a -noshell", true)]
    [InlineData("ExecStart=/usr/bin/mix phx.server\nEnvironment=\"ELIXIR_ERL_OPTIONS=-sname a\"", true)]
    [InlineData("ExecStart=/usr/bin/elixir --sname a --erl \"-kernel inet_dist_use_interface {0,0,0,0}\" -S mix run", true)]
    [InlineData("ExecStart=/opt/a/bin/a start", true)]
    [InlineData("ExecStart=/opt/a/bin/a start\nEnvironment=RELEASE_DISTRIBUTION=none", false)]
    [InlineData("ExecStart=/opt/a/bin/a start\nEnvironmentFile=/etc/a", false)]
    [InlineData("ExecStart=/opt/a/bin/a start\nPrivateNetwork=yes", false)]
    [InlineData("ExecStart=/opt/a/bin/a start\nIPAddressDeny=any", false)]
    [InlineData("ExecStart=/usr/bin/mix phx.server", false)]
    [InlineData(
        "ExecStart=/usr/bin/elixir --sname a -S mix run\nEnvironment=\"ERL_FLAGS=-kernel inet_dist_use_interface {127,0,0,1}\"",
        false)]
    [InlineData("ExecStart=/usr/bin/elixir --sname a --erl \"-proto_dist inet_tls\" -S mix run", false)]
    public void Distribution_on_all_interfaces_is_found(string lines, bool isFound) =>
        AssertFinding("systemd-distribution", lines, isFound);

    [Theory]
    [InlineData("ExecStart=/usr/bin/elixir --cookie abc -S mix run", true)]
    [InlineData("ExecStart=/usr/bin/erl -setcookie abc", true)]
    [InlineData("ExecStart=/opt/a/bin/a start\nExecStop=/usr/bin/erl -name x -setcookie abc -eval 'halt().'", true)]
    [InlineData("ExecStart=/usr/bin/elixir --cookie ${COOKIE} -S mix run", false)]
    [InlineData("ExecStart=/usr/bin/elixir --cookie {{ cookie }} -S mix run", false)]
    [InlineData("ExecStart=/usr/bin/curl --cookie abc https://a.example", false)]
    [InlineData("ExecStart=/usr/bin/env \"ERL_FLAGS=-setcookie abc\" mix phx.server", true)]
    public void Cookies_in_commands_are_found(string lines, bool isFound) =>
        AssertFinding("systemd-cookie-argument", lines, isFound);

    [Theory]
    [InlineData("\"ERL_FLAGS=-setcookie abc\"", true)]
    [InlineData("\"ERL_AFLAGS=+P 9 -setcookie 'abc'\"", true)]
    [InlineData("\"ERL_ZFLAGS=-setcookie abc\" A=1", true)]
    [InlineData("'ELIXIR_ERL_OPTIONS=-setcookie abc'", true)]
    [InlineData("\"ERL_FLAGS=-setcookie abc\"\nEnvironment=", false)]
    [InlineData("\"ERL_FLAGS=-setcookie abc\"\nEnvironment=ERL_FLAGS=", false)]
    [InlineData("\"ERL_FLAGS=-setcookie ${COOKIE}\"", false)]
    [InlineData("\"ERL_FLAGS=-setcookie @COOKIE@\"", false)]
    [InlineData("\"ERL_FLAGS=-setcookie\"", false)]
    [InlineData("ERL_FLAGS=-setcookie abc", false)]
    [InlineData("\"ELIXIR_ERL_OPTIONS=--cookie abc\"", false)]
    [InlineData("\"NOTES=-setcookie abc\"", false)]
    public void Cookies_in_the_flags_of_the_emulator_are_found(string variables, bool isFound) =>
        AssertFinding("systemd-cookie-argument", $"ExecStart=/opt/a/bin/a start\nEnvironment={variables}", isFound);

    // One cause, one finding: neither the URL nor the shape of the cookie is reported once more.
    [Theory]
    [InlineData("-setcookie abc -x https://a:b@c.example")]
    [InlineData("-setcookie ghp_0123456789abcdefABCDEF0123456789abcd")]
    public void A_cookie_among_flags_is_reported_once(string flags)
    {
        var files = new InMemoryProjectFiles(
            ("a.service", $"[Service]\nExecStart=/usr/bin/mix phx.server\nEnvironment=\"ERL_FLAGS={flags}\"\n"));
        var options = new LintOptions { Select = ["systemd-cookie-argument", "systemd-secret-environment", "secrets-*"] };

        var finding = Assert.Single(UnitLinter.Lint(new Snapshot(files), "a.service", isNamed: true, options).Diagnostics);
        Assert.Equal("systemd-cookie-argument", finding.Rule.Id);
    }

    [Theory]
    [InlineData("Environment=SECRET_KEY_BASE=abc", true)]
    [InlineData("Environment=\"DB_PASS=a b\"", true)]
    [InlineData("Environment=RELEASE_COOKIE=abc", true)]
    [InlineData("Environment=DATABASE_URL=ecto://a:b@db/x", true)]
    [InlineData("Environment=DATABASE_URL=ecto://a@db/x", false)]
    [InlineData("Environment=DATABASE_URL=ecto://a:${PASS}@db/x", false)]
    [InlineData("Environment=SECRET_KEY_BASE=", false)]
    [InlineData("Environment=SECRET_KEY_BASE=abc\nEnvironment=", false)]
    [InlineData("Environment=PASSWORD_FILE=abc", false)]
    [InlineData("Environment=DB_PASSWORD=%d/password", false)]
    [InlineData("Environment=SECURE_COOKIE=true", false)]
    [InlineData("Environment=SECRET_KEY_BASE=<secret>", false)]
    [InlineData("Environment=BYPASS=abc", false)]
    public void Secrets_in_the_environment_are_found(string line, bool isFound) =>
        AssertFinding("systemd-secret-environment", $"ExecStart=/opt/a/bin/a start\n{line}", isFound);

    [Theory]
    [InlineData("", true)]
    [InlineData("User=root", true)]
    [InlineData("User=0", true)]
    [InlineData("User=a\nUser=", true)]
    [InlineData("DynamicUser=no", true)]
    [InlineData("User=a", false)]
    [InlineData("DynamicUser=yes", false)]
    [InlineData("[Install]\nWantedBy=default.target", false)]
    public void Services_of_root_are_found(string line, bool isFound) =>
        AssertFinding("systemd-root-user", $"ExecStart=/opt/a/bin/a start\n{line}", isFound);

    [Theory]
    [InlineData("Group=docker", true)]
    [InlineData("SupplementaryGroups=\"sudo\"", true)]
    [InlineData("SupplementaryGroups=a b\nSupplementaryGroups=lxd", true)]
    [InlineData("SupplementaryGroups=%p", false)]
    [InlineData("Group=docker\nGroup=a", false)]
    [InlineData("Group=docker\nGroup=", false)]
    [InlineData("SupplementaryGroups=docker\nSupplementaryGroups=", false)]
    [InlineData("SupplementaryGroups=docker-users mydisk", false)]
    [InlineData("SupplementaryGroups=27", false)]
    [InlineData("User=root\nGroup=docker", false)]
    [InlineData("User=root\nDynamicUser=yes\nGroup=docker", true)]
    public void Groups_with_the_power_of_root_are_found(string lines, bool isFound) =>
        AssertFinding("systemd-root-group", $"User=a\nExecStart=/opt/a/bin/a start\n{lines}", isFound);

    [Theory]
    [InlineData("wheel@.service", "%p", 1)]
    [InlineData("a@.service", "%p", 0)]
    public void Specifiers_in_groups_are_replaced(string name, string group, int count)
    {
        var files = new InMemoryProjectFiles((name, $"[Service]\nUser=a\nExecStart=/opt/a/bin/a start\nGroup={group}\n"));
        var options = new LintOptions { Select = ["systemd-root-group"] };
        Assert.Equal(count, UnitLinter.Lint(new Snapshot(files), name, isNamed: true, options).Diagnostics.Length);
    }

    // Only services on the Erlang virtual machine are this rule's to judge, even where the user names another.
    [Fact]
    public void Groups_of_other_services_are_not_judged() =>
        AssertFinding("systemd-root-group", "User=a\nExecStart=/usr/bin/agent\nGroup=docker", false);

    [Fact]
    public void The_only_variable_of_its_line_is_changed_in_place()
    {
        var files = new InMemoryProjectFiles(
            ("a.service", "[Service]\nExecStart=/usr/bin/mix phx.server\nEnvironment=\"MIX_ENV=dev\" A=1\n"));
        var result =
            UnitLinter.Lint(new Snapshot(files), "a.service", isNamed: true, new LintOptions { Select = ["systemd-mix-env"] });

        Assert.Equal(
            "[Service]\nExecStart=/usr/bin/mix phx.server\nEnvironment=\"MIX_ENV=prod\" A=1\n",
            FixApplier.Apply(result.Files, result.Diagnostics)["a.service"]);
    }

    private static void AssertFinding(string rule, string lines, bool isFound)
    {
        var files = new InMemoryProjectFiles(("a.service", $"[Service]\n{lines}\n"));
        var found =
            UnitLinter.Lint(new Snapshot(files), "a.service", isNamed: true, new LintOptions { Select = [rule] }).Diagnostics;
        Assert.Equal(isFound ? 1 : 0, found.Length);
    }
}
