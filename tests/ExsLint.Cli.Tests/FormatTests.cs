using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary>The formats of <c>exslint check</c>, and what goes with them.</summary>
public sealed class FormatTests
{
    [Fact]
    public void The_full_report_is_plain_where_there_is_no_terminal()
    {
        var outcome = Check("--format", "full");
        Assert.StartsWith("config/prod.exs:3:19: error: syntax-error\n", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 finding: 1 error. Fixes: 0 safe, 0 unsafe, 1 by hand.\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void Quiet_leaves_the_closing_line_out()
    {
        var full = Check("--format", "full").Output;
        var quiet = Check("--format", "full", "--quiet").Output;
        Assert.EndsWith("^\n\n", quiet, StringComparison.Ordinal);
        Assert.StartsWith(quiet, full, StringComparison.Ordinal);
        Assert.Equal("", Check("--quiet").Closing);
    }

    [Theory]
    [InlineData("concise")]
    [InlineData("github")]
    public void A_report_of_lines_is_closed_on_standard_error(string format)
    {
        var outcome = Check("--format", format);
        Assert.Equal("exslint: notice: 1 finding: 1 error. Fixes: 0 safe, 0 unsafe, 1 by hand.\n", outcome.Closing);
        Assert.DoesNotContain("1 finding", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_analysed_nothing_is_counted()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("", Exslint.Run(folder, "check").Closing);
        Assert.Equal("", Exslint.Run(folder, "check", "none.exs").Closing);
    }

    [Fact]
    public void Quiet_does_not_mention_that_there_is_nothing_to_analyse()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "--quiet"));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("concise")]
    [InlineData("github")]
    public void Statistics_follow_the_report(string format)
    {
        var report = Check("--format", format);
        var outcome = Check("--format", format, "--statistics");
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith(report.Output + "\n1  error", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Samples.Rule, outcome.Output[report.Output.Length..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Statistics_of_a_document_go_to_standard_error(string format)
    {
        var report = Check("--format", format);
        var outcome = Check("--format", format, "--statistics");
        Assert.Equal(report.Output, outcome.Output);
        Assert.StartsWith("1  error", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_of_nothing_are_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", Samples.Clean);
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "--statistics"));
    }

    [Fact]
    public void GitHub_gets_the_concise_lines_and_commands()
    {
        var lines = Check("--format", "github").Output.Split('\n');
        Assert.StartsWith("config/prod.exs" + Samples.Finding, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("::error file=config/prod.exs,line=3,endLine=3,col=19,endColumn=", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_is_the_same_every_time_and_names_no_place_of_the_machine()
    {
        using var folder = Samples.Project();
        var outcome = Exslint.Run(folder, "check", "--format", "json");
        using var report = JsonDocument.Parse(outcome.Output);
        Assert.Equal(Samples.Rule, report.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.DoesNotContain(folder.Root, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Exslint.Run(folder, "check", "--format", "json"));
        Assert.Equal(1, outcome.ExitCode);
    }

    private static Outcome Check(params string[] arguments)
    {
        using var folder = Samples.Project();
        return Exslint.Run(folder, ["check", .. arguments]);
    }
}
