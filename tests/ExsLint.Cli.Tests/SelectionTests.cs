namespace ExsLint.Cli.Tests;

/// <summary>Which files and which rules <c>exslint check</c> looks at.</summary>
public sealed class SelectionTests
{
    private const string TwoFindings =
        "import Config\n\nconfig :pleroma, :http_security, sts: false, referrer_policy: \"unsafe-url\"\n";

    [Theory]
    [InlineData("akkoma-sts,akkoma-referrer-policy", "--select", "akkoma-sts,akkoma-referrer-policy")]
    [InlineData("akkoma-sts,akkoma-referrer-policy", "--select", "akkoma-sts", "--select", " akkoma-ref* ")]
    [InlineData("akkoma-sts", "--select", "akkoma-*", "--ignore", "*-policy,*-enabled,akkoma-upload*")]
    [InlineData("", "--select", "systemd-*")]
    [InlineData("", "--ignore", "*")]
    public void Rules_are_chosen_by_id_and_by_pattern(string expected, params string[] arguments)
    {
        using var folder = Project();
        var outcome = Exslint.Run(folder, ["check", .. arguments]);
        Assert.Equal(expected, string.Join(',', Rules(outcome.Output)));
        Assert.Equal((expected.Length > 0 ? 1 : 0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void To_ignore_a_rule_takes_its_lines_away_and_changes_nothing_else()
    {
        using var folder = Project();
        folder.Write("config/prod.secret.exs", "import Config\n\nconfig :pleroma, :http_security, enabled: false, sts: false\n");
        var all = Exslint.Run(folder, "check").Output.Split('\n');
        var ignored = Exslint.Run(folder, "check", "--ignore", "akkoma-http-security-enabled").Output.Split('\n');
        Assert.Contains(all, line => line.EndsWith("[akkoma-http-security-enabled]", StringComparison.Ordinal));
        Assert.Equal(all.Where(line => !line.EndsWith("[akkoma-http-security-enabled]", StringComparison.Ordinal)), ignored);
    }

    [Theory]
    [InlineData("--select takes rules, not ','", "check", "--select", ",")]
    [InlineData(
        "'-' is standard input, and --stdin-filename has to tell which file that is; a file of this name is './-'", "check", "-")]
    [InlineData("--stdin-filename takes '-' as the only path", "check", "--stdin-filename", "config/prod.exs")]
    [InlineData("--stdin-filename takes '-' as the only path", "check", "--stdin-filename", "config/prod.exs", "-", "config")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        using var folder = Project();
        Assert.Equal(
            new Outcome(2, "", $"exslint: error: {message}; see 'exslint check --help'\n"), Exslint.Run(folder, arguments));
    }

    [Theory]
    [InlineData("--select: there is no rule 'akkoma-st'; 'akkoma-sts' may be meant", "check", "--select", "akkoma-st")]
    [InlineData("--ignore: there is no rule 'nonsense'; 'exslint rule' lists all", "check", "--ignore", "akkoma-sts, nonsense")]
    [InlineData("--ignore: no rule matches 'caddy-*'; 'exslint rule' lists all", "check", "--ignore", "caddy-*")]
    public void A_rule_that_nobody_has_is_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        using var folder = Project();
        Assert.Equal(new Outcome(2, "", $"exslint: error: {message}\n"), Exslint.Run(folder, arguments));
    }

    [Theory]
    [InlineData("config/prod.exs\nREADME.md\nmix.exs\n")]
    [InlineData("config/prod.exs\r\n\r\nREADME.md")]
    [InlineData("config/prod.exs\0README.md\0mix.exs\0")]
    public void Paths_come_from_a_list_in_which_other_files_are_passed_over(string list)
    {
        using var folder = Project();
        folder.Write("README.md", "hello");
        folder.Write("mix.exs", Samples.Faulty);
        folder.Write("config/prod.exs", Samples.Faulty);
        folder.Write("config/dev.exs", Samples.Faulty);
        folder.Write("list.txt", list);
        var outcome = Exslint.RunWithInput(folder, list, "check", "--files-from", "-");
        Assert.Equal(
            ["config/prod.exs"],
            outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]));
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(outcome, Exslint.Run(folder, "check", "--files-from", "list.txt"));
    }

    [Fact]
    public void An_empty_list_is_nothing_to_analyse_and_a_missing_file_in_it_is_an_error()
    {
        using var folder = Project();
        Assert.Equal(
            new Outcome(0, "", "exslint: notice: nothing to analyse: no Elixir config files or systemd units found\n"),
            Exslint.RunWithInput(folder, "", "check", "--files-from", "-"));
        Assert.Equal(
            new Outcome(2, "", "exslint: error: none.exs: no such file or directory\n"),
            Exslint.RunWithInput(folder, "none.exs\n", "check", "--files-from", "-"));
        Assert.Equal(
            new Outcome(2, "", "exslint: error: list.txt: no such file or directory\n"),
            Exslint.Run(folder, "check", "--files-from", "list.txt"));
    }

    [Theory]
    [InlineData("config/prod.exs")]
    [InlineData("config/new/../prod.exs")]
    [InlineData("./config/staging.exs")]
    public void Standard_input_is_analysed_as_the_file_it_is_named_after(string name)
    {
        using var folder = Project();
        folder.Write("config/config.exs", "import Config\nimport_config \"prod.exs\"\n");
        folder.Write("config/prod.exs", Samples.Clean);
        var outcome = Exslint.RunWithInput(folder, Samples.Faulty, "check", "--stdin-filename", name, "-");
        Assert.True(outcome.Reports("config/" + Path.GetFileName(name)), outcome.Output + outcome.Error);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(Samples.Clean, File.ReadAllText(folder.PathOf("config/prod.exs")));
    }

    [Fact]
    public void Standard_input_is_judged_in_its_project_and_nothing_else_is_reported()
    {
        using var folder = Project();
        folder.Write(
            "config/config.exs",
            "import Config\nconfig :pleroma, :http_security, enabled: true, sts: false\nimport_config \"prod.exs\"\n");
        folder.Write("config/prod.exs", "import Config\n");
        Assert.Contains("akkoma-sts", Exslint.Run(folder, "check").Output, StringComparison.Ordinal);
        var mended = Exslint.RunWithInput(
            folder, "import Config\nconfig :pleroma, :http_security, sts: true\n", "check", "--stdin-filename", "config/prod.exs",
            "-", "--select", "akkoma-sts");
        Assert.Equal(new Outcome(0, "", ""), mended);
    }

    [Theory]
    [InlineData("akkoma.service", "akkoma.service:1:1: warning: PrivateTmp is not set")]
    [InlineData("akkoma.service.d/override.conf", "akkoma.service.d/override.conf:2:12: warning: PrivateTmp is 'false'")]
    public void Standard_input_may_be_a_unit_or_a_drop_in(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("akkoma.service", "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nPrivateTmp=true\n");
        var text = name == "akkoma.service" ? "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\n"
            : "[Service]\nPrivateTmp=false\n";
        var outcome =
            Exslint.RunWithInput(folder, text, "check", "--stdin-filename", name, "-", "--select", "systemd-private-tmp");
        Assert.StartsWith(expected, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Theory]
    [InlineData("README.md", "exslint: error: README.md: neither an Elixir config file (.exs) nor a systemd unit\n")]
    [InlineData("config", "exslint: error: config: not a file's name\n")]
    [InlineData("", "exslint: error: --stdin-filename has an empty value; see 'exslint check --help'\n")]
    public void A_name_that_says_nothing_of_the_text_is_an_error(string name, string error)
    {
        using var folder = Project();
        Assert.Equal(
            new Outcome(2, "", error), Exslint.RunWithInput(folder, Samples.Clean, "check", "--stdin-filename", name, "-"));
    }

    [Fact]
    public void Standard_input_that_is_binary_is_an_error()
    {
        using var folder = Project();
        Assert.Equal(
            new Outcome(2, "", "exslint: error: config/prod.exs: binary: it holds NUL bytes\n"),
            Exslint.RunWithInput(folder, "a\0b", "check", "--stdin-filename", "config/prod.exs", "-"));
    }

    // What the link leads to is not read, and neither is the link that another text would have to replace.
    [Theory]
    [InlineData("prod.exs")]
    [InlineData("nowhere.exs")]
    [InlineData("../../outside.exs")]
    public void Standard_input_in_the_place_of_a_link_goes_by_the_links_name(string target)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/prod.exs", Samples.Clean);
        File.CreateSymbolicLink(folder.PathOf("config/link.exs"), target);
        var outcome = Exslint.RunWithInput(folder, Samples.Faulty, "check", "--stdin-filename", "config/link.exs", "-");

        Assert.True(outcome.Reports("config/link.exs"), outcome.Output + outcome.Error);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void Another_name_of_the_file_is_not_read_from_standard_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\nimport_config \"prod.exs\"\nimport_config \"link.exs\"\n");
        folder.Write("config/prod.exs", "import Config\nconfig :pleroma, :http_security, enabled: true\n");
        File.CreateSymbolicLink(folder.PathOf("config/link.exs"), "prod.exs");
        string[] arguments = ["check", "--select", "akkoma-http-security-enabled", "--stdin-filename", "config/prod.exs", "-"];

        Assert.Equal(
            new Outcome(0, "", ""),
            Exslint.RunWithInput(folder, "import Config\nconfig :pleroma, :http_security, enabled: false\n", arguments));
    }

    [Fact]
    public void Standard_input_at_a_path_that_is_not_there_is_a_file_to_all_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/config.exs",
            "import Config\nif File.exists?(\"config/new.exs\") do\n  import_config \"new.exs\"\nend\n");

        Assert.Equal(
            new Outcome(
                1,
                "config/new.exs:2:43: error: All HTTP security headers are off, because 'enabled' is 'false'. "
                    + "[akkoma-http-security-enabled]\n",
                ""),
            Exslint.RunWithInput(
                folder, "import Config\nconfig :pleroma, :http_security, enabled: false\n", "check", "--select",
                "akkoma-http-security-enabled", "--stdin-filename", "config/new.exs", "-"));
        Assert.False(File.Exists(folder.PathOf("config/new.exs")));
    }

    [Fact]
    public void Standard_input_that_is_binary_is_no_missing_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\nimport_config \"new.exs\"\n");

        Assert.Equal(
            new Outcome(2, "", "exslint: error: config/new.exs: binary: it holds NUL bytes\n"),
            Exslint.RunWithInput(folder, "a\0b", "check", "--stdin-filename", "config/new.exs", "-"));
    }

    private static IEnumerable<string> Rules(string report) =>
        report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.LastIndexOf('[') + 1)..^1]);

    private static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        folder.Write("config/prod.secret.exs", TwoFindings);
        return folder;
    }
}
