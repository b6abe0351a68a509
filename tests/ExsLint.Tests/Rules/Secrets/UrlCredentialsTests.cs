namespace ExsLint.Tests.Rules.Secrets;

/// <summary>Passwords in URLs.</summary>
public sealed class UrlCredentialsTests
{
    private const string Finding = "error secrets-url-credentials/written";

    [Theory]
    [InlineData("\"ecto://shop:hunter2@db.example.org/shop\"")]
    [InlineData("\"ecto://postgres:postgres@db/shop\"")]
    [InlineData("\"redis://:hunter2@cache.example.org:6379\"")]
    [InlineData("\"amqps://shop:hun%24ter2@queue.example.org\"")]
    [InlineData("\"postgres://shop:hun/ter2@db.example.org/shop\"")]
    [InlineData("\"https://hooks.example.org/?token=a1b2c3d4\"")]
    [InlineData("~s(ecto://shop:hunter2@db.example.org/shop)")]
    [InlineData("~c\"http://shop:hunter2@proxy.example.org\"")]
    [InlineData("[\"ecto://shop:hunter2@db.example.org/shop\"]")]
    [InlineData("{\"ecto://shop:hunter2@db.example.org/shop\", 1}")]
    [InlineData("\"ecto://shop:hunter2@#{System.fetch_env!(\"HOST\")}/shop\"")]
    [InlineData("\"ecto://#{System.fetch_env!(\"DB_USER\")}:hunter2@db.example.org/shop\"")]
    [InlineData("\"--proxy http://shop:hunter2@proxy.example.org\"")]
    public void A_password_in_a_URL(string value) => Assert.Equal(Finding, SecretText.InProd($"config :shop, url: {value}"));

    [Theory]
    [InlineData("\"ecto://postgres:hunter2@localhost/shop\"")]
    [InlineData("\"ecto://postgres:hunter2@127.0.0.1:5432/shop\"")]
    [InlineData("\"ecto://postgres:hunter2@[::1]/shop\"")]
    [InlineData("\"amqp://guest:guest@localhost\"")]
    [InlineData("\"ecto://USER:PASS@HOST/DATABASE\"")]
    [InlineData("\"https://user:password@example.org\"")]
    [InlineData("\"ecto://shop:CHANGEME@db.example.org/shop\"")]
    [InlineData("\"ecto://shop:${PASSWORD}@db.example.org/shop\"")]
    [InlineData("\"ecto://shop:#{System.fetch_env!(\"PASSWORD\")}@db.example.org/shop\"")]
    [InlineData("\"https://0123456789abcdef@o1.ingest.sentry.io/1\"")]
    [InlineData("\"https://shop.example.org/@user:x/a\"")]
    [InlineData("\"https://shop.example.org:8443/a@b\"")]
    [InlineData("\"https://shop.example.org/?token=#{System.fetch_env!(\"TOKEN\")}\"")]
    [InlineData("\"https://shop.example.org/?token=\"")]
    [InlineData("\"https://accounts.example.org/token\"")]
    [InlineData("System.get_env(\"DATABASE_URL\", \"ecto://postgres:postgres@localhost/shop\")")]
    public void No_password_that_opens_another_machine(string value) =>
        Assert.Equal("", SecretText.InProd($"config :shop, url: {value}"));

    [Theory]
    [InlineData("System.get_env(\"DATABASE_URL\", \"ecto://shop:hunter2@db.example.org/shop\")")]
    [InlineData("System.get_env(\"DATABASE_URL\") || \"ecto://shop:hunter2@db.example.org/shop\"")]
    public void The_default_of_a_variable(string value) =>
        Assert.Equal($"{Finding}-default", SecretText.InProd($"config :shop, url: {value}"));

    [Fact]
    public void A_password_that_is_bound_to_a_variable() => Assert.Equal(
        Finding,
        SecretText.InProd("pw = \"hunter2\"\nconfig :shop, url: \"ecto://shop:#{pw}@#{System.fetch_env!(\"HOST\")}/shop\""));
}
