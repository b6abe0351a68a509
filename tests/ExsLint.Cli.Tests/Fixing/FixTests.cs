namespace ExsLint.Cli.Tests.Fixing;

/// <summary><c>exslint fix</c> as users run it.</summary>
public sealed class FixTests : IDisposable
{
    private const string Config =
        "import Config\n\nconfig :pleroma, Pleroma.Web.Endpoint,\n  url: [host: \"a.example\", scheme: \"https\"],\n  "
            + "secure_cookie_flag: false";
    private const string Fixed =
        "import Config\n\nconfig :pleroma, Pleroma.Web.Endpoint,\n  url: [host: \"a.example\", scheme: \"https\"],\n  "
            + "secure_cookie_flag: true";
    private const string Only = "akkoma-secure-cookie-flag";

    private const string Unit = "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\n";

    private readonly TemporaryFolder _folder = new();

    public FixTests() => _folder.Write("config/prod.secret.exs", Config);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_writes_the_fix_and_tells_what_it_did()
    {
        var outcome = Fix("--select", Only);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(
            "exslint: fixed: config/prod.secret.exs:5:23: Set secure_cookie_flag to true [akkoma-secure-cookie-flag]\n"
            + "exslint: notice: 1 finding fixed in 1 file\n",
            outcome.Error);
        Assert.Equal(Fixed, Read("config/prod.secret.exs"));
    }

    [Fact]
    public void Paths_are_relative_to_the_working_directory_but_those_of_a_diff_to_the_repository()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        var outcome = Exslint.RunShell(_folder, $"cd config && \"$EXSLINT\" fix --diff --select {Only} prod.secret.exs");
        Assert.StartsWith("exslint: would fix: prod.secret.exs:5:23: ", outcome.Error, StringComparison.Ordinal);
        Assert.StartsWith(
            "diff --git a/config/prod.secret.exs b/config/prod.secret.exs\n", outcome.Output, StringComparison.Ordinal);
        _folder.Write("units/akkoma.service", Unit);
        outcome = Exslint.RunShell(_folder, "cd units && \"$EXSLINT\" fix --drop-in --select systemd-private-tmp akkoma.service");
        Assert.Contains("exslint: fixed: akkoma.service:1:1: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(": in akkoma.service.d/50-exslint.conf\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_is_reported_as_check_reports_it()
    {
        var outcome = Fix("--quiet");
        var check = Exslint.Run(_folder, "check");

        Assert.Equal((1, check.Output), (outcome.ExitCode, outcome.Output));
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, Fix("--fail-on", "never").ExitCode);
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n", "\n# the end\n")]
    public void A_diff_is_one_that_git_applies_and_writes_nothing(string lineEnd, string end)
    {
        var text = Config.Replace("\n", lineEnd, StringComparison.Ordinal) + end;
        _folder.Write("config/a b.exs", text);
        _folder.Write("config/prod.secret.exs", text);
        _folder.Write("akkoma.service", Unit);
        var outcome = Fix("--diff", "--select", "akkoma-secure-cookie-flag,systemd-*");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal((text, Unit), (Read("config/prod.secret.exs"), Read("akkoma.service")));

        File.WriteAllText(_folder.PathOf("fix.diff"), outcome.Output);
        Assert.Equal("", Exslint.RunShell(_folder, "git apply --whitespace=nowarn fix.diff 2>&1").Output);
        var applied = (Read("config/prod.secret.exs"), Read("config/a b.exs"), Read("akkoma.service"));
        _folder.Write("config/prod.secret.exs", text);
        _folder.Write("config/a b.exs", text);
        _folder.Write("akkoma.service", Unit);
        Fix("--select", "akkoma-secure-cookie-flag,systemd-*");
        Assert.Equal((Read("config/prod.secret.exs"), Read("config/a b.exs"), Read("akkoma.service")), applied);
    }

    [Fact]
    public void The_lines_of_a_diff() => Assert.Equal(
        """
        diff --git a/config/prod.secret.exs b/config/prod.secret.exs
        --- a/config/prod.secret.exs
        +++ b/config/prod.secret.exs
        @@ -2,4 +2,4 @@
         
         config :pleroma, Pleroma.Web.Endpoint,
           url: [host: "a.example", scheme: "https"],
        -  secure_cookie_flag: false
        \ No newline at end of file
        +  secure_cookie_flag: true
        \ No newline at end of file

        """,
        Fix("--diff", "--select", Only).Output);

    [Fact]
    public void Standard_input_goes_fixed_to_standard_output_and_no_file_changes()
    {
        var outcome = Exslint.RunWithInput(
            _folder, Config + "\r\n", "fix", "--stdin-filename", "config/prod.secret.exs", "--select", Only, "-");
        Assert.Equal((0, Fixed + "\r\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal(Config, Read("config/prod.secret.exs"));

        var broken = Exslint.RunWithInput(
            _folder, "import Config\nconfig :a, }\n", "fix", "--stdin-filename", "config/prod.secret.exs", "-");
        Assert.Equal((1, "import Config\nconfig :a, }\n"), (broken.ExitCode, broken.Output));
        Assert.Contains("[syntax-error]", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_named_files_are_changed()
    {
        _folder.Write("config/config.exs", "import Config\nimport_config \"prod.secret.exs\"\n");
        _folder.Write("deps/other/config/config.exs", Config);

        Assert.Equal(0, Exslint.Run(_folder, "fix", "config/config.exs", "--select", Only).ExitCode);
        Assert.Equal(Config, Read("config/prod.secret.exs"));
        Assert.Equal(1, Exslint.Run(_folder, "fix", "deps/other/config/config.exs", "--select", Only).ExitCode);
        Assert.Equal(Config, Read("deps/other/config/config.exs"));
    }

    [Fact]
    public void Suppressed_and_baselined_findings_stay()
    {
        Exslint.Run(_folder, "check", "--write-baseline", "known.json");
        Assert.Equal((0, Config), (Fix("--baseline", "known.json").ExitCode, Read("config/prod.secret.exs")));

        var text = Config + " # exslint:ignore akkoma-secure-cookie-flag -- no TLS in the test network\n";
        _folder.Write("config/prod.secret.exs", text);
        Assert.Equal((0, text), (Fix("--select", Only).ExitCode, Read("config/prod.secret.exs")));
    }

    [LinuxFact]
    public void A_file_that_cannot_be_written_is_a_failure_and_stays()
    {
        Exslint.RunShell(_folder, "chmod 444 config/prod.secret.exs");
        var outcome = Fix("--select", Only);

        Assert.Equal((2, Config), (outcome.ExitCode, Read("config/prod.secret.exs")));
        Assert.Contains(
            "exslint: error: config/prod.secret.exs: not written: the file is read-only\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.Contains("[akkoma-secure-cookie-flag]", outcome.Output, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_full_disk_is_a_failure_and_nothing_is_lost()
    {
        _folder.Write("config/prod.secret.exs", Config + "\n" + new string('#', 100_000) + "\n");
        // The runtime's own use of files would be limited too, but for the variable.
        var outcome = Exslint.RunShell(
            _folder,
            "(trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 16; exec \"$EXSLINT\" fix --select "
                + "akkoma-secure-cookie-flag) 2>&1; echo $?");

        Assert.EndsWith("\n2\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("not written: the file is too large", outcome.Output, StringComparison.Ordinal);
        Assert.StartsWith(Config, Read("config/prod.secret.exs"), StringComparison.Ordinal);
        Assert.Equal(["prod.secret.exs"], Directory.GetFiles(_folder.PathOf("config")).Select(Path.GetFileName));
    }

    [Fact]
    public void Wrong_usage()
    {
        var outcome = Exslint.RunWithInput(_folder, Unit, "fix", "--drop-in", "--stdin-filename", "akkoma.service", "-");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--drop-in", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, Exslint.Run(_folder, "fix", "missing.exs").ExitCode);
    }

    private Outcome Fix(params string[] options) => Exslint.Run(_folder, ["fix", .. options]);

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));
}
