namespace ExsLint.Tests.Rules.Secrets;

/// <summary>Texts that hold while the variable of a secret is not set.</summary>
public sealed class EnvironmentFallbackTests
{
    private const string Finding = "error secrets-env-fallback/written-default";

    [Theory]
    [InlineData("password: System.get_env(\"P\", \"x\")")]
    [InlineData("password: System.get_env(\"P\") || \"x\"")]
    [InlineData("password: System.get_env(\"P\") || \"changethis\"")]
    [InlineData("password: System.get_env(\"P\", \"password\")")]
    [InlineData("password: \"P\" |> System.get_env(\"hunter2\")")]
    [InlineData("password: String.trim(System.get_env(\"P\", \"hunter2\"))")]
    [InlineData("password: System.get_env(\"P\", \"hunter2\") |> String.to_charlist()")]
    [InlineData("secret_key: Base.decode64!(System.get_env(\"K\") || \"aHVudGVyMmh1bnRlcjI=\")")]
    [InlineData("secret_key: Base.decode64!(System.get_env(\"K\", \"aHVudGVyMmh1bnRlcjI=\"))")]
    [InlineData("password: (case System.get_env(\"P\") do nil -> \"hunter2\"; other -> other end)")]
    [InlineData("password: {:system, \"P\", \"hunter2\"}")]
    [InlineData("db: %{\"password\" => System.get_env(\"P\") || \"hunter2\"}")]
    [InlineData("servers: [[password: System.get_env(\"P\", \"hunter2\")]]")]
    [InlineData("value: System.get_env(\"API_TOKEN\", \"hunter2\")")]
    [InlineData("value: System.get_env(\"API_TOKEN\") || \"hunter2\"")]
    public void A_default_of_a_secret(string setting) => Assert.Equal(Finding, SecretText.InProd($"config :shop, {setting}"));

    [Theory]
    [InlineData("p = System.get_env(\"P\") || \"hunter2\"\nconfig :shop, password: p")]
    [InlineData("p = System.get_env(\"P\", \"hunter2\")\nconfig :shop, password: p")]
    [InlineData("get = fn name, other -> System.get_env(name) || other end\nconfig :shop, password: get.(\"P\", \"hunter2\")")]
    [InlineData("get = fn name, other -> System.get_env(name, other) end\nconfig :shop, password: get.(\"P\", \"hunter2\")")]
    public void Wherever_it_comes_from(string settings) => Assert.Equal(Finding, SecretText.InProd(settings));

    [Theory]
    [InlineData("password: System.get_env(\"P\")")]
    [InlineData("password: System.get_env(\"P\", \"\")")]
    [InlineData("password: System.get_env(\"P\", \"none\")")]
    [InlineData("password: System.get_env(\"P\") || nil")]
    [InlineData("password: System.get_env(\"P\") || raise(\"no password\")")]
    [InlineData("password: System.get_env(\"P\") || System.fetch_env!(\"Q\")")]
    [InlineData("api_key: System.get_env(\"KEY_FILE\", \"/run/secrets/key\")")]
    [InlineData("tokens_enabled: System.get_env(\"TOKENS_ENABLED\", \"false\")")]
    [InlineData("tokens: System.get_env(\"TOKENS_ENABLED\", \"yes\") == \"yes\"")]
    [InlineData("token_path: System.get_env(\"TOKEN\", \"a\")")]
    [InlineData("request_id_key: System.get_env(\"REQUEST_ID_BAGGAGE_KEY\", \"request-id\")")]
    [InlineData("interval: System.get_env(\"TOKEN_EXCHANGE_RATE_INTERVAL\", \"10s\")")]
    [InlineData("repo: [hostname: System.get_env(\"H\", \"localhost\"), password: System.get_env(\"P\", \"postgres\")]")]
    [InlineData("name: System.get_env(\"NAME\", \"hunter2\")")]
    public void No_default_that_opens_something(string setting) =>
        Assert.Equal("", SecretText.InProd($"config :shop, {setting}"));
}
