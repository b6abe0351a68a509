using ExsLint.Rules;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Rules.Phoenix;

/// <summary>Which files may hold the key that signs sessions.</summary>
public sealed class SecretKeyBaseTests
{
    private const string Finding = "error phoenix-secret-key-base/literal";
    private const string Path = "config/prod.exs";

    private static readonly (string, string)[] Files =
    [
        ("config/config.exs",
            "import Config\nconfig :shop, ShopWeb.Endpoint, url: [host: \"shop.example\"]\nimport_config \"prod.exs\"\n"),
        (Path, "import Config\nconfig :shop, ShopWeb.Endpoint, secret_key_base: \"an example, not a key\"\n"),
    ];

    [Theory]
    [InlineData("\"an example, not a key\"", Finding)]
    [InlineData("String.duplicate(\"a\", 64)", Finding)]
    [InlineData("System.fetch_env!(\"SECRET_KEY_BASE\")", "")]
    [InlineData("System.get_env(\"SECRET_KEY_BASE\") || raise \"no key\"", "")]
    [InlineData("{:system, \"SECRET_KEY_BASE\"}", "")]
    [InlineData("File.read!(\"/run/secrets/key\")", "")]
    [InlineData("nil", "")]
    [InlineData("\"\"", "")]
    public void A_literal_is_reported(string value, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd($"config :shop, ShopWeb.Endpoint, secret_key_base: {value}"));

    [Fact]
    public void What_production_overrides_is_not() => Assert.Equal(
        "",
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                .. Files,
                ("config/runtime.exs",
                    "import Config\nconfig :shop, ShopWeb.Endpoint, secret_key_base: System.fetch_env!(\"SECRET_KEY_BASE\")\n"),
            ])));

    [Theory]
    [InlineData(
        "if key = System.get_env(\"KEY\"), do: config(:shop, ShopWeb.Endpoint, secret_key_base: key)",
        "error phoenix-secret-key-base/literal-default")]
    [InlineData(
        "if System.get_env(\"SERVER\"), do: config(:shop, ShopWeb.Endpoint, secret_key_base: System.fetch_env!(\"KEY\"))",
        "note phoenix-secret-key-base/literal-default")]
    [InlineData(
        "if Shop.server?(), do: config(:shop, ShopWeb.Endpoint, secret_key_base: System.fetch_env!(\"KEY\"))",
        "note phoenix-secret-key-base/literal-unless")]
    public void What_is_overridden_where_the_server_runs_is_a_notice(string runtime, string expected) => Assert.Equal(
        expected,
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended, [.. Files, ("config/runtime.exs", $"import Config\n{runtime}\n")])));

    [Fact]
    public void A_tree_without_git_counts_as_tracked() => Assert.Equal(Finding, Lint(new InMemoryProjectFiles(Files)));

    [Fact]
    public void What_git_tracks_is_reported_though_it_ignores_it() =>
        Assert.Equal(Finding, Lint(new InMemoryProjectFiles(Files).Ignore(Path).Track(Path)));

    [Fact]
    public void What_git_ignores_and_does_not_track_is_private()
    {
        Assert.Equal("", Lint(new InMemoryProjectFiles(Files).Ignore(Path).Track("config/config.exs")));
        Assert.Equal("", Lint(new InMemoryProjectFiles(Files).Ignore(Path)));
    }

    [Fact]
    public void A_new_file_counts_as_tracked() => Assert.Equal(Finding, Lint(new InMemoryProjectFiles(Files).Track("README.md")));

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, Finding)]
    public void A_secret_file_is_private_unless_git_tracks_it(bool isTracked, string expected)
    {
        const string Secret = "config/prod.secret.exs";
        (string, string)[] files =
        [
            ("config/config.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, url: []\nimport_config \"prod.secret.exs\"\n"),
            (Secret, Files[1].Item2),
        ];
        var tree = new InMemoryProjectFiles(files).Track("config/config.exs");
        Assert.Equal(
            expected, PhoenixText.Brief(PhoenixText.Lint(RuleProfile.Recommended, isTracked ? tree.Track(Secret) : tree, files)));
    }

    [Fact]
    public void Akkoma_has_its_own_rule() => Assert.DoesNotContain(
        "phoenix-secret-key-base",
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Strict,
            [("config/config.exs",
                Files[1].Item2.Replace(":shop, ShopWeb.", ":pleroma, Pleroma.Web.", StringComparison.Ordinal))])),
        StringComparison.Ordinal);

    private static string Lint(InMemoryProjectFiles tree) =>
        PhoenixText.Brief(PhoenixText.Lint(RuleProfile.Recommended, tree, Files));
}
