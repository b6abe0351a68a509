namespace ExsLint.Tests.Rules.Secrets;

/// <summary>What is taken for a secret by its key, and what by its looks.</summary>
public sealed class LiteralSecretTests
{
    private const string Named = "error secrets-literal/named";
    private const string Shaped = "error secrets-literal/shaped";

    [Theory]
    [InlineData("config :shop, :admin_token, \"x\"")]
    [InlineData("config :shop, db_password: \"hunter2\"")]
    [InlineData("config :shop, Shop.Mailer, password: \"hunter2\"")]
    [InlineData("config :shop, Shop.Sms, auth: [keys: [consumer_key: \"a1b2c3\"]]")]
    [InlineData("config :shop, ldap: [bind_pwd: \"hunter2\"]")]
    [InlineData("config :stripity_stripe, api_key: \"hunter2\"")]
    [InlineData("config :shop, client_secret: \"0123456789abcdef0123\"")]
    [InlineData("config :shop, webhook_secret: \"hunter2\"")]
    [InlineData("config :shop, dbpassword: \"hunter2\"")]
    [InlineData("config :shop, apiToken: \"hunter2\"")]
    [InlineData("config :ex_aws, secret_access_key: \"wJalrXUtnFEMIK7MDENGbPxRfiCYzz0123456789\"")]
    [InlineData("config :joken, default_signer: \"hunter2\"")]
    [InlineData("config :joken, hs256: [signer_alg: \"HS256\", key_octet: \"hunter2\"]")]
    [InlineData("config :shop, Shop.Guardian, secret_key: %{\"kty\" => \"oct\", \"k\" => \"hunter2hunter2\"}")]
    [InlineData("config :shop, api_keys: [\"hunter2\"]")]
    [InlineData("config :shop, key: \"0123456789abcdef0123456789abcdef\"")]
    [InlineData("config :shop, cookie: \"0123456789abcdef0123456789abcdef\"")]
    [InlineData("config :shop, basic_auth: [username: \"admin\", password: \"admin\"]")]
    [InlineData("config :web_push_encryption, :vapid_details, public_key: \"BNcR\", private_key: \"hunter2\"")]
    [InlineData("config :shop, client: [headers: [{\"x-api-key\", \"hunter2\"}]]")]
    [InlineData("config :shop, client: [headers: [{\"Authorization\", \"Bearer h1u2n3t4e5r6h7u8n9t0\"}]]")]
    [InlineData("config :shop, client: [hackney: [basic_auth: {\"shop\", \"hunter2\"}]]")]
    [InlineData("config :shop, kafka: [sasl: {:scram_sha_256, \"shop\", \"hunter2\"}]")]
    [InlineData(
        "config :shop, Shop.Vault, ciphers: [default: {Cloak.Ciphers.AES.GCM, tag: \"AES.GCM.V1\", "
            + "key: Base.decode64!(\"3Jnb0hZiHIzHTOih7t2cTEPEpY98Tu1wvQkPfq/XwqE=\")}]")]
    [InlineData("config :shop, Shop.Repo, hostname: \"db.example.org\", username: \"postgres\", password: \"postgres\"")]
    [InlineData("config :shop, Shop.Repo, hostname: \"localhost\", username: \"shop\", password: \"hunter2\"")]
    [InlineData("config :shop, Shop.Repo, username: \"shop\", password: \"password\", hostname: \"db.example.org\"")]
    public void A_text_under_a_secrets_key(string settings) => Assert.Equal(Named, SecretText.InProd(settings));

    [Theory]
    [InlineData("password: ~s(hunter2)")]
    [InlineData("password: ~S(hunter2)")]
    [InlineData("password: 'hunter2'")]
    [InlineData("password: ~c\"hunter2\"")]
    [InlineData("password: \"\"\"\n  hunter2\n  \"\"\"")]
    [InlineData("password: \"hunt\" <> \"er2\"")]
    [InlineData("password: \"hunt#{\"er2\"}\"")]
    [InlineData("password: (if System.get_env(\"STAGE\") == \"live\", do: \"hunter2\", else: nil)")]
    [InlineData("db: %{\"password\" => \"hunter2\"}")]
    [InlineData("db: %{password: \"hunter2\"}")]
    [InlineData("a: [b: [c: [d: %{e: [password: \"hunter2\"]}]]]")]
    [InlineData("servers: [[password: \"hunter2\"]]")]
    [InlineData("servers: [{:db, [password: \"hunter2\"]}]")]
    [InlineData("secret_key: Base.decode64!(\"aHVudGVyMmh1bnRlcjI=\")")]
    [InlineData("secret_key: Base.url_decode64!(\"aHVudGVyMmh1bnRlcjI=\")")]
    [InlineData("secret_key: Base.decode16!(\"68756E74657232\")")]
    public void However_it_is_written(string setting) =>
        Assert.StartsWith(Named, SecretText.InProd($"config :shop, {setting}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("pw = \"hunter2\"\nconfig :shop, password: pw")]
    [InlineData("db = [password: \"hunter2\"]\nconfig :shop, Shop.Repo, db")]
    [InlineData("config :shop, Shop.Repo, Keyword.merge([password: \"hunter2\"], pool_size: 2)")]
    [InlineData("get = fn -> \"hunter2\" end\nconfig :shop, password: get.()")]
    [InlineData("for key <- [:a, :b], do: config(:shop, key, password: \"hunter2\")")]
    public void Wherever_it_comes_from(string settings) => Assert.Equal(Named, SecretText.InProd(settings));

    [Theory]
    [InlineData("note: \"ghp_abcdefghijklmnopqrstuvwxyz0123456789\"")]
    [InlineData("note: \"glpat-abcdefghij0123456789\"")]
    [InlineData("note: \"xoxb-123456789012-abcdefghijklmnop\"")]
    [InlineData("note: \"sk_live_abcdefghij0123456789\"")]
    [InlineData("note: \"https://hooks.slack.com/services/T0123456/B0123456/abcdefghijklmnop\"")]
    [InlineData("note: ~c\"glpat-abcdefghij0123456789\"")]
    [InlineData("note: [\"glpat-abcdefghij0123456789\"]")]
    [InlineData("note: {1, \"glpat-abcdefghij0123456789\"}")]
    [InlineData(
        "note: \"\"\"\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx1y2z3A4b5C6d7E8f9G0h1I2j3K4l5M6\n"
            + "-----END RSA PRIVATE KEY-----\n\"\"\"")]
    [InlineData(
        "note: \"{\\\"private_key\\\": \\\"-----BEGIN PRIVATE KEY-----\\\\nMIIEowIBAAKCAQEAx1y2z3A4b5C6d7E8f9G0h1I2\\\\n\\\"}\"")]
    [InlineData("note: \"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2hvcC1zaG9wLXNob3Atc2hvcC1zaG9w\"")]
    public void A_secret_is_known_by_its_looks(string setting) =>
        Assert.Equal(Shaped, SecretText.InProd($"config :shop, {setting}"));

    [Theory]
    [InlineData("password: \"\"")]
    [InlineData("password: nil")]
    [InlineData("password: \"CHANGEME\"")]
    [InlineData("password: \"change-me-please\"")]
    [InlineData("api_key: \"YOUR_API_KEY\"")]
    [InlineData("api_key: \"your-api-key\"")]
    [InlineData("api_key: \"<api key>\"")]
    [InlineData("api_key: \"{{ api_key }}\"")]
    [InlineData("api_key: \"${API_KEY}\"")]
    [InlineData("api_key: \"xxxxxxxx\"")]
    [InlineData("api_key: \"SHOP_API_KEY\"")]
    [InlineData("token: \"/run/secrets/token\"")]
    [InlineData("secret: \"priv/keys/secret\"")]
    [InlineData("private_key: \"keys/server.pem\"")]
    [InlineData("secret: \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop\"")]
    [InlineData("secret: \"vault:secret/data/shop#key\"")]
    [InlineData("secret: \"ENC[AES256_GCM,data:abc]\"")]
    [InlineData("admin_password: \"$2b$12$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234\"")]
    [InlineData("secret: {:system, \"SECRET\"}")]
    [InlineData("secret_access_key: [{:system, \"AWS_SECRET_ACCESS_KEY\"}, :instance_role]")]
    [InlineData("secret: System.fetch_env!(\"SECRET\")")]
    [InlineData("secret: File.read!(\"/run/secrets/secret\")")]
    [InlineData("secret: :crypto.strong_rand_bytes(32)")]
    [InlineData("password: :prompt")]
    [InlineData("token: {Shop.Tokens, :make, [\"a\"]}")]
    [InlineData("max_tokens: \"4096\"")]
    public void What_is_no_secret(string setting) => Assert.Equal("", SecretText.InProd($"config :shop, {setting}"));

    [Theory]
    [InlineData("reset_password_path: \"/reset\"")]
    [InlineData("reset_password: \"reset\"")]
    [InlineData("token_url: \"https://auth.example.org/token\"")]
    [InlineData("token_endpoint: \"auth\"")]
    [InlineData("token_field: \"token\"")]
    [InlineData("token_audience: \"shop\"")]
    [InlineData("token_header: \"x-token\"")]
    [InlineData("api_v2_temp_token_cookie_key: \"api_v2_temp_token\"")]
    [InlineData("api_v2_temp_token_header_key: \"api-v2-temp-token\"")]
    [InlineData("secret_name: \"shop/db\"")]
    [InlineData("postmark_forgot_password_template: \"1989483\"")]
    [InlineData("access_key_id: \"AKIAABCDEFGHIJKLMNOP\"")]
    [InlineData("aws_access_key: \"AKIAABCDEFGHIJKLMNOP\"")]
    [InlineData("invalid_password: \"wrong\"")]
    [InlineData("cache_key: \"hunter2\"")]
    [InlineData("session: [store: :cookie, key: \"_shop_key\", signing_salt: \"a1b2c3d4\"]")]
    [InlineData("session_cookie: \"_shop\"")]
    [InlineData("public_key: \"BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM\"")]
    [InlineData("recaptcha: [site_key: \"6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI\"]")]
    [InlineData("fields: [password: \"password\", token: \"user_token\"]")]
    [InlineData("token_types: [\"access\", \"refresh\"]")]
    [InlineData("messages: [password: \"The password is too short.\"]")]
    [InlineData("token: \"_csrf_token\"")]
    [InlineData("token: Shop.Token")]
    [InlineData("partition_key: \"a1b2c3d4e5f6a7b8c9d0\"")]
    [InlineData("session_token_key: \"a\"")]
    [InlineData("shop_cookie: \"0123456789abcdef0123456789abcdef\"")]
    [InlineData("algolia: [search_api_key: \"0123456789abcdef0123456789abcdef\"]")]
    [InlineData("contract_token: \"0x3600000000000000000000000000000000000000\"")]
    [InlineData("key: \"01234567-89ab-cdef-0123-456789abcdef\"")]
    public void A_key_that_only_describes_a_secret(string setting) =>
        Assert.Equal("", SecretText.InProd($"config :shop, {setting}"));

    [Theory]
    [InlineData("config :posthog, api_key: \"phc_abcdefghijklmnopqrstuvwxyz0123456789\"")]
    [InlineData("config :stripity_stripe, api_key: \"pk_live_abcdefghij0123456789\"")]
    [InlineData("config :sentry, dsn: \"https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/1\"")]
    [InlineData("config :joken, rs256: [key_pem: \"-----BEGIN PUBLIC KEY-----\\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\"]")]
    [InlineData("config :shop, deploy_key: \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIabcdefgh0123\"")]
    [InlineData(
        "config :shop, api_key: "
            + "\"eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiIsImlzcyI6InN1cGFiYXNlIn0.c2hvcC1zaG9wLXNob3Atc2hvcC1zaG9w\"")]
    public void A_key_that_everyone_may_have(string settings) => Assert.Equal("", SecretText.InProd(settings));

    [Theory]
    [InlineData("hostname: \"localhost\", username: \"postgres\", password: \"postgres\"")]
    [InlineData("hostname: \"127.0.0.1\", username: \"postgres\", password: \"postgres\"")]
    [InlineData("username: \"postgres\", password: \"postgres\"")]
    [InlineData("host: \"localhost\", username: \"guest\", password: \"guest\"")]
    [InlineData("host: \"localhost\", username: \"shop\", password: \"shop\"")]
    public void Defaults_of_a_database_on_this_machine(string settings) =>
        Assert.Equal("", SecretText.InProd($"config :shop, Shop.Repo, {settings}"));

    [Fact]
    public void What_production_overrides_is_silent() => Assert.Equal(
        "",
        SecretText.Brief(
            ("config/config.exs", "import Config\nconfig :shop, token: \"hunter2\"\n"),
            ("config/runtime.exs", "import Config\nconfig :shop, token: System.fetch_env!(\"TOKEN\")\n")));

    [Theory]
    [InlineData(
        "if System.get_env(\"SERVER\"), do: config(:shop, token: System.fetch_env!(\"TOKEN\"))",
        "note secrets-literal/named-unless")]
    [InlineData(
        "if key = System.get_env(\"TOKEN\"), do: config(:shop, token: key)", "error secrets-env-fallback/written-default")]
    public void What_is_overridden_where_the_server_runs_is_a_notice(string runtime, string expected) => Assert.Equal(
        expected,
        SecretText.Brief(
            ("config/config.exs", "import Config\nconfig :shop, token: \"hunter2\"\n"),
            ("config/runtime.exs", $"import Config\n{runtime}\n")));

    [Fact]
    public void What_a_file_out_of_view_may_override_is_a_notice() => Assert.Equal(
        "note secrets-literal/named-conditional",
        string.Join('\n', SecretText.Brief(
            ("config/config.exs", "import Config\nconfig :shop, token: \"hunter2\"\nimport_config \"prod.secret.exs\"\n"))
            .Split('\n').Where(line => line.Contains("secrets-", StringComparison.Ordinal))));

    [Theory]
    [InlineData("dev.exs")]
    [InlineData("test.exs")]
    public void Files_of_other_environments_are_silent(string name) => Assert.Equal(
        "",
        SecretText.Brief(
            ("config/config.exs", "import Config\nimport_config \"#{config_env()}.exs\"\n"),
            ("config/prod.exs", "import Config\nconfig :shop, pool: 1\n"),
            ($"config/{name}", "import Config\nconfig :shop, token: \"hunter2\"\n")));
}
