using ExsLint.Cli.Files.Writing;

namespace ExsLint.Cli.Tests;

/// <summary>Where <c>--output-file</c> and <c>--write-baseline</c> write, and what they never write over.</summary>
public sealed class OutputTests : IDisposable
{
    private const string IsRead = "it would overwrite a file that this run reads";

    private readonly TemporaryFolder _folder = new();

    public OutputTests()
    {
        _folder.Write("config/prod.exs", Samples.Faulty);
        _folder.Write("config/config.exs", "import Config\nimport_config \"#{config_env()}.exs\"\n");
        _folder.Write("mix.exs", "defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop]\nend\n");
        _folder.Write("list", "config/prod.exs\n");
        _folder.Write("base.json", "");
    }

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("config/prod.exs")]
    [InlineData("link.exs")]
    [InlineData("hard.exs")]
    [InlineData("linked/prod.exs")]
    [InlineData("config/../config/config.exs")]
    [InlineData("mix.exs")]
    public void A_file_that_is_read_is_not_written_over(string path)
    {
        Shell("ln -s config/prod.exs link.exs; ln config/prod.exs hard.exs; ln -s config linked");
        var before = Shell("cat config/* mix.exs; ls -A . config");

        Assert.Equal(
            new Outcome(2, "", $"exslint: error: {path}: the report cannot be written: {IsRead}\n"),
            Check("--output-file", path, "--write-baseline", "new.json"));
        Assert.Equal(
            new Outcome(2, "", $"exslint: error: {path}: the baseline cannot be written: {IsRead}\n"),
            Check("--write-baseline", path));
        Assert.Equal(before, Shell("cat config/* mix.exs; ls -A . config"));
    }

    [LinuxFact]
    public void Lists_and_baselines_that_are_read_are_not_written_over_either()
    {
        Assert.Equal(0, Check("--write-baseline", "base.json").ExitCode);
        var before = Shell("cat list base.json");
        Assert.Equal((2, 2, 2), (
            Check("--files-from", "list", "--output-file", "list").ExitCode,
            Check("--baseline", "base.json", "--output-file", "base.json").ExitCode,
            Check("--write-baseline", "both.json", "--output-file", "./both.json").ExitCode));
        Assert.Equal(before, Shell("cat list base.json"));
        Assert.False(File.Exists(_folder.PathOf("both.json")));
        Assert.Equal(0, Check("--baseline", "base.json", "--write-baseline", "base.json").ExitCode);
    }

    [Fact]
    public void A_text_of_standard_input_has_its_name_to_itself()
    {
        var outcome = Exslint.RunWithInput(
            _folder, "import Config\n", "check", "--stdin-filename", "config/new.exs", "-", "--output-file", "config/new.exs");
        Assert.Equal(
            (2, $"exslint: error: config/new.exs: the report cannot be written: {IsRead}\n"), (outcome.ExitCode, outcome.Error));
        Assert.False(File.Exists(_folder.PathOf("config/new.exs")));
    }

    [LinuxTheory]
    [InlineData("--output-file")]
    [InlineData("--write-baseline")]
    public void Links_modes_and_other_people_s_files_stay(string option)
    {
        _folder.Write("real/out", "old");
        Shell("chmod 640 real/out; ln -s real/out out; echo mine > real/.out.exslint-tmp.bak; echo mine > real/out.tmp");
        var inode = Shell("stat -c %i real/out");

        Assert.InRange(Check(option, "out").ExitCode, 0, 1);
        Assert.Equal(("640\n", "real/out\n"), (Shell("stat -c %a real/out"), Shell("readlink out")));
        Assert.NotEqual(inode, Shell("stat -c %i real/out"));
        Assert.NotEqual("old", Shell("cat real/out"));
        Assert.Equal("mine\nmine\n", Shell("cat real/.out.exslint-tmp.bak real/out.tmp"));
        Assert.Equal(".out.exslint-tmp.bak\nout\nout.tmp\n", Shell("ls -A real"));
    }

    [Fact]
    public void What_another_process_is_writing_stays_and_what_a_kill_left_behind_goes()
    {
        _folder.Write(".report.2.exslint-tmp", "left behind");
        using (var other = FolderHandle.Open(_folder.Root))
        using (TemporaryFile.Create(other, "report", UnixFileMode.UserRead | UnixFileMode.UserWrite))
        {
            Assert.Empty(OutputFile.Write(_folder.PathOf("report"), output => output.Write("text")));
            Assert.True(File.Exists(_folder.PathOf(".report.exslint-tmp")));
            Assert.False(File.Exists(_folder.PathOf(".report.2.exslint-tmp")));
        }

        Assert.Equal("text", File.ReadAllText(_folder.PathOf("report")));
    }

    [LinuxTheory]
    [InlineData("--output-file")]
    [InlineData("--write-baseline")]
    public void A_new_file_has_the_permissions_that_umask_leaves_and_may_have_the_longest_name(string option)
    {
        var name = new string('n', 255);
        Shell($"umask 027; $EXSLINT check {option} {name}");
        Assert.Equal("640\n", Shell($"stat -c %a {name}"));
        Assert.True(new FileInfo(_folder.PathOf(name)).Length > 0);
        Assert.DoesNotContain("exslint-tmp", Shell("ls -A"), StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("--output-file")]
    [InlineData("--write-baseline")]
    public void Devices_pipes_and_descriptors_are_written_to(string option)
    {
        var expected = Shell($"$EXSLINT check {option} plain; cat plain");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Shell($"$EXSLINT check {option} /dev/stdout"));
        Assert.Equal("before\n" + expected, Shell($"echo before > out; $EXSLINT check {option} /dev/stdout >> out; cat out"));
        Assert.Equal(expected, Shell($"ln -s /dev/fd/3 third; $EXSLINT check {option} third 3> out; cat out"));
        Assert.Equal(expected, Shell($"mkfifo pipe; cat pipe & $EXSLINT check {option} pipe; wait"));
        Assert.Equal("character special file\n", Shell($"$EXSLINT check {option} /dev/null; stat -c %F /dev/null"));
    }

    [LinuxTheory]
    [InlineData("--output-file", "the report")]
    [InlineData("--write-baseline", "the baseline")]
    public void What_cannot_be_written_is_said(string option, string what)
    {
        Shell("mkdir folder; touch locked; chmod 444 locked");
        foreach (var (path, reason) in ((string, string)[])[("folder", "is a directory"), ("locked", "the file is read-only"),
            ("none/out", "no such file or directory")])
        {
            Assert.Equal(
                new Outcome(2, "", $"exslint: error: {path}: {what} cannot be written: {reason}\n"), Check(option, path));
        }
    }

    private Outcome Check(params string[] options) => Exslint.Run(_folder, ["check", .. options]);

    private string Shell(string line) => Exslint.RunShell(_folder, line).Output;
}
