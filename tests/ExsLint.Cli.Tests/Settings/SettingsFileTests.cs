using ExsLint.Cli.Settings;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests.Settings;

/// <summary>What <c>exslint.toml</c> changes.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private const string Errors = "phoenix-debug-errors";
    private const string Public = "phoenix-public-http";

    private readonly TemporaryFolder _folder = new();

    public SettingsFileTests() => WriteProject("");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "", "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData("select = [\"phoenix-debug-errors\"]", "", "error phoenix-debug-errors")]
    [InlineData("select = [\"*-debug-*\"]", "", "error phoenix-debug-errors")]
    [InlineData("select = [\"phoenix-debug-errors\"]", "--select phoenix-check-origin", "warning phoenix-check-origin")]
    [InlineData("ignore = [\"phoenix-check-origin\"]", "", "error phoenix-debug-errors")]
    [InlineData("ignore = [\"phoenix-check-origin\"]", "--ignore phoenix-debug-errors", "warning phoenix-check-origin")]
    [InlineData("ignore = [\"phoenix-check-origin\"]", "--isolated", "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData(
        "extend-select = [\"phoenix-public-http\"]", "",
        "error phoenix-debug-errors, warning phoenix-check-origin, note phoenix-public-http")]
    [InlineData(
        "select = [\"phoenix-debug-errors\"]\nextend-select = [\"phoenix-check-origin\"]", "",
        "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData("levels = { \"phoenix-*\" = \"notice\" }", "", "note phoenix-debug-errors, note phoenix-check-origin")]
    [InlineData(
        "[levels]\nphoenix-check-origin = \"error\"", "", "error phoenix-debug-errors, error phoenix-check-origin")]
    [InlineData("per-file-ignores = { \"config/*.exs\" = [\"phoenix-debug-errors\"] }", "", "warning phoenix-check-origin")]
    [InlineData(
        "per-file-ignores = { \"lib/\" = [\"phoenix-debug-errors\"] }", "",
        "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData("exclude = [\"config\"]", "", "")]
    [InlineData("exclude = [\"config.exs\"]", "config/config.exs", "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData("exclude = [\"config.exs\"]", "--force-exclude config/config.exs", "")]
    [InlineData("env = \"dev\"", "", "warning phoenix-check-origin")]
    [InlineData("env = \"dev\"", "--env prod", "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData(
        "set = { VERBOSE = \"1\" }", "",
        "error phoenix-debug-errors, warning phoenix-check-origin, warning logger-debug")]
    [InlineData("set = { VERBOSE = \"1\" }", "--unset VERBOSE", "error phoenix-debug-errors, warning phoenix-check-origin")]
    [InlineData(
        "", "--set VERBOSE=1", "error phoenix-debug-errors, warning phoenix-check-origin, warning logger-debug")]
    [InlineData(
        "env-file = \"vars\"", "", "error phoenix-debug-errors, warning phoenix-check-origin, warning logger-debug")]
    [InlineData("baseline = \"known.json\"", "", "warning phoenix-check-origin")]
    [InlineData("extends = \"shared/team.toml\"", "", "error phoenix-debug-errors")]
    [InlineData("extends = \"shared/team.toml\"\nignore = [\"phoenix-debug-errors\"]", "", "warning phoenix-check-origin")]
    public void A_key_changes_what_is_found(string settings, string arguments, string expected)
    {
        _folder.Write("shared/team.toml", "ignore = [\"phoenix-check-origin\"]\n");
        _folder.Write("vars", "VERBOSE=1\n");
        Exslint.Run(_folder, "check", "--select", Errors, "--write-baseline", "known.json");
        _folder.Write(SettingsKey.FileName, settings + "\n");
        Assert.Equal(expected, Check(arguments));
    }

    [Theory]
    [InlineData("profile = \"strict\"", "", true)]
    [InlineData("profile = \"strict\"", "--profile recommended", false)]
    [InlineData("profile = \"recommended\"", "", false)]
    public void The_profile_tells_which_rules_run(string settings, string arguments, bool isStrict)
    {
        _folder.Write(SettingsKey.FileName, settings + "\n");
        Assert.Equal(isStrict, Check(arguments).Contains(Public, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exposure-threshold = 20", "", true)]
    [InlineData("exposure-threshold = 20", "--threshold 100", false)]
    [InlineData("exposure-threshold = 100", "", false)]
    public void The_threshold_is_that_of_services(string settings, string arguments, bool isFound)
    {
        _folder.Write("shop.service", "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n");
        _folder.Write(SettingsKey.FileName, settings + "\n");
        Assert.Equal(isFound, Check(arguments).Contains("systemd-exposure", StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_of_systemd_tells_which_directives_there_are()
    {
        _folder.Write("shop.service", "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nProtectControlGroups=strict\n");
        _folder.Write(SettingsKey.FileName, "systemd-version = 252\n");
        var old = Check("shop.service");
        _folder.Write(SettingsKey.FileName, "systemd-version = 262\n");
        Assert.NotEqual(old, Check("shop.service"));
        Assert.Equal(old, Check("--systemd-version 252 shop.service"));
    }

    [Fact]
    public void Each_project_of_a_run_has_its_own()
    {
        WriteProject("a/");
        WriteProject("b/");
        _folder.Write("a/mix.exs", "defmodule A do\nend\n");
        _folder.Write("b/mix.exs", "defmodule B do\nend\n");
        _folder.Write(SettingsKey.FileName, "ignore = [\"phoenix-check-origin\"]\n");
        _folder.Write("a/exslint.toml", "ignore = [\"phoenix-debug-errors\"]\n");
        Assert.Equal("warning phoenix-check-origin", Check("a"));
        Assert.Equal("error phoenix-debug-errors", Check("b"));
        Assert.Equal("warning phoenix-check-origin, error phoenix-debug-errors", Check("a b"));
        Assert.Equal("error phoenix-debug-errors", Check("--config exslint.toml a"));
    }

    [Fact]
    public void What_is_above_the_repository_is_not_asked()
    {
        WriteProject("repository/");
        _folder.Write(SettingsKey.FileName, "ignore = [\"*\"]\n");
        Exslint.RunShell(_folder, "git init -q repository");
        Assert.Equal("error phoenix-debug-errors, warning phoenix-check-origin", Check("repository"));
    }

    [Fact]
    public void Fix_leaves_alone_what_is_not_reported()
    {
        _folder.Write(SettingsKey.FileName, "per-file-ignores = { \"config/\" = [\"phoenix-debug-errors\"] }\n");
        var before = File.ReadAllText(_folder.PathOf("config/config.exs"));
        Exslint.Run(_folder, "fix", "--unsafe");
        Assert.Equal(before, File.ReadAllText(_folder.PathOf("config/config.exs")));
        Exslint.Run(_folder, "fix", "--isolated");
        Assert.NotEqual(before, File.ReadAllText(_folder.PathOf("config/config.exs")));
    }

    [Fact]
    public void A_comment_is_not_unused_where_settings_ignore_its_rule()
    {
        _folder.Write(
            "config/config.exs",
            "import Config\n# exslint:ignore phoenix-debug-errors -- not ours\nconfig :shop, ShopWeb.Endpoint, url: []\n");
        Assert.Equal("warning suppression-unused", Check(""));
        _folder.Write(SettingsKey.FileName, "per-file-ignores = { \"config/\" = [\"phoenix-debug-errors\"] }\n");
        Assert.Equal("", Check(""));
    }

    [Theory]
    [InlineData("profil = \"strict\"", "1:1: there is no setting 'profil'; 'profile' may be meant")]
    [InlineData("profile = \"lax\"", "1:11: 'profile' takes recommended or strict")]
    [InlineData("profile = 1", "1:11: 'profile' takes a text in quotes")]
    [InlineData(
        "\nselect = [\"phoenix-debug-error\"]",
        "2:11: there is no rule 'phoenix-debug-error'; 'phoenix-debug-errors' may be meant")]
    [InlineData("select = \"a\"", "1:10: 'select' takes a list of texts: [\"...\"]")]
    [InlineData(
        "levels = { \"akkoma-sts\" = \"warn\" }",
        "1:27: a level is error, warning, notice; 'ignore' takes rules that are not to run")]
    [InlineData("levels = 1", "1:10: 'levels' takes a table, such as { \"akkoma-sts\" = \"error\" }")]
    [InlineData("systemd-version = 251", "1:19: 'systemd-version' takes a number from 252 to 262")]
    [InlineData("exposure-threshold = 101", "1:22: 'exposure-threshold' takes a number from 0 to 100")]
    [InlineData("set = { \"1A\" = \"x\" }", "1:9: 'set' takes names of variables")]
    [InlineData("env.a = \"prod\"", "1:1: 'env' has no part 'a'")]
    [InlineData("env = \"a b\"", "1:7: 'env' takes a name like prod")]
    [InlineData(
        "env = \"prd\"",
        "1:1: no configuration knows the environment 'prd': there are dev, prod, test; 'prod' may be meant")]
    [InlineData("[[rules]]\nid = \"a\"", "1:3: there are no tables '[[rules]]', but for '[[rule]]'")]
    [InlineData("extends = \"none.toml\"", "1:1: there is no file 'none.toml' in this tree")]
    [InlineData("extends = \"../other.toml\"", "1:1: there is no file '../other.toml' in this tree")]
    [InlineData("extends = \"exslint.toml\"", "1:1: 'exslint.toml' extends this file in turn")]
    [InlineData("env-file = \"../x\"", "1:1: '../x' is not in this tree")]
    [InlineData("a = \"b\nc = 1", "1:7: not TOML: Invalid newline in a string")]
    [InlineData("[set]\nA = \"hush-7741\"\nA = \"hush-7742\"", "3:1: not TOML: this key stands in the file already")]
    public void What_is_wrong_is_told_with_its_place(string settings, string expected)
    {
        _folder.Write(SettingsKey.FileName, settings + "\n");
        var outcome = Exslint.Run(_folder, "check");
        Assert.Equal(new Outcome(2, "", $"exslint: error: exslint.toml:{expected}\n"), outcome);
    }

    [Fact]
    public void A_file_that_is_no_text_or_leads_elsewhere_is_refused()
    {
        File.WriteAllBytes(_folder.PathOf(SettingsKey.FileName), [0xff, 0xfe, 0x41, 0]);
        Assert.Equal(2, Exslint.Run(_folder, "check").ExitCode);
        File.WriteAllBytes(_folder.PathOf(SettingsKey.FileName), [(byte)'#', 0xff]);
        Assert.Contains("exslint.toml:1:2: not valid UTF-8", Exslint.Run(_folder, "check").Error, StringComparison.Ordinal);
        Assert.Equal(2, Exslint.Run(_folder, "check", "--config", "none.toml").ExitCode);
        Assert.Equal(2, Exslint.Run(_folder, "check", "--config", "x", "--isolated").ExitCode);
    }

    [Fact]
    public void What_holds_is_printed_with_the_line_that_says_so()
    {
        _folder.Write("shared/team.toml", "ignore = [\"phoenix-check-origin\"]\n");
        _folder.Write(
            SettingsKey.FileName,
            "extends = \"shared/team.toml\"\n\nset = { TOKEN = \"hush-7741\" }\nexposure-threshold = 50\n");
        Assert.Equal(
            new Outcome(
                0,
                """
                extends = "shared/team.toml"  # exslint.toml:1
                profile = "recommended"  # default
                env = "prod"  # default
                ignore = ["phoenix-check-origin"]  # shared/team.toml:1
                exposure-threshold = 50  # exslint.toml:4
                set = { "TOKEN" = "***" }  # exslint.toml:3

                """,
                ""),
            Exslint.Run(_folder, "settings", "config/config.exs"));
    }

    [Fact]
    public void A_file_to_start_from_is_written_once_and_changes_nothing()
    {
        var before = Check("");
        Assert.Equal(0, Exslint.Run(_folder, "init").ExitCode);
        Assert.Equal(before, Check(""));
        var written = File.ReadAllText(_folder.PathOf(SettingsKey.FileName));
        Assert.DoesNotContain("systemd-version", written, StringComparison.Ordinal);
        Assert.Equal(2, Exslint.Run(_folder, "init").ExitCode);
        Assert.Equal(written, File.ReadAllText(_folder.PathOf(SettingsKey.FileName)));
    }

    private void WriteProject(string folder) => _folder.Write($"{folder}config/config.exs", """
        import Config
        config :shop, ShopWeb.Endpoint, debug_errors: config_env() == :prod, check_origin: false, http: [ip: {0, 0, 0, 0}]
        config :logger, level: (if System.get_env("VERBOSE") == "1", do: :debug, else: :info)

        """);

    private string Check(string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var outcome = Exslint.Run(_folder, ["check", "--format", "sarif", .. words]);
        Assert.Equal("", outcome.Error);
        return string.Join(", ", Finding.FromSarif(outcome.Output).Select(finding => $"{finding.Level} {finding.Rule}"));
    }
}
