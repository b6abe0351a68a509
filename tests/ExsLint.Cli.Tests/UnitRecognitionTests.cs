namespace ExsLint.Cli.Tests;

/// <summary>Which units of a tree are judged, and which of their fixes are applied unasked.</summary>
public sealed class UnitRecognitionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ExecStart=/opt/shop/bin/server", true)]
    [InlineData("ExecStart=/srv/shop/start.sh", true)]
    [InlineData("ExecStart=/srv/shop/other.sh", false)]
    [InlineData("ExecStart=/srv/shop/compiled", false)]
    [InlineData("ExecStart=/usr/bin/mise exec -- mix phx.server", true)]
    [InlineData("ExecStart=/usr/local/bin/shop\nEnvironment=PHX_SERVER=true", true)]
    [InlineData("ExecStart=/usr/sbin/rabbitmq-server", true)]
    [InlineData("ExecStart=/opt/nexus/bin/nexus start", false)]
    public void A_walk_judges_what_runs_the_Erlang_virtual_machine(string lines, bool isJudged)
    {
        _folder.Write("start.sh", "#!/bin/sh\nexec mix phx.server\n");
        _folder.Write("other.sh", "#!/bin/sh\nexec node server.js\n");
        _folder.Write("compiled", "\u007fELF\0\0");
        _folder.Write("deploy/a.service", $"[Service]\nUser=a\n{lines}\n");
        var outcome = Exslint.Run(_folder, "check", "--select", "systemd-no-new-privileges");

        Assert.Equal(isJudged ? 1 : 0, outcome.ExitCode);
        Assert.Equal(
            isJudged,
            outcome.Output.StartsWith("deploy/a.service:1:1: warning: NoNewPrivileges is not set", StringComparison.Ordinal));
        Assert.DoesNotContain("compiled", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_implies_NoNewPrivileges_waits_for_a_version_that_does_not()
    {
        const string Unit = "[Service]\nUser=a\nExecStart=/opt/shop/bin/shop start\nExecStartPre=/usr/bin/sudo /bin/x\n";
        _folder.Write("a.service", Unit);
        foreach (var version in new string[][] { [], ["--systemd-version", "252"] })
        {
            var outcome = Exslint.Run(
                _folder, ["fix", "--select", "systemd-protect-clock,systemd-no-new-privileges", .. version, "a.service"]);
            Assert.Equal((1, Unit), (outcome.ExitCode, Read()));
            Assert.Contains("0 findings fixed; 2 more with --unsafe", outcome.Error, StringComparison.Ordinal);
        }

        Exslint.Run(
            _folder, "fix", "--select", "systemd-protect-clock,systemd-no-new-privileges", "--systemd-version", "257",
            "a.service");
        Assert.Equal(Unit + "ProtectClock=true\n", Read());
    }

    [Fact]
    public void What_an_administrator_wrote_on_purpose_and_what_Chromium_needs_stays()
    {
        const string Unit =
            "[Service]\nUser=a\nExecStart=/opt/shop/bin/shop start\n# uploads are below /home\nProtectHome=false\n";
        _folder.Write("mix.exs", "defmodule M do\n  def deps, do: [{:chromic_pdf, \"~> 1.17\"}]\nend\n");
        _folder.Write("deploy/a.service", Unit);
        _folder.Write("deploy/a.service.d/local.conf", "[Service]\nPrivateTmp=no\n");
        string[] fix = ["fix", "--select", "systemd-protect-home,systemd-private-tmp,systemd-restrict-namespaces-user"];
        var outcome = Exslint.Run(_folder, fix);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("exslint: notice: 0 findings fixed; 3 more with --unsafe\n", outcome.Error);
        Assert.Equal(Unit, File.ReadAllText(_folder.PathOf("deploy/a.service")));
        Assert.Contains(
            "3 findings fixed in 2 files", Exslint.Run(_folder, [.. fix, "--unsafe"]).Error, StringComparison.Ordinal);
    }

    private string Read() => File.ReadAllText(_folder.PathOf("a.service"));
}
