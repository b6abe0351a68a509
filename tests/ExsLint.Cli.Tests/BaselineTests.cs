using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary>Findings that a baseline knows, as the formats show them.</summary>
public sealed class BaselineTests
{
    [Fact]
    public void A_written_baseline_knows_all_findings_of_its_run()
    {
        using var folder = Project();
        Assert.Equal(
            new Outcome(0, "", "exslint: notice: base.json: 1 finding is on record now\n"),
            Exslint.Run(folder, "check", "--write-baseline", "base.json"));
        Assert.Equal(["base.json", "config"], Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName).Order());
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "--baseline", "base.json", "--fail-on", "notice"));
    }

    [Fact]
    public void Only_what_is_new_is_reported_and_moved_lines_are_not()
    {
        using var folder = Recorded();
        folder.Write("config/prod.exs", "# a new line\n" + Samples.Faulty);
        folder.Write("config/other.exs", Samples.Faulty);
        var outcome = Exslint.Run(folder, "check", "--baseline", "base.json");
        Assert.True(outcome.Reports("config/other.exs"), outcome.Output);
        Assert.Single(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void Known_findings_are_shown_as_such_when_asked_for()
    {
        using var folder = Recorded();
        folder.Write("config/other.exs", Samples.Faulty);
        string[] arguments = ["check", "--baseline", "base.json", "--include-suppressed"];
        var lines = Exslint.Run(folder, arguments).Output.Split('\n');
        Assert.StartsWith("config/other.exs:3:19: error: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("config/prod.exs:3:19: baselined: ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(" [syntax-error] (in the baseline)", lines[1], StringComparison.Ordinal);

        using var report = JsonDocument.Parse(Exslint.Run(folder, [.. arguments, "--format", "sarif"]).Output);
        var results = report.RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.Equal(
            ["new", "unchanged"], results.EnumerateArray().Select(result => result.GetProperty("baselineState").GetString()!));
        using var plain = JsonDocument.Parse(Exslint.Run(folder, "check", "--baseline", "base.json", "--format", "sarif").Output);
        var single = Assert.Single(plain.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.False(single.TryGetProperty("baselineState", out _));
    }

    [Fact]
    public void Entries_that_no_longer_occur_are_told_where_this_run_could_find_them()
    {
        using var folder = Recorded();
        folder.Write("config/prod.exs", Samples.Clean);
        folder.Write("config/other.exs", Samples.Clean);
        const string Gone =
            "exslint: notice: base.json: 1 entry of the baseline no longer occurs; write it anew with --write-baseline\n";
        Assert.Equal(new Outcome(0, "", Gone), Exslint.Run(folder, "check", "--baseline", "base.json"));
        Assert.Equal(new Outcome(0, "", Gone), Exslint.Run(folder, "check", "--baseline", "base.json", "config/prod.exs"));
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "--baseline", "base.json", "config/other.exs"));
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "--baseline", "base.json", "--ignore", "syntax-error"));
        File.Delete(folder.PathOf("config/prod.exs"));
        Assert.Equal(new Outcome(0, "", Gone), Exslint.Run(folder, "check", "--baseline", "base.json"));
    }

    [Theory]
    [InlineData("{\n  \"version\": x\n}", "exslint: error: bad.json:2:14: not a baseline: this is not JSON\n")]
    [InlineData(
        "{ \"version\": 1, \"findings\": [{}] }",
        "exslint: error: bad.json:1:31: not a baseline: 'path' is missing in this entry\n")]
    [InlineData(null, "exslint: error: bad.json: the baseline cannot be read: no such file or directory\n")]
    public void What_is_no_baseline_is_one_line_and_exit_code_2(string? content, string error)
    {
        using var folder = Project();
        if (content is not null)
        {
            folder.Write("bad.json", content);
        }

        Assert.Equal(new Outcome(2, "", error), Exslint.Run(folder, "check", "--baseline", "bad.json"));
    }

    [Fact]
    public void A_baseline_that_cannot_be_written_is_one_line_and_exit_code_2()
    {
        using var folder = Project();
        Assert.Equal(
            new Outcome(2, "", "exslint: error: none/base.json: the baseline cannot be written: no such file or directory\n"),
            Exslint.Run(folder, "check", "--write-baseline", "none/base.json"));
    }

    [Fact]
    public void A_run_that_failed_leaves_the_old_baseline_alone()
    {
        using var folder = Recorded();
        var before = File.ReadAllText(folder.PathOf("base.json"));
        Assert.Equal(2, Exslint.Run(folder, "check", "config", "none.exs", "--write-baseline", "base.json").ExitCode);
        Assert.Equal(before, File.ReadAllText(folder.PathOf("base.json")));
    }

    [Fact]
    public void Links_and_modes_stay_what_they_are()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = Project();
        folder.Write("real/base.json", "");
        File.SetUnixFileMode(folder.PathOf("real/base.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder.PathOf("base.json"), "real/base.json");
        Assert.Equal(0, Exslint.Run(folder, "check", "--write-baseline", "base.json").ExitCode);
        Assert.Equal("real/base.json", new FileInfo(folder.PathOf("base.json")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.PathOf("real/base.json")));
        Assert.StartsWith("{\n", File.ReadAllText(folder.PathOf("real/base.json")), StringComparison.Ordinal);
    }

    private static TemporaryFolder Recorded()
    {
        var folder = Project();
        Exslint.Run(folder, "check", "--write-baseline", "base.json");
        return folder;
    }

    private static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        folder.Write("config/prod.exs", Samples.Faulty);
        return folder;
    }
}
