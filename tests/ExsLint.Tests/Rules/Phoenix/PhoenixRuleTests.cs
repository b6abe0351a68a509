using ExsLint.Rules;

namespace ExsLint.Tests.Rules.Phoenix;

/// <summary>What else of a Phoenix application is reported, and what only looks so.</summary>
public sealed class PhoenixRuleTests
{
    private const string Endpoint = "config :shop, ShopWeb.Endpoint, ";

    [Theory]
    [InlineData("[\"card\"]", "warning phoenix-filter-parameters/password")]
    [InlineData("[]", "warning phoenix-filter-parameters/password")]
    [InlineData("[\"Password\"]", "warning phoenix-filter-parameters/password")]
    [InlineData("[\"passwords\"]", "warning phoenix-filter-parameters/password")]
    [InlineData("{:discard, [\"card\"]}", "warning phoenix-filter-parameters/password")]
    [InlineData("[\"pass\"]", "")]
    [InlineData("[\"password\", \"card\"]", "")]
    [InlineData("{:keep, [\"id\"]}", "")]
    [InlineData("[\"password\" | Shop.names()]", "")]
    [InlineData("System.get_env(\"NAMES\", \"\") |> String.split(\",\")", "")]
    public void A_list_that_lets_passwords_through_is_reported(string list, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd($"config :phoenix, :filter_parameters, {list}"));

    [Theory]
    [InlineData("phoenix 1.8.7", "note phoenix-filter-parameters/token")]
    [InlineData("phoenix 1.8.6", "")]
    public void Tokens_matter_where_Phoenix_filters_them(string phoenix, string expected) => Assert.Equal(
        expected,
        PhoenixText.InProd("config :phoenix, :filter_parameters, [\"password\"]", RuleProfile.Recommended, phoenix));

    [Theory]
    [InlineData("config :shop, :session_options, store: :cookie, http_only: false", "warning phoenix-session-cookie/http-only")]
    [InlineData("config :shop, ShopWeb.Session, secure: false", "warning phoenix-session-cookie/secure")]
    [InlineData(Endpoint + "session: [same_site: \"none\"]", "warning phoenix-session-cookie/same-site")]
    [InlineData("config :shop, :session_options, secure: config_env() == :prod", "")]
    [InlineData("config :shop, :session_options, same_site: \"Strict\"", "")]
    [InlineData("config :shop, :mailer, secure: false", "")]
    [InlineData("config :other, :session_options, secure: false", "")]
    public void Options_that_weaken_a_session_are_reported(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(settings));

    [Theory]
    [InlineData("force_ssl: false", "warning phoenix-force-ssl/off")]
    [InlineData("force_ssl: nil", "")]
    [InlineData("force_ssl: [hsts: true]", "")]
    [InlineData("force_ssl: [hsts: false]", "note phoenix-hsts/off")]
    [InlineData("force_ssl: [expires: 0]", "note phoenix-hsts/expires")]
    [InlineData("force_ssl: [hsts: false, expires: 0]", "note phoenix-hsts/off")]
    [InlineData("force_ssl: [host: nil]", "note phoenix-force-ssl-host/any-host")]
    [InlineData("force_ssl: [host: \"shop.example\"]", "")]
    [InlineData("force_ssl: [exclude: [\"shop.example\"]]", "warning phoenix-force-ssl-host/own-host")]
    [InlineData("force_ssl: [exclude: [hosts: [\"shop.example\"]]]", "warning phoenix-force-ssl-host/own-host")]
    [InlineData("force_ssl: [exclude: [paths: [\"/health\"], hosts: [\"localhost\"]]]", "")]
    [InlineData("force_ssl: [exclude: {Shop, :out?, []}]", "")]
    [InlineData("url: [scheme: \"http\"]", "warning phoenix-force-ssl/scheme")]
    [InlineData("url: [scheme: \"http\"], force_ssl: [hsts: true]", "")]
    [InlineData("url: [scheme: \"http\"], force_ssl: false", "warning phoenix-force-ssl/off")]
    [InlineData("url: [scheme: \"http\", host: \"shop.onion\"]", "")]
    [InlineData("url: [scheme: \"http\", host: \"localhost\"]", "")]
    [InlineData("url: [scheme: System.get_env(\"SCHEME\", \"http\")]", "warning phoenix-force-ssl/scheme-default")]
    [InlineData("url: [scheme: System.get_env(\"SCHEME\")]", "")]
    [InlineData("url: [scheme: \"https\"]", "")]
    public void What_keeps_visitors_from_https_is_one_finding(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(Endpoint + settings));

    [Theory]
    [InlineData("phoenix 1.8.2", "warning phoenix-compile-time-setting/stops")]
    [InlineData("phoenix 1.7.21", "warning phoenix-compile-time-setting/ignored")]
    [InlineData("phoenix 1.6.7", "warning phoenix-compile-time-setting/stops")]
    [InlineData("phoenix 1.6.8", "warning phoenix-compile-time-setting/ignored")]
    [InlineData("phoenix 1.4.17", "warning phoenix-compile-time-setting/ignored")]
    [InlineData("plug 1.18.0", "note phoenix-compile-time-setting/depends")]
    public void Force_ssl_in_runtime_comes_too_late(string dependency, string expected) => Assert.Equal(
        expected, PhoenixText.InRuntime(Endpoint + "force_ssl: [hsts: true]", RuleProfile.Recommended, dependency));

    [Fact]
    public void The_compiled_value_once_more_is_no_finding() => Assert.Equal(
        "",
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("config/config.exs", "import Config\n" + Endpoint + "force_ssl: [hsts: true]\n"),
                ("config/runtime.exs", "import Config\n" + Endpoint + "force_ssl: [hsts: true]\n"),
                ("mix.lock", "%{\"phoenix\": {:hex, :phoenix, \"1.8.1\", \"a\", [:mix], [], \"hexpm\", \"b\"}}\n"),
            ])));

    [Fact]
    public void Of_a_lone_runtime_file_nobody_knows_what_was_compiled() => Assert.Equal(
        "",
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended,
            [("config/runtime.exs", "import Config\n" + Endpoint + "debug_errors: true, force_ssl: [hsts: true]\n")])));

    [Theory]
    [InlineData("http: [ip: {0, 0, 0, 0}]", "note phoenix-public-http/wildcard")]
    [InlineData("http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}]", "note phoenix-public-http/wildcard")]
    [InlineData("http: [ip: :any]", "note phoenix-public-http/wildcard")]
    [InlineData("http: [ip: {127, 0, 0, 1}]", "")]
    [InlineData("http: [port: 4000]", "")]
    [InlineData("https: [ip: {0, 0, 0, 0}]", "")]
    [InlineData("live_view: [signing_salt: \"an example\"]", "note phoenix-signing-salt/literal")]
    [InlineData("live_view: [signing_salt: System.fetch_env!(\"SALT\")]", "")]
    [InlineData("http: [ip: {127, 0, 0, 1}], force_ssl: [rewrite_on: [:x_forwarded_for]]", "")]
    public void What_generators_write_on_purpose_is_for_the_strict(string settings, string expected)
    {
        var isAlone = settings.Contains("force_ssl", StringComparison.Ordinal);
        Assert.Equal("", PhoenixText.InProd(Endpoint + settings));
        Assert.Equal(
            expected, PhoenixText.InProd(Endpoint + settings + (isAlone ? "" : ", force_ssl: [hsts: true]"), RuleProfile.Strict));
    }

    [Theory]
    [InlineData(":x_forwarded_for", "address")]
    [InlineData("{:remote_ip, \"x-real-ip\"}", "address")]
    [InlineData(":x_forwarded_host", "host")]
    public void Headers_are_believed_where_anyone_can_write_them(string header, string message) => Assert.Equal(
        $"note phoenix-forwarded-trust/{message}\nnote phoenix-public-http/wildcard",
        string.Join('\n', PhoenixText.InProd(
            Endpoint + $"http: [ip: {{0, 0, 0, 0}}], force_ssl: [rewrite_on: [:x_forwarded_proto, {header}]]",
            RuleProfile.Strict).Split('\n').Order(StringComparer.Ordinal)));

    [Fact]
    public void That_nothing_forces_https_is_for_the_strict()
    {
        Assert.Equal("", PhoenixText.InProd(""));
        Assert.Equal("note phoenix-force-ssl/missing", PhoenixText.InProd("", RuleProfile.Strict));
    }
}
