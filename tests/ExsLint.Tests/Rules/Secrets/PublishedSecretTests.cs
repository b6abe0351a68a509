using ExsLint.Frameworks.Published;
using ExsLint.Rules;
using ExsLint.Tests.Rules.Phoenix;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Rules.Secrets;

/// <summary>Secrets that stand in the repository of a project.</summary>
public sealed class PublishedSecretTests
{
    private const string Finding = "error secrets-published/published";
    private const string Guardian = "config :mobilizon, Mobilizon.Web.Auth.Guardian, secret_key: \"changethis\"";
    private const string Endpoint = "config :mobilizon, Mobilizon.Web.Endpoint, secret_key_base: \"changethis\"";

    [Theory]
    [InlineData(Guardian, Finding)]
    [InlineData(
        "config :mobilizon, Mobilizon.Web.Auth.Guardian, secret_key: System.get_env(\"MOBILIZON_KEY\", \"changethis\")",
        Finding + "-default")]
    [InlineData(
        "config :mobilizon, Mobilizon.Web.Auth.Guardian, secret_key: System.get_env(\"MOBILIZON_KEY\") || \"changethis\"",
        Finding + "-default")]
    [InlineData("config :mobilizon, Mobilizon.Web.Auth.Guardian, secret_key: \"changethat\"", "error secrets-literal/named")]
    [InlineData("config :shop, Shop.Guardian, secret_key: \"changethis\"", "")]
    [InlineData("config :mobilizon, greeting: \"changethis\"", "")]
    public void A_constant_of_a_project(string settings, string expected) =>
        Assert.Equal(expected, SecretText.InProd(settings));

    [Fact]
    public void An_endpoints_key_is_one_finding() => Assert.Equal(
        Finding,
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended, [("config/config.exs", $"import Config\n{Endpoint}\n")])));

    [Fact]
    public void What_production_overrides_is_silent() => Assert.Equal(
        "",
        SecretText.Brief(
            ("config/config.exs", $"import Config\n{Guardian}\n"),
            ("config/runtime.exs",
                "import Config\nconfig :mobilizon, Mobilizon.Web.Auth.Guardian, secret_key: System.fetch_env!(\"KEY\")\n")));

    [Fact]
    public void A_private_file_keeps_no_secret_that_everyone_knows()
    {
        (string, string)[] files =
        [
            ("config/config.exs", "import Config\nimport_config \"prod.secret.exs\"\n"),
            ("config/prod.secret.exs", $"import Config\n{Guardian}\nconfig :mobilizon, token: \"hunter2\"\n"),
        ];
        var tree = new InMemoryProjectFiles(files).Track("config/config.exs");
        var finding = Assert.Single(PhoenixText.Lint(RuleProfile.Recommended, tree, files).Diagnostics);
        Assert.Equal("secrets-published", finding.Rule.Id);
        Assert.Null(finding.Fix);
    }

    [Theory]
    [InlineData("secrets-literal", "token: \"hunter2\"")]
    [InlineData("secrets-url-credentials", "url: \"ecto://shop:hunter2@db.example.org/shop\"")]
    [InlineData("secrets-env-fallback", "token: System.get_env(\"TOKEN\", \"hunter2\")")]
    public void A_private_file_may_hold_secrets_unless_git_tracks_it(string rule, string setting)
    {
        const string Secret = "config/prod.secret.exs";
        (string, string)[] files =
        [
            ("config/config.exs", "import Config\nimport_config \"prod.secret.exs\"\n"),
            (Secret, $"import Config\nconfig :shop, {setting}\n"),
        ];
        var tree = new InMemoryProjectFiles(files).Track("config/config.exs");
        Assert.Empty(PhoenixText.Lint(RuleProfile.Recommended, tree, files).Diagnostics);
        Assert.Equal(
            rule, Assert.Single(PhoenixText.Lint(RuleProfile.Recommended, tree.Track(Secret), files).Diagnostics).Rule.Id);
    }

    [Theory]
    [InlineData("secret_key_base: \"changethis\"")]
    [InlineData("secret_key_base: System.get_env(\"KEY\", \"changethis\")")]
    [InlineData("secret_key_base: \"a\", live_view: [signing_salt: \"b\"], signing_salt: \"c\"")]
    public void Akkoma_has_its_own_rule(string settings) => Assert.DoesNotContain(
        "secrets-",
        SecretText.Brief(("config/config.exs", $"import Config\nconfig :pleroma, Pleroma.Web.Endpoint, {settings}\n")),
        StringComparison.Ordinal);

    [Fact]
    public void The_list_is_open_to_other_rules()
    {
        Assert.Equal("Mobilizon", PublishedSecrets.Find("changethis", "mobilizon")?.Project);
        Assert.Equal("Mobilizon", PublishedSecrets.Find("changethis", variable: "MOBILIZON_INSTANCE_SECRET_KEY")?.Project);
        Assert.Null(PublishedSecrets.Find("changethis", "shop"));
        Assert.Null(PublishedSecrets.Find(""));
    }
}
