namespace ExsLint.Cli.Tests.Fixing;

/// <summary>What git tracks in a checkout of Akkoma's source is upstream's, and a unit there is no installed one.</summary>
public sealed class UpstreamTests : IDisposable
{
    private const string Unit = "installation/akkoma.service";
    private const string UnitText =
        "[Service]\nUser=akkoma\nExecStart=/usr/bin/mix phx.server\nEnvironment=\"MIX_ENV=prod\"\nPrivateTmp=false\n";
    private const string Fixed =
        "[Service]\nUser=akkoma\nExecStart=/usr/bin/mix phx.server\nEnvironment=\"MIX_ENV=prod\"\nPrivateTmp=true\n";
    private const string Project =
        "defmodule Pleroma.Mixfile do\n  use Mix.Project\n\n  def project do\n    [\n      app: :pleroma,\n      version: "
            + "\"3.16.0\"\n    ]\n  end\nend\n";
    private const string Held = "is upstream's, tracked by git, and an update would collide with a change; "
        + "the unit that runs is a copy under /etc/systemd/system: fix that one; name the file to change it all the same";

    private const string Commit = "git add -A && git -c user.name=a -c user.email=a@b.example commit -qm a";

    private readonly TemporaryFolder _folder = new();

    public UpstreamTests()
    {
        _folder.Write("mix.exs", Project);
        _folder.Write(Unit, UnitText);
        _folder.Write(
            "config/config.exs",
            "import Config\n\nconfig :pleroma, Pleroma.Web.Endpoint,\n  url: [host: \"a.example\", scheme: \"https\"],\n  "
                + "secure_cookie_flag: true\n\nimport_config \"prod.secret.exs\"\n");
        _folder.Write(
            "config/prod.secret.exs", "import Config\n\nconfig :pleroma, Pleroma.Web.Endpoint,\n  secure_cookie_flag: false\n");
        _folder.Write(".gitignore", "/config/*.secret.exs\n");
        Shell($"git init -q && {Commit}");
    }

    public void Dispose() => _folder.Dispose();

    // git writes version 2 unless it is told otherwise, and 3 where an entry needs it.
    [LongTheory]
    [InlineData("true")]
    [InlineData("git update-index --index-version 4")]
    [InlineData("touch zz && git add -N zz")]
    [InlineData("git update-index --split-index")]
    [InlineData("rm -rf .git && git init -q --object-format=sha256 && " + Commit)]
    [InlineData("mv .git elsewhere && echo gitdir: elsewhere > .git")]
    [InlineData("echo nonsense > .git/index")]
    public void A_tracked_unit_is_only_changed_where_it_is_named(string command)
    {
        Shell(command);
        var outcome = Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp,akkoma-secure-cookie-flag");

        Assert.Equal((1, UnitText), (outcome.ExitCode, Read(Unit)));
        Assert.Contains(
            $"exslint: not fixed: {Unit}:5:12: Set PrivateTmp to true [systemd-private-tmp]: {Unit} {Held}\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.Contains("secure_cookie_flag: true", Read("config/prod.secret.exs"), StringComparison.Ordinal);
        Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp", "installation");
        Assert.Equal(UnitText, Read(Unit));
        Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp", Unit);
        Assert.Equal(Fixed, Read(Unit));
    }

    [Fact]
    public void What_is_not_tracked_and_what_is_no_one_s_checkout_is_changed()
    {
        _folder.Write("deploy/akkoma.service", UnitText);
        Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp");
        Assert.Equal((UnitText, Fixed), (Read(Unit), Read("deploy/akkoma.service")));

        _folder.Write("mix.exs", Project.Replace("app: :pleroma", "app: :shop # not app: :pleroma", StringComparison.Ordinal));
        Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp");
        Assert.Equal(Fixed, Read(Unit));
    }

    [Fact]
    public void Many_findings_of_one_file_are_one_line()
    {
        var outcome = Exslint.Run(_folder, "fix", "--select", "systemd-*");

        Assert.Matches($"(?m)^exslint: not fixed: {Unit}: [0-9]+ findings: {Unit} {Held}$", outcome.Error);
        Assert.Single(outcome.Error.Split('\n'), line => line.StartsWith("exslint: not fixed: ", StringComparison.Ordinal));
    }

    [Fact]
    public void After_a_fix_of_a_unit_it_is_told_which_file_counts()
    {
        Assert.EndsWith(
            $"exslint: notice: {Unit}: changed here; a copy of it under /etc/systemd/system is the one that counts: install it "
                + $"there again, "
            + "then run 'systemctl daemon-reload' and restart the service\n",
            Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp", Unit).Error,
            StringComparison.Ordinal);

        _folder.Write("etc/systemd/system/akkoma.service", UnitText);
        Assert.EndsWith(
            "exslint: notice: etc/systemd/system/akkoma.service: changed; 'systemctl daemon-reload' and a restart of the "
                + "service make it count\n",
            Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp", "etc").Error,
            StringComparison.Ordinal);

        _folder.Write(Unit, UnitText);
        Assert.EndsWith(
            $"exslint: notice: {Unit}.d/50-exslint.conf: changed here; a drop-in counts in "
                + $"/etc/systemd/system/akkoma.service.d: copy it there, "
            + "then run 'systemctl daemon-reload' and restart the service\n",
            Exslint.Run(_folder, "fix", "--drop-in", "--select", "systemd-private-tmp", Unit).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_where_nothing_was_written_or_asked()
    {
        Assert.DoesNotContain(
            "daemon-reload", Exslint.Run(_folder, "fix", "--diff", "--select", "systemd-private-tmp", Unit).Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "daemon-reload", Exslint.Run(_folder, "fix", "--select", "akkoma-secure-cookie-flag").Error,
            StringComparison.Ordinal);
        Assert.Equal("", Exslint.Run(_folder, "fix", "--quiet", "--select", "systemd-private-tmp", Unit).Error);
    }

    private void Shell(string command) =>
        Assert.Equal("0\n", Exslint.RunShell(_folder, $"({command}) >/dev/null; echo $?").Output);

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));
}
