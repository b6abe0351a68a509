namespace ExsLint.Cli.Tests;

/// <summary><c>--systemd-version</c> and <c>--systemd-root</c> of <c>check</c> and <c>fix</c>.</summary>
public sealed class SystemdOptionsTests : IDisposable
{
    private const string Unit = "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nUser=akkoma\nPrivateTmp=yes\n";
    private const string Select = "--select=systemd-private-tmp";
    private const string DropIn = "etc/systemd/system/akkoma.service.d/60-local.conf";

    private readonly TemporaryFolder _folder = new();

    public SystemdOptionsTests()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/akkoma.service", Unit);
        _folder.Write($"system/{DropIn}", "[Service]\nPrivateTmp=no\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_drop_in_of_the_system_applies_to_the_unit_checked()
    {
        Assert.Equal((0, ""), Check());
        var (exitCode, output) = Check("--systemd-root", "system");

        Assert.Equal(1, exitCode);
        Assert.Matches($"^/{DropIn}:2:12: warning: .*\\[systemd-private-tmp\\]\n$", output);
    }

    [Fact]
    public void A_drop_in_can_be_masked_by_a_link_of_the_system_that_is_checked()
    {
        _folder.Write("system/usr/lib/systemd/system/akkoma.service", Unit);
        _folder.Write("system/usr/lib/systemd/system/akkoma.service.d/60-local.conf", "[Service]\nPrivateTmp=no\n");
        File.Delete(_folder.PathOf($"system/{DropIn}"));
        Assert.Equal(1, Exslint.Run(_folder, "check", Select, "--quiet", "--systemd-root", "system", "system").ExitCode);

        File.CreateSymbolicLink(_folder.PathOf($"system/{DropIn}"), "/dev/null");
        Assert.Equal(
            new Outcome(0, "", ""), Exslint.Run(_folder, "check", Select, "--quiet", "--systemd-root", "system", "system"));
    }

    [Fact]
    public void It_can_harden_the_unit_as_well()
    {
        _folder.Write("repo/akkoma.service", Unit.Replace("PrivateTmp=yes\n", "", StringComparison.Ordinal));
        _folder.Write($"system/{DropIn}", "[Service]\nPrivateTmp=yes\n");

        Assert.Equal(1, Check().ExitCode);
        Assert.Equal((0, ""), Check("--systemd-root", "system"));
    }

    [Fact]
    public void Sarif_places_it_on_the_system()
    {
        var output = Check("--systemd-root", "system", "--format", "sarif").Output;
        Assert.Contains($"\"file:///{DropIn}\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"/{DropIn}\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_of_the_system_gets_the_drop_ins_that_outrank_those_beside_it()
    {
        _folder.Write("system/usr/lib/systemd/system/akkoma.service", Unit);
        _folder.Write("system/usr/lib/systemd/system/akkoma.service.d/60-local.conf", "[Service]\nPrivateTmp=yes\n");
        var outcome = Exslint.Run(
            _folder, "check", Select, "--quiet", "--systemd-root", "system", "system/usr/lib/systemd/system/akkoma.service");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"system/{DropIn}:2:12: warning:", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Exslint.Run(_folder, "check", Select, "--quiet", "--systemd-root", "system", "system"));
    }

    [Theory]
    [InlineData("254", 1)]
    [InlineData("257", 0)]
    public void The_version_decides_what_a_value_means(string version, int expected)
    {
        // Before 257 `connected` is no value, so that the line is ignored.
        _folder.Write("repo/akkoma.service", Unit.Replace("PrivateTmp=yes", "PrivateTmp=connected", StringComparison.Ordinal));

        Assert.Equal(expected, Check("--systemd-version", version).ExitCode);
        var fix = Exslint.Run(_folder, "fix", Select, "--diff", "--systemd-version", version, "repo/akkoma.service");
        Assert.Equal(expected == 1, fix.Output.Contains("+PrivateTmp=true", StringComparison.Ordinal));
    }

    [Fact]
    public void Fix_never_writes_into_the_system()
    {
        var outcome = Exslint.Run(_folder, "fix", "--unsafe", Select, "--systemd-root", "system", "repo/akkoma.service");

        Assert.Equal(
            (1, Unit, "[Service]\nPrivateTmp=no\n"), (outcome.ExitCode, Read("repo/akkoma.service"), Read($"system/{DropIn}")));
        Assert.Contains($"/{DropIn} is the system's", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("repo/etc")));
    }

    [Fact]
    public void Fix_leaves_a_unit_of_the_system_to_drop_ins()
    {
        const string Installed = "system/etc/systemd/system/web.service";
        var text = Unit.Replace("PrivateTmp=yes\n", "", StringComparison.Ordinal);
        _folder.Write(Installed, text);
        var refused = Exslint.Run(_folder, "fix", Select, "--systemd-root", "system", Installed);
        Assert.Equal((1, text), (refused.ExitCode, Read(Installed)));
        Assert.Contains(
            "etc/systemd/system/web.service is the system's; --drop-in writes a drop-in instead", refused.Error,
            StringComparison.Ordinal);

        Assert.Equal(0, Exslint.Run(_folder, "fix", Select, "--drop-in", "--systemd-root", "system", Installed).ExitCode);
        Assert.Equal((text, "[Service]\nPrivateTmp=true\n"), (Read(Installed), Read($"{Installed}.d/50-exslint.conf")));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("fix")]
    public void A_root_that_is_not_there_is_wrong_usage(string command) =>
        Assert.Equal(
            new Outcome(2, "", "exslint: error: none: no such directory, given by --systemd-root\n"),
            Exslint.Run(_folder, command, "--systemd-root", "none", "repo/akkoma.service"));

    private (int ExitCode, string Output) Check(params string[] options)
    {
        var outcome = Exslint.Run(_folder, ["check", Select, "--quiet", .. options, "repo/akkoma.service"]);
        return (outcome.ExitCode, outcome.Output);
    }

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));
}
