using ExsLint.Rules;

namespace ExsLint.Tests.Rules.Phoenix;

/// <summary>What is set for libraries, wherever in a configuration.</summary>
public sealed class LibraryRuleTests
{
    [Theory]
    [InlineData("config :logger, level: :debug", "warning logger-debug/debug")]
    [InlineData("config :logger, level: :all", "warning logger-debug/debug")]
    [InlineData("config :logger, level: :info", "")]
    [InlineData("config :logger, :console, level: :debug", "")]
    [InlineData("config :logger, level: if(System.get_env(\"DEBUG\"), do: :debug, else: :info)", "")]
    [InlineData(
        "config :logger, level: if(System.get_env(\"QUIET\"), do: :info, else: :debug)", "warning logger-debug/debug-default")]
    [InlineData("config :logger, level: String.to_atom(System.get_env(\"LEVEL\") || \"info\")", "")]
    [InlineData(
        "config :logger, level: String.to_atom(System.get_env(\"LEVEL\") || \"debug\")", "warning logger-debug/debug-default")]
    [InlineData("config :logger, level: :debug, compile_time_purge_matching: [[level_lower_than: :info]]", "")]
    [InlineData(
        "config :logger, level: :debug, compile_time_purge_matching: [[application: :foo]]", "warning logger-debug/debug")]
    [InlineData("config :logger, handle_sasl_reports: true", "warning logger-leaks/sasl")]
    [InlineData("config :logger, handle_sasl_reports: false", "")]
    [InlineData("config :absinthe, Absinthe.Logger, filter_variables: [\"card\"]", "warning logger-leaks/variables")]
    [InlineData("config :absinthe, Absinthe.Logger, filter_variables: [\"pass\"]", "warning logger-leaks/variables")]
    [InlineData("config :absinthe, Absinthe.Logger, filter_variables: [\"pass\", \"token\"]", "")]
    [InlineData("config :absinthe, log: false\nconfig :absinthe, Absinthe.Logger, filter_variables: []", "")]
    public void What_goes_to_the_log(string settings, string expected) => Assert.Equal(expected, PhoenixText.InProd(settings));

    [Theory]
    [InlineData("config :shop, Shop.Mailer, tls_options: [verify: :verify_none]", "error tls-verify-none/verify")]
    [InlineData("config :shop, Shop.Repo, ssl: [verify: :verify_none], hostname: \"db.example\"", "error tls-verify-none/verify")]
    [InlineData("config :ldap, servers: [%{host: \"a.example\", ssl: [verify: :verify_none]}]", "error tls-verify-none/verify")]
    [InlineData("config :shop, Shop.Mailer, tls_verify: :verify_none", "error tls-verify-none/tls-verify")]
    [InlineData("config :shop, :feeds, hackney: [insecure: true]", "error tls-verify-none/insecure")]
    [InlineData("config :shop, :feeds, hackney: [:insecure]", "error tls-verify-none/insecure")]
    [InlineData("config :shop, :http, adapter: [ssl_options: [verify: :verify_none]]", "error tls-verify-none/verify")]
    [InlineData("config :shop, :feeds, accept_invalid_certs: true", "error tls-verify-none/any-certificate")]
    [InlineData("none = [verify: :verify_none]\nconfig :shop, Shop.Mailer, tls_options: none", "error tls-verify-none/verify")]
    [InlineData(
        "if System.get_env(\"X\"), do: config(:shop, Shop.Mailer, tls_options: [verify: :verify_none])",
        "error tls-verify-none/verify-only-if")]
    [InlineData(
        "none = [verify: :verify_none]\nconfig :shop, Shop.Repo, hostname: \"a.example\", ssl: none\n"
            + "config :shop, Shop.ReadRepo, hostname: \"b.example\", ssl: none",
        "error tls-verify-none/verify")]
    [InlineData("config :shop, Shop.Mailer, tls_options: [verify: :verify_none, verify_fun: {Shop.pin(), []}]", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, https: [verify: :verify_none]", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, http: [transport_options: [verify: :verify_none]]", "")]
    [InlineData("config :shop, Shop.Mailer, tls_options: [verify: :verify_peer]", "")]
    [InlineData("config :shop, Shop.Repo, hostname: \"localhost\", ssl: [verify: :verify_none]", "")]
    [InlineData("config :shop, :forms, insecure: true", "")]
    public void Who_answers_has_to_prove_it(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(settings));

    [Theory]
    [InlineData("versions: [:tlsv1, :\"tlsv1.2\"]", "warning tls-old-versions/versions")]
    [InlineData("allowed_tls_versions: [:\"tlsv1.1\"]", "warning tls-old-versions/versions")]
    [InlineData("versions: [:\"tlsv1.2\", :\"tlsv1.3\"]", "")]
    [InlineData("versions: [\"v1\", \"v2\"]", "")]
    [InlineData("cipher_suite: :compatible", "note tls-old-versions/compatible-unknown")]
    [InlineData("cipher_suite: :compatible, versions: [:\"tlsv1.2\"]", "")]
    [InlineData("cipher_suite: :strong", "")]
    [InlineData("secure_renegotiate: false", "warning tls-weak-server/renegotiation")]
    [InlineData("secure_renegotiate: true", "")]
    [InlineData("ciphers: ['RC4-SHA']", "warning tls-weak-server/cipher")]
    [InlineData("ciphers: [~c\"ECDHE-RSA-AES256-GCM-SHA384\", ~c\"ECDHE-RSA-DES-CBC3-SHA\"]", "warning tls-weak-server/cipher")]
    [InlineData("ciphers: [{:rsa, :\"3des_ede_cbc\", :sha}]", "warning tls-weak-server/cipher")]
    [InlineData(
        "ciphers: [%{key_exchange: :rsa, cipher: :null, mac: :sha, prf: :default_prf}]", "warning tls-weak-server/cipher")]
    [InlineData("ciphers: [\"ECDHE-RSA-AES256-GCM-SHA384\"]", "")]
    [InlineData("keyfile: \"priv/cert/selfsigned_key.pem\"", "warning tls-weak-server/development-key")]
    [InlineData("keyfile: \"/etc/shop/key.pem\"", "")]
    public void Options_of_TLS(string options, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd($"config :shop, ShopWeb.Endpoint, https: [{options}]"));

    [Theory]
    [InlineData("plug 1.18.1", "warning tls-old-versions/compatible")]
    [InlineData("plug 1.19.0", "")]
    public void What_compatible_means_depends_on_Plug(string plug, string expected) => Assert.Equal(
        expected,
        PhoenixText.InProd(
            "config :shop, ShopWeb.Endpoint, https: [cipher_suite: :compatible]", RuleProfile.Recommended, plug));

    [Theory]
    [InlineData("http_2_options: [max_reset_stream_rate: nil]", "bandit 1.12.5", "warning http-limits-disabled/resets")]
    [InlineData("http_2_options: [max_reset_stream_rate: nil]", "bandit 1.8.0", "")]
    [InlineData("http_2_options: [max_reset_stream_rate: nil]", "plug 1.19.0", "warning http-limits-disabled/resets")]
    [InlineData("http_2_options: [max_reset_stream_rate: {500, 10_000}]", "bandit 1.12.5", "")]
    [InlineData("websocket_options: [max_frame_size: 0]", "bandit 1.12.5", "warning http-limits-disabled/size")]
    [InlineData("websocket_options: [max_frame_size: 0]", "bandit 1.10.4", "")]
    [InlineData("websocket_options: [max_frame_size: 0]", "plug 1.19.0", "note http-limits-disabled/size-unknown")]
    [InlineData("websocket_options: [max_fragmented_message_size: 0]", "bandit 1.12.5", "warning http-limits-disabled/size")]
    [InlineData("other: [max_frame_size: 0]", "bandit 1.12.5", "")]
    public void Limits_of_Bandit(string options, string dependency, string expected) => Assert.Equal(
        expected,
        PhoenixText.InProd($"config :shop, ShopWeb.Endpoint, http: [{options}]", RuleProfile.Recommended, dependency));

    [Fact]
    public void A_fix_for_a_library_is_written_to_the_environments_own_file()
    {
        var result = PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("config/config.exs",
                    "import Config\nconfig :shop, ShopWeb.Endpoint, url: []\nconfig :logger, level: :debug\nimport_config "
                        + "\"prod.exs\"\n"),
                ("config/prod.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, server: true\n"),
                ("config/runtime.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, http: [port: 4000]\n"),
            ]);
        var edit = Assert.Single(Assert.Single(result.Diagnostics).Fix!.Resolve()!.Edits);
        Assert.Equal("config/prod.exs", edit.File.Path);
    }
}
