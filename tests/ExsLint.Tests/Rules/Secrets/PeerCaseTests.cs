using ExsLint.Rules;
using ExsLint.Tests.Rules.Phoenix;

namespace ExsLint.Tests.Rules.Secrets;

/// <summary>
/// What the nearest peer (Sobelow 0.15) misses in configurations, and what it flags without cause. Each is one finding here, or
/// none.
/// </summary>
public sealed class PeerCaseTests
{
    private const string Endpoint = "config :shop, ShopWeb.Endpoint, url: [host: \"shop.example\", scheme: \"https\"]";

    [Theory]
    [InlineData("config :shop, mail: [smtp: [password: \"hunter2\"]]", "error secrets-literal/named")]
    [InlineData("pw = \"hunter2\"\nconfig :shop, Shop.Mailer, password: pw", "error secrets-literal/named")]
    [InlineData("config :shop, Shop.Mailer, password: ~s(hunter2)", "error secrets-literal/named")]
    [InlineData("config :shop, mail: %{password: \"hunter2\"}", "error secrets-literal/named")]
    [InlineData("config :shop, Shop.Mailer, password: \"hunter#{2}\"", "error secrets-literal/named")]
    [InlineData(
        "config :shop, Shop.Mailer, password: System.get_env(\"P\", \"x\")", "error secrets-env-fallback/written-default")]
    [InlineData(
        "config :shop, Shop.Mailer, password: System.get_env(\"P\") || \"x\"", "error secrets-env-fallback/written-default")]
    [InlineData("config :shop, Shop.Pay, api_key: \"hunter2\"", "error secrets-literal/named")]
    [InlineData("config :shop, Shop.Pay, private_key: \"hunter2\"", "error secrets-literal/named")]
    [InlineData("config :shop, :admin_token, \"x\"", "error secrets-literal/named")]
    [InlineData(
        "config :shop, Shop.Repo, url: \"ecto://shop:hunter2@db.example.org/shop\"", "error secrets-url-credentials/written")]
    [InlineData(
        "config :shop, ShopWeb.Endpoint, force_ssl: false, https: false", "warning phoenix-force-ssl/off")]
    [InlineData("config :shop, ShopWeb.Endpoint, force_ssl: [hsts: false]", "note phoenix-hsts/off")]
    [InlineData("config :shop, ShopWeb.Endpoint, check_origin: false", "warning phoenix-check-origin/off")]
    public void What_it_misses_is_one_finding(string settings, string expected) => Assert.Equal(
        expected,
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("config/config.exs", $"import Config\n{Endpoint}\nimport_config \"prod.exs\"\n"),
                ("config/prod.exs", $"import Config\n{settings}\n"),
            ])));

    [Fact]
    public void A_missing_prod_file() => Assert.Equal(
        "error secrets-literal/named",
        SecretText.Brief(("config/config.exs", "import Config\nconfig :shop, token: \"hunter2\"\n")));

    [Fact]
    public void A_folder_below_the_root() => Assert.Equal(
        "error secrets-literal/named",
        SecretText.Brief(
            ("config/config.exs", "import Config\nimport_config \"mail/smtp.exs\"\n"),
            ("config/mail/smtp.exs", "import Config\nconfig :shop, Shop.Mailer, password: \"hunter2\"\n")));

    [Fact]
    public void The_root_of_an_umbrella() => Assert.Equal(
        "error secrets-literal/named",
        SecretText.Brief(
            ("mix.exs", "defmodule All.MixProject do\n  use Mix.Project\n  def project, do: [apps_path: \"apps\"]\nend\n"),
            ("apps/shop/mix.exs", "defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop]\nend\n"),
            ("config/config.exs", "import Config\nconfig :shop, token: \"hunter2\"\n")));

    [Theory]
    [InlineData("config :shop, reset_password_path: \"/reset\"")]
    [InlineData("config :shop, Shop.Mailer, password: \"CHANGEME\"")]
    [InlineData("if config_env() == :dev do\n  config :shop, Shop.Mailer, password: \"hunter2\"\nend")]
    [InlineData("if Mix.env() == :dev, do: config(:shop, Shop.Mailer, password: \"hunter2\")")]
    public void What_it_flags_without_cause_is_silent(string settings) => Assert.Equal("", SecretText.InProd(settings));
}
