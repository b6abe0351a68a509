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

    [Theory]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("/h")]
    [InlineData("/?")]
    [InlineData("exslint")]
    [InlineData("--version=false")]
    public void Help_is_the_same_however_it_is_asked_for(string argument)
    {
        using var folder = new TemporaryFolder();
        var help = Exslint.Run(folder, "--help");
        Assert.Contains("\n  -?, -h, --help  ", help.Output, StringComparison.Ordinal);
        Assert.Equal(help, Exslint.Run(folder, argument));
        if (argument.Length == 2)
        {
            Assert.Equal(Exslint.Run(folder, "check", "--help"), Exslint.Run(folder, "check", argument));
        }
    }

    [Theory]
    [InlineData("check", "exslint check config/prod.secret.exs")]
    [InlineData("fix", "exslint fix --diff")]
    [InlineData("rule", "exslint rule akkoma-sts")]
    [InlineData("unit", "exslint unit akkoma.service")]
    [InlineData("config", "exslint config --explain")]
    [InlineData("syntax", "exslint syntax --tree")]
    [InlineData("matcher", "exslint matcher --for github")]
    public void Help_has_examples_exit_codes_and_the_place_of_the_documentation(string command, string example)
    {
        using var folder = new TemporaryFolder();
        var outcome = Exslint.Run(folder, command, "--help");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains($"\nExamples:\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"  {example}", outcome.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^Exit codes:\n  0  .+\n(  1  .+\n)?  2  .+\n", outcome.Output);
        Assert.EndsWith(
            $"Documentation:\n  {Product.Url}/blob/main/docs/cli.md#{command}\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"\n## {command}\n", Repository.Read("docs/cli.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_of_help_is_a_command_line_that_there_is()
    {
        using var folder = new TemporaryFolder();
        string[] commands = ["check", "fix", "rule", "unit", "config", "syntax", "matcher"];
        var lines = commands.SelectMany(command => Exslint.Run(folder, command, "--help").Output.Split('\n'))
            .Where(
                line => line.StartsWith("  exslint ", StringComparison.Ordinal) && !line.Contains('[', StringComparison.Ordinal))
            .Select(line => line.Trim().Split("  ")[0]["exslint ".Length..])
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            line => Assert.DoesNotContain("--help'", Exslint.Run(folder, line.Split(' ')).Error, StringComparison.Ordinal));
    }

    [Fact]
    public void The_threshold_of_check_has_two_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", "[Service]\nExecStart=/usr/bin/mix phx.server\n");
        var outcome = Exslint.Run(folder, "check", "--select", "systemd-exposure", "--threshold", "20");
        Assert.Contains("[systemd-exposure]", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Exslint.Run(folder, "check", "--select", "systemd-exposure", "--exposure-threshold", "20"));
    }

    [Theory]
    [InlineData("check", "--baseline")]
    [InlineData("check", "--write-baseline")]
    [InlineData("check", "--output-file")]
    [InlineData("check", "--root")]
    [InlineData("check", "--files-from")]
    [InlineData("check", "--select")]
    [InlineData("check", "--env")]
    [InlineData("fix", "--root")]
    [InlineData("config", "--env-file")]
    [InlineData("config", "--explain")]
    [InlineData("unit", "--systemd-root")]
    [InlineData("syntax", "--files-from")]
    public void An_empty_value_is_an_error_since_a_script_may_have_forgotten_a_variable(string command, string option)
    {
        using var folder = Samples.Project();
        var expected = new Outcome(2, "", $"exslint: error: {option} has an empty value; see 'exslint {command} --help'\n");
        Assert.Equal(expected, Exslint.Run(folder, command, option, "", "."));
        Assert.Equal(expected, Exslint.Run(folder, command, $"{option}=", "."));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("fix")]
    [InlineData("config")]
    [InlineData("unit")]
    [InlineData("rule")]
    [InlineData("syntax", "--tree")]
    public void An_empty_argument_is_an_error(params string[] command)
    {
        using var folder = Samples.Project();
        Assert.Equal(
            new Outcome(2, "", $"exslint: error: an argument is empty; see 'exslint {command[0]} --help'\n"),
            Exslint.Run(folder, [.. command, ""]));
    }

    [Theory]
    [InlineData("[suggest]")]
    [InlineData("[suggest:3]")]
    [InlineData("[env:A=b]")]
    [InlineData("[diagram]")]
    public void What_stands_in_brackets_runs_nothing_but_says_so(string word)
    {
        using var folder = Samples.Project();
        var outcome = Exslint.Run(folder, word, "check", ".");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(word, outcome.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_completion_script_gets_its_words()
    {
        using var folder = new TemporaryFolder();
        var outcome = Exslint.RunShell(folder, $"EXSLINT_COMPLETION=1 '{Exslint.Binary}' '[suggest:2]' 'ch'");
        Assert.Equal(new Outcome(0, "check\nmatcher\n", ""), outcome);
    }

    [Fact]
    public void The_version_is_printed()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Outcome(0, $"exslint {Product.Version}\n", ""), Exslint.Run(folder, "--version"));
    }

    [Theory]
    [InlineData("exslint: error: unknown option '--bogus'; see 'exslint check --help'", "check", "--bogus")]
    [InlineData("exslint: error: unknown command 'chek'; 'check' may be meant; see 'exslint --help'", "chek")]
    [InlineData("exslint: error: unknown command 'a.exs'; 'exslint check a.exs' may be meant; see 'exslint --help'", "a.exs")]
    [InlineData(
        "exslint: error: unknown option '--formt'; '--format' may be meant; see 'exslint check --help'", "check", "--formt",
        "json")]
    [InlineData(
        "exslint: error: unknown option '--formt=json'; '--format' may be meant; see 'exslint check --help'", "check",
        "--formt=json")]
    [InlineData(
        "exslint: error: unknown option '--treshold'; '--threshold' may be meant; see 'exslint unit --help'", "unit",
        "--treshold", "3", "a.service")]
    [InlineData(
        "exslint: error: unknown option '--fro'; '--for' may be meant; see 'exslint matcher --help'", "matcher", "--fro",
        "github")]
    [InlineData(
        "exslint: error: unknown option '--formt'; 'exslint check --format' may be meant; see 'exslint --help'", "--formt")]
    [InlineData("exslint: error: unknown option '--hlep'; '--help' may be meant; see 'exslint rule --help'", "rule", "--hlep")]
    [InlineData("exslint: error: unexpected argument 'b'; see 'exslint rule --help'", "rule", "a", "b")]
    [InlineData("exslint: error: unknown option '-x'; see 'exslint check --help'", "check", "a.exs", "-x")]
    [InlineData(
        "exslint: error: --format takes full, concise, sarif, github, json, not 'xml'; see 'exslint check --help'", "check",
        "--format", "xml")]
    [InlineData(
        "exslint: error: --fail-on takes error, warning, notice, never, not 'info'; see 'exslint check --help'", "check",
        "--fail-on", "info")]
    [InlineData("exslint: error: --env takes a name like prod, not 'a b'; see 'exslint check --help'", "check", "--env", "a b")]
    [InlineData("exslint: error: unknown command 'config/prod.exs'; see 'exslint --help'", "config/prod.exs")]
    [InlineData(
        "exslint: error: Required argument missing for option: '--format'; see 'exslint check --help'", "check", "--format")]
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
        Assert.Contains(
            "\"id\": \"akkoma-secure-cookie-flag\"", Exslint.Run(folder, "rule", "--format", "json").Output,
            StringComparison.Ordinal);
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
