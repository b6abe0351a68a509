namespace ExsLint.Cli.Tests;

/// <summary>Files that cannot be analysed, or not as they should be.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("none.exs", "no such file or directory")]
    [InlineData("README.md", "neither an Elixir config file (.exs) nor a systemd unit")]
    [InlineData("binary.exs", "binary: it holds NUL bytes")]
    [InlineData("utf16.exs", "UTF-16 text; Elixir and systemd read UTF-8")]
    [InlineData("huge.exs", "larger than 64 MB")]
    [InlineData("pipe.exs", "not a regular file")]
    [InlineData("loop.exs", "a link that leads nowhere")]
    public void A_named_file_that_cannot_be_analysed_is_one_line_and_the_others_still_are(string name, string reason)
    {
        using var folder = Folder();
        var outcome = Exslint.Run(folder, "check", name, "good.exs");
        Assert.Equal((2, $"exslint: error: {name}: {reason}\n"), (outcome.ExitCode, outcome.Error));
        Assert.True(outcome.Reports("good.exs"));
    }

    [Fact]
    public void What_walking_cannot_read_is_a_warning_and_a_notification()
    {
        using var folder = Folder();
        Directory.CreateDirectory(folder.PathOf("config"));
        File.Move(folder.PathOf("binary.exs"), folder.PathOf("config/binary.exs"));
        var outcome = Exslint.Run(folder, "check", "config", "--format", "sarif");
        Assert.Equal((0, "exslint: warning: config/binary.exs: binary: it holds NUL bytes\n"), (outcome.ExitCode, outcome.Error));
        Assert.Contains("\"toolExecutionNotifications\"", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\"executionSuccessful\": true", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_in_the_report_too()
    {
        using var folder = Folder();
        var outcome = Exslint.Run(folder, "check", "none.exs", "--format", "sarif");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("\"executionSuccessful\": false", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_analysed_and_that_is_said()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("latin.exs"), [.. System.Text.Encoding.UTF8.GetBytes(Samples.Faulty), (byte)'#', 0xE9]);
        var outcome = Exslint.Run(folder, "check", "latin.exs");
        Assert.Equal(
            (1, "exslint: warning: latin.exs: not valid UTF-8: analysed, but never fixed\n"), (outcome.ExitCode, outcome.Error));
        Assert.True(outcome.Reports("latin.exs"));
    }

    [LinuxFact]
    public void A_stream_without_an_end_is_not_read_to_it()
    {
        using var folder = Samples.Project();
        Assert.Equal(
            new Outcome(2, "", "exslint: error: /dev/zero: larger than 64 MB\n"),
            Exslint.Run(folder, "check", "--files-from", "/dev/zero"));
        Assert.Equal(
            new Outcome(2, "", "exslint: error: /dev/zero: the baseline cannot be read: larger than 64 MB\n"),
            Exslint.Run(folder, "check", "--baseline", "/dev/zero", "."));
        Assert.Equal(
            new Outcome(2, "", "exslint: error: /dev/zero: not a regular file\n"),
            Exslint.Run(folder, "config", "--env-file", "/dev/zero", "."));
    }

    [LongTheory]
    [InlineData(".git/packed-refs")]
    [InlineData(".git/config")]
    [InlineData(".git/HEAD")]
    [InlineData(".git/index")]
    [InlineData(".gitignore")]
    public void A_huge_file_of_git_is_not_read(string name)
    {
        using var folder = Samples.Project();
        folder.Write(".git/config", "[remote \"origin\"]\n\turl = https://git.example/a.git\n");
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".gitignore", "");
        var expected = Exslint.Run(folder, "check", ".", "--format", "json");
        using (var huge = File.Create(folder.PathOf(name)))
        {
            huge.SetLength(4L << 30);
        }

        Assert.Equal(expected, Exslint.Run(folder, "check", ".", "--format", "json"));
    }

    /// <summary>The operating system's limit must not decide what is found.</summary>
    [LinuxFact]
    public void A_small_stack_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var nested = $"{new string('[', 400)}{new string(']', 400)}";
        folder.Write(
            "config/config.exs",
            $"import Config\nconfig :pleroma, Pleroma.Web.Endpoint, http: [ip: {{0, 0, 0, 0}}], deep: {nested}\n");
        foreach (var command in (string[])["check .", "config .", "syntax --quoted config/config.exs"])
        {
            var expected = Exslint.Run(folder, command.Split(' '));
            Assert.Equal(expected, Exslint.RunShell(folder, $"ulimit -s 128; '{Exslint.Binary}' {command}"));
        }
    }

    [Fact]
    public void An_empty_file_is_valid()
    {
        using var folder = new TemporaryFolder();
        folder.Write("empty.exs", "");
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "empty.exs"));
    }

    [Fact]
    public void An_odd_name_stays_on_its_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a\nb\u001b[31m.exs", Samples.Faulty);
        var outcome = Exslint.Run(folder, "check", "a\nb\u001b[31m.exs", "no\nne.exs");
        Assert.StartsWith("a\\nb\\u001b[31m.exs" + Samples.Finding, outcome.Output, StringComparison.Ordinal);
        Assert.Equal("exslint: error: no\\nne.exs: no such file or directory\n", outcome.Error);
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        folder.Write("good.exs", Samples.Faulty);
        folder.Write("README.md", "# hello\n");
        folder.Write("binary.exs", "import Config\n\0\n");
        File.WriteAllText(folder.PathOf("utf16.exs"), Samples.Faulty, System.Text.Encoding.Unicode);
        using (var huge = File.Create(folder.PathOf("huge.exs")))
        {
            huge.SetLength((64L * 1024 * 1024) + 1);
        }

        File.CreateSymbolicLink(folder.PathOf("loop.exs"), "loop.exs");
        Exslint.RunShell(folder, "mkfifo pipe.exs");
        return folder;
    }
}
