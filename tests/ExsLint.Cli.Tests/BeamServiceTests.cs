namespace ExsLint.Cli.Tests;

/// <summary>What the executable says of units of services on the Erlang virtual machine.</summary>
public sealed class BeamServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "systemd-cookie-argument", "Environment=\"ERL_FLAGS=-setcookie abc\"",
        "3:24: warning: The node's cookie is written behind '-setcookie', where every user")]
    [InlineData(
        "systemd-root-group", "User=shop\nGroup=docker", "4:7: error: 'Group' names the group 'docker', whose members start")]
    [InlineData(
        "systemd-livebook-no-auth", "Environment=LIVEBOOK_TOKEN_ENABLED=false LIVEBOOK_IP=::",
        "3:13: error: 'LIVEBOOK_TOKEN_ENABLED=false' turns Livebook's authentication off and it listens on '::', ")]
    [InlineData("systemd-crash-dump", "LimitCORE=infinity", "3:11: warning: LimitCORE is 'infinity', so a crash")]
    [InlineData(
        "systemd-writable-code", "WorkingDirectory=/opt/shop\nReadWritePaths=/opt/shop",
        "4:16: warning: ReadWritePaths opens '/opt/shop', so the service may change its own code in '/opt/shop/_build'")]
    public void A_finding_ends_the_run_with_1(string rule, string line, string message)
    {
        Write(line);
        var outcome = Exslint.Run(_folder, "check", "--quiet", $"--select={rule}", "shop.service");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith($"shop.service:{message}", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith($"[{rule}]\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("systemd-cookie-argument", "Environment=\"ERL_FLAGS=-setcookie @COOKIE@\"")]
    [InlineData("systemd-root-group", "User=shop\nGroup=www-data")]
    [InlineData("systemd-livebook-no-auth", "Environment=LIVEBOOK_TOKEN_ENABLED=true LIVEBOOK_IP=::")]
    [InlineData("systemd-crash-dump", "LimitCORE=0")]
    [InlineData("systemd-writable-code", "WorkingDirectory=/opt/shop\nReadWritePaths=/opt/shop/uploads")]
    public void What_is_right_ends_the_run_with_0(string rule, string line)
    {
        Write(line);
        Assert.Equal(
            new Outcome(0, "", ""), Exslint.Run(_folder, "check", "--quiet", $"--select={rule}", "shop.service"));
    }

    [Fact]
    public void Interactive_mode_is_a_notice_of_the_strict_profile()
    {
        Write("Environment=MIX_ENV=prod");
        string[] select = ["check", "--quiet", "--select", "systemd-interactive-mode", "shop.service"];
        var outcome = Exslint.Run(_folder, select);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith(
            "shop.service:2:11: notice: 'mix phx.server' loads code on demand, ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "systemd-interactive-mode", Exslint.Run(_folder, "check", "shop.service").Output, StringComparison.Ordinal);
    }

    private void Write(string line) =>
        _folder.Write("shop.service", $"[Service]\nExecStart=/usr/bin/mix phx.server\n{line}\n");
}
