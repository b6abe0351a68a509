namespace ExsLint.Cli.Tests;

/// <summary>What a person in front of a terminal sees, and what nobody else does.</summary>
public sealed class TerminalTests
{
    /// <summary>How a colour starts.</summary>
    private const string Color = "\u001b[1;91m";

    /// <summary>How every colour and decoration starts.</summary>
    private const string Style = "\u001b[";

    [TerminalFact]
    public void A_terminal_gets_the_full_report_in_colour()
    {
        var output = OnTerminal("check");
        Assert.Contains($"{Color}error", output, StringComparison.Ordinal);
        Assert.Contains(" config :app, key: }\n", output, StringComparison.Ordinal);
        Assert.Contains("1 finding:", output, StringComparison.Ordinal);
    }

    [TerminalFact]
    public void Nothing_is_sent_to_a_terminal_before_the_first_text()
    {
        Assert.StartsWith("config/prod.exs:3:19: error: ", OnTerminal("check --no-color"), StringComparison.Ordinal);
        Assert.StartsWith("Description:\n", OnTerminal("check --help"), StringComparison.Ordinal);
        Assert.StartsWith("exslint: error: unknown option", OnTerminal("check --bogus"), StringComparison.Ordinal);
        Assert.StartsWith("exslint ", OnTerminal("--version"), StringComparison.Ordinal);
        foreach (var command in new[] { "check", "fix --diff", "rule", "config", "unit none.service" })
        {
            Assert.DoesNotContain("\u001b[?", OnTerminal(command), StringComparison.Ordinal);
        }
    }

    [TerminalFact]
    public void The_exit_code_is_the_same_on_a_terminal()
    {
        using var folder = Samples.Project();
        Assert.Equal(1, Exslint.RunShell(folder, "script -qec '\"$EXSLINT\" check' /dev/null").ExitCode);
    }

    [TerminalFact]
    public void A_chosen_format_is_never_coloured()
    {
        foreach (var format in new[] { "concise", "sarif", "github", "json" })
        {
            var output = OnTerminal($"check --format {format}");
            Assert.Contains(Samples.Rule, output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', output);
        }
    }

    [TerminalFact]
    public void The_option_and_the_environment_switch_colour_off()
    {
        Assert.DoesNotContain(Style, OnTerminal("check --no-color"), StringComparison.Ordinal);
        Assert.DoesNotContain(Style, OnTerminal("rule --no-color"), StringComparison.Ordinal);
        foreach (var variable in new[] { "NO_COLOR=1", "CI=true", "TERM=dumb" })
        {
            var output = OnTerminal("check", variable);
            Assert.DoesNotContain(Style, output, StringComparison.Ordinal);
            Assert.Contains("1 finding: 1 error.", output, StringComparison.Ordinal);
        }
    }

    [TerminalFact]
    public void Variables_that_say_nothing_leave_colour_on()
    {
        Assert.Contains(Color, OnTerminal("check", "NO_COLOR="), StringComparison.Ordinal);
        Assert.Contains(Color, OnTerminal("check", "CI=false"), StringComparison.Ordinal);
    }

    [TerminalFact]
    public void The_report_is_as_wide_as_the_terminal()
    {
        var lines = OnTerminal("rule akkoma-sts --no-color", columns: 60).Split('\n');
        var prose = lines.SkipWhile(line => line != "Why is this bad?").Skip(2).TakeWhile(line => line.Length > 0).ToList();
        Assert.InRange(prose.Max(line => line.Length), 50, 60);
        Assert.DoesNotContain(lines, line => line.StartsWith('#') || line.StartsWith("```", StringComparison.Ordinal));
        Assert.Contains("Level: warning  Fix: unsafe  Profile: recommended", lines);
    }

    [TerminalFact]
    public void A_report_in_a_file_is_concise_and_plain()
    {
        using var folder = Samples.Project();
        Run(folder, "check --output-file out.txt", "", 80);
        Assert.StartsWith(
            "config/prod.exs" + Samples.Finding, File.ReadAllText(folder.PathOf("out.txt")), StringComparison.Ordinal);
        Run(folder, "check --format full --output-file full.txt", "", 80);
        Assert.DoesNotContain('\u001b', File.ReadAllText(folder.PathOf("full.txt")));
    }

    private static string OnTerminal(string arguments, string variable = "", int columns = 80)
    {
        using var folder = Samples.Project();
        return Run(folder, arguments, variable, columns);
    }

    private static string Run(TemporaryFolder folder, string arguments, string variable, int columns) => Exslint.RunShell(
        folder,
        $"unset CI NO_COLOR; TERM=xterm; export TERM; script -qec 'stty cols {columns}; env {variable} \"$EXSLINT\" "
            + $"{arguments}' /dev/null")
        .Output.Replace("\r\n", "\n", StringComparison.Ordinal);
}
