using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

/// <summary>What an analysis reads and no rule judges.</summary>
public sealed class NotJudgedTests
{
    private const string Beam = "[Service]\nExecStart=/usr/bin/mix phx.server\n";
    private const string Other = "[Service]\nExecStart=/usr/bin/backup\n";

    [Theory]
    [InlineData("def project do\n    [app: :shop, deps: deps()]\n  end\n  defp deps, do: [{:phoenix, \"~> 1.7\", app: false}]")]
    [InlineData("@app :shop\n  def project(), do: [version: \"1.0.0\", app: @app]")]
    [InlineData("def application, do: [app: :other]\n  def project, do: [{:app, 1}] ++ [app: :shop]")]
    public void An_application_has_the_name_that_mix_gives_it(string body) => Assert.Equal(
        ["shop: no rules for this application"],
        Config(
            ("mix.exs", $"defmodule Shop.MixProject do\n  {body}\nend\n"),
            ("config/config.exs", "import Config\nconfig :logger, level: :info\n")));

    [Fact]
    public void Of_an_umbrella_the_applications_count_that_are_configured() => Assert.Equal(
        ["shop: no rules for this application", "shop_web: no rules for this application"],
        Config(
            ("mix.exs", "defmodule U do\n  def project, do: [apps_path: \"apps\"]\nend\n"),
            ("apps/shop/mix.exs", "defmodule S do\n  def project, do: [app: :shop]\nend\n"),
            ("apps/tools/mix.exs", "defmodule T do\n  def project, do: [app: :tools]\nend\n"),
            ("apps/web/mix.exs", "defmodule W do\n  def project, do: [app: :shop_web]\nend\n"),
            ("config/config.exs",
                "import Config\nconfig :shop, a: 1\nconfig :shop_web, a: 1\nconfig :phoenix, :json_library, Jason\n")));

    [Fact]
    public void Of_an_application_that_has_rules_nothing_is_said_where_nothing_is_set() => Assert.Empty(Config(
        ("mix.exs", "defmodule P do\n  def project, do: [app: :pleroma]\nend\n"), ("config/config.exs", "import Config\n")));

    [Fact]
    public void Where_only_libraries_are_configured_the_file_is_named() => Assert.Equal(
        ["config/config.exs: but for secrets and options of libraries"],
        Config(("config/config.exs", "import Config\nconfig :logger, level: :info\n")));

    [Fact]
    public void Of_an_umbrella_the_application_with_the_endpoint_is_judged() => Assert.Equal(
        ["shop: no rules for this application"],
        Config(
            ("mix.exs", "defmodule U do\n  def project, do: [apps_path: \"apps\"]\nend\n"),
            ("apps/shop/mix.exs", "defmodule S do\n  def project, do: [app: :shop]\nend\n"),
            ("apps/web/mix.exs", "defmodule W do\n  def project, do: [app: :shop_web]\nend\n"),
            ("config/config.exs", "import Config\nconfig :shop, a: 1\nconfig :shop_web, ShopWeb.Endpoint, url: []\n")));

    [Theory]
    [InlineData("import Config\nconfig :shop, ShopWeb.Endpoint, url: []\nconfig :ueberauth, Ueberauth, providers: []\n")]
    [InlineData("import Config\nconfig :shop, Shop.Repo, username: \"a\"\n")]
    [InlineData("import Config\nconfig :shop, ecto_repos: [Shop.Repo]\n")]
    [InlineData("import Config\nconfig :pleroma, Pleroma.Repo, username: \"a\"\nconfig :logger, level: :info\n")]
    [InlineData("import Config\n")]
    public void What_has_rules_and_what_configures_nothing_is_left_out(string config) =>
        Assert.Empty(Config(("config/config.exs", config)));

    [Theory]
    [InlineData(
        "backup.service", Other, RuleProfile.Recommended, false,
        "backup.service: does not run the Erlang VM; --profile strict judges it")]
    [InlineData("backup.service", Other, RuleProfile.Strict, false, null)]
    [InlineData("backup.service", Other, RuleProfile.Recommended, true, null)]
    [InlineData("backup.service", "", RuleProfile.Recommended, false, null)]
    [InlineData("shop.service", Beam, RuleProfile.Recommended, false, null)]
    [InlineData("backup.timer", "[Timer]\nOnCalendar=daily\n", RuleProfile.Recommended, false, null)]
    public void A_service_is_judged_if_it_runs_the_virtual_machine_or_was_asked_about(
        string path, string content, RuleProfile profile, bool isNamed, string? expected)
    {
        var result = Linter.Lint(
            new Snapshot(new InMemoryProjectFiles((path, content))),
            new LintTargets([], [path], isNamed ? [path] : null),
            new LintOptions { Profile = profile });
        Assert.Equal(expected is null ? [] : [expected], Describe(result));
    }

    private static IEnumerable<string> Config(params (string Path, string Content)[] files) =>
        Describe(
            Linter.Lint(
                new Snapshot(new InMemoryProjectFiles(files)), new LintTargets(["config/config.exs"], []), new LintOptions()));

    private static IEnumerable<string> Describe(LintResult result) =>
        result.NotJudged.Select(thing => $"{thing.What}: {thing.Why.One}");
}
