namespace ExsLint.Cli.Tests;

/// <summary>The command line itself.</summary>
public sealed class UsageTests
{
    [Fact]
    public void Without_a_command_help_is_printed()
    {
        using var folder = new TemporaryFolder();
        var outcome = Exslint.Run(folder);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("check", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Exslint.Run(folder, "--help"));
    }

    [Fact]
    public void The_version_is_printed()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Outcome(0, $"exslint {Product.Version}\n", ""), Exslint.Run(folder, "--version"));
    }

    [Theory]
    [InlineData("exslint: error: unknown option '--bogus'; see 'exslint check --help'", "check", "--bogus")]
    [InlineData("exslint: error: unknown option '-x'; see 'exslint check --help'", "check", "a.exs", "-x")]
    [InlineData("exslint: error: --format takes full, concise, sarif, github, json, not 'xml'; see 'exslint check --help'", "check", "--format", "xml")]
    [InlineData("exslint: error: --fail-on takes error, warning, notice, never, not 'info'; see 'exslint check --help'", "check", "--fail-on", "info")]
    [InlineData("exslint: error: --env takes a name like prod, not 'a b'; see 'exslint check --help'", "check", "--env", "a b")]
    [InlineData("exslint: error: Unrecognized command or argument 'config/prod.exs'; see 'exslint --help'", "config/prod.exs")]
    [InlineData("exslint: error: Required argument missing for option: '--format'; see 'exslint check --help'", "check", "--format")]
    [InlineData("exslint: error: there is no rule 'nope'; 'exslint rule' lists all", "rule", "nope")]
    [InlineData("exslint: error: no file is named; see 'exslint syntax --help'", "syntax", "--quoted")]
    [InlineData("exslint: error: none: no such directory, given by --root", "check", "--root", "none")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.exs", Samples.Clean);
        Assert.Equal(new Outcome(2, "", expected + "\n"), Exslint.Run(folder, arguments));
    }

    [Fact]
    public void Behind_two_dashes_everything_is_a_path()
    {
        using var folder = new TemporaryFolder();
        folder.Write("--bogus.exs", Samples.Faulty);
        Assert.True(Exslint.Run(folder, "check", "--", "--bogus.exs").Reports("--bogus.exs"));
    }

    [Theory]
    [InlineData("rule")]
    [InlineData("@list.exs")]
    public void A_path_is_never_taken_for_something_else(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name == "rule" ? "rule/config/prod.exs" : name, Samples.Faulty);
        var outcome = Exslint.Run(folder, "check", name);
        Assert.True(outcome.Reports(name == "rule" ? "rule/config/prod.exs" : name), outcome.Output + outcome.Error);
    }

    [Fact]
    public void Rules_are_listed_with_level_fix_profile_and_title()
    {
        using var folder = new TemporaryFolder();
        var outcome = Exslint.Run(folder, "rule");
        Assert.Matches("(?m)^akkoma-secure-cookie-flag +error +safe +recommended +[A-Z]", outcome.Output);
        Assert.Contains("\"id\": \"akkoma-secure-cookie-flag\"", Exslint.Run(folder, "rule", "--format", "json").Output, StringComparison.Ordinal);
        Assert.StartsWith("# ", Exslint.Run(folder, "rule", "akkoma-secure-cookie-flag").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_still_yield_a_line_of_syntax()
    {
        using var folder = new TemporaryFolder();
        var outcome = Exslint.RunWithInput(folder, "none \"é\".exs\n\n", "syntax", "--quoted", "--files-from", "-");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("exslint: error: none \"é\".exs: no such file or directory\n", outcome.Error);
        using var line = System.Text.Json.JsonDocument.Parse(outcome.Output);
        Assert.Equal("none \"é\".exs", line.RootElement.GetProperty("path").GetString());
        Assert.False(line.RootElement.GetProperty("ok").GetBoolean());
    }
}
