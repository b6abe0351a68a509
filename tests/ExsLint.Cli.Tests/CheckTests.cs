using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary><c>exslint check</c>: reports, streams and exit codes.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_finding_is_printed_on_standard_output_and_the_exit_code_is_1()
    {
        using var folder = Samples.Project();
        var outcome = Exslint.Run(folder, "check");
        Assert.True(outcome.Reports("config/prod.exs"), outcome.Output + outcome.Error);
        Assert.EndsWith($"[{Samples.Rule}]\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void Without_a_finding_nothing_is_printed_and_the_exit_code_is_0()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", Samples.Clean);
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check"));
    }

    [Theory]
    [InlineData("concise", "error", 1)]
    [InlineData("concise", "warning", 1)]
    [InlineData("concise", "notice", 1)]
    [InlineData("concise", "never", 0)]
    [InlineData("sarif", "error", 1)]
    [InlineData("sarif", "never", 0)]
    [InlineData("sarif", null, 0)]
    public void The_level_asked_for_decides_on_the_exit_code(string format, string? failOn, int exitCode)
    {
        using var folder = Samples.Project();
        string[] arguments = ["check", "--format", format, .. failOn is null ? Array.Empty<string>() : ["--fail-on", failOn]];
        Assert.Equal(exitCode, Exslint.Run(folder, arguments).ExitCode);
    }

    [Fact]
    public void SARIF_is_the_same_every_time_and_names_no_place_of_the_machine()
    {
        using var folder = Samples.Project();
        var outcome = Exslint.Run(folder, "check", "--format", "sarif", "--category", "nightly");
        using var report = JsonDocument.Parse(outcome.Output);
        var run = report.RootElement.GetProperty("runs")[0];
        Assert.Equal("nightly/", run.GetProperty("automationDetails").GetProperty("id").GetString());
        Assert.Equal(Samples.Rule, run.GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.DoesNotContain(folder.Root, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Exslint.Run(folder, "check", "--format", "sarif", "--category", "nightly"));
    }

    [Fact]
    public void A_report_goes_to_a_file_when_asked_to()
    {
        using var folder = Samples.Project();
        folder.Write("out.txt", new string('x', 10_000));
        var outcome = Exslint.Run(folder, "check", "--output-file", "out.txt");
        Assert.Equal(new Outcome(1, "", ""), outcome);
        Assert.StartsWith(
            "config/prod.exs" + Samples.Finding, File.ReadAllText(folder.PathOf("out.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_one_line_and_exit_code_2()
    {
        using var folder = Samples.Project();
        Assert.Equal(
            new Outcome(2, "", "exslint: error: none/out.txt: the report cannot be written: no such file or directory\n"),
            Exslint.Run(folder, "check", "--output-file", "none/out.txt"));
    }

    [Fact]
    public void Nothing_to_analyse_is_a_note_and_no_failure()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "hello");
        Assert.Equal(
            new Outcome(0, "", "exslint: notice: nothing to analyse: no Elixir config files or systemd units found\n"),
            Exslint.Run(folder, "check"));
    }

    [Fact]
    public void The_commit_is_named_where_git_has_a_remote_without_its_password()
    {
        using var folder = Samples.Project();
        folder.Write(".git/config", "[remote \"origin\"]\n\turl = https://user:hunter@example.org/acme/app.git\n");
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/packed-refs", $"# pack-refs\n{new string('a', 40)} refs/heads/main\n");
        var output = Exslint.Run(folder, "check", "--format", "sarif").Output;
        using var report = JsonDocument.Parse(output);
        var details = report.RootElement.GetProperty("runs")[0].GetProperty("versionControlProvenance")[0];
        Assert.Equal("https://example.org/acme/app", details.GetProperty("repositoryUri").GetString());
        Assert.Equal(new string('a', 40), details.GetProperty("revisionId").GetString());
        Assert.DoesNotContain("hunter", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_trouble()
    {
        using var folder = Samples.Project();
        var outcome = Exslint.RunShell(folder, "\"$EXSLINT\" check --format sarif | true");
        Assert.Equal(new Outcome(0, "", ""), outcome);
    }

    [Fact]
    public void A_full_device_is_one_line_and_exit_code_2()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using var folder = Samples.Project();
        var outcome = Exslint.RunShell(folder, "\"$EXSLINT\" check > /dev/full");
        Assert.Equal(new Outcome(2, "", "exslint: error: input or output failed: no space left on the device\n"), outcome);
    }

    [Theory]
    [InlineData("\"$EXSLINT\" check none.exs 2>&-", 2)]
    [InlineData("\"$EXSLINT\" check 2>&- >out.txt", 1)]
    [InlineData("\"$EXSLINT\" check >&- 2>&-", 2)]
    public void Closed_streams_are_no_crash(string line, int exitCode)
    {
        using var folder = Samples.Project();
        Assert.Equal(new Outcome(exitCode, "", ""), Exslint.RunShell(folder, line));
    }

    [Fact]
    public void A_working_directory_that_is_gone_is_one_line_and_exit_code_2()
    {
        using var folder = Samples.Project();
        var outcome = Exslint.RunShell(folder, "mkdir gone && cd gone && rmdir ../gone && \"$EXSLINT\" check");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("exslint: error: input or output failed: no such file or directory\n", outcome.Error);
    }
}
