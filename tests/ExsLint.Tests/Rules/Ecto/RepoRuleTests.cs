using ExsLint.Rules;
using ExsLint.Tests.Rules.Phoenix;

namespace ExsLint.Tests.Rules.Ecto;

/// <summary>Repositories, mailers and storages: how they are reached, and what of them is for tests.</summary>
public sealed class RepoRuleTests
{
    private const string Repo = "config :shop, Shop.Repo, ";
    private const string Far = "hostname: \"db.example\", ";

    [Theory]
    [InlineData(Far + "ssl: false", "warning ecto-ssl/remote")]
    [InlineData("url: \"ecto://u@10.1.2.3/shop\", ssl: false", "warning ecto-ssl/remote")]
    [InlineData("url: \"ecto://u@[2001:db8::1]:5432/shop\", ssl: false", "warning ecto-ssl/remote")]
    [InlineData("url: System.get_env(\"DATABASE_URL\"), ssl: false", "note ecto-ssl/environment")]
    [InlineData("hostname: System.get_env(\"DB\"), ssl: false", "note ecto-ssl/environment")]
    [InlineData("url: {:system, \"DATABASE_URL\"}, ssl: false", "note ecto-ssl/environment")]
    [InlineData("url: \"ecto://u@db.example/shop?ssl=true\", ssl: false", "")]
    [InlineData("url: \"ecto://u:p@localhost/shop\", hostname: \"db.example\", ssl: false", "")]
    [InlineData("url: \"ecto://u:p@[::1]/shop\", ssl: false", "")]
    [InlineData("hostname: \"db\", ssl: false", "")]
    [InlineData("hostname: \"127.0.0.1\", ssl: false", "")]
    [InlineData("socket_dir: \"/run/postgresql\", ssl: false", "")]
    [InlineData("ssl: false", "")]
    [InlineData(Far + "pool_size: 1", "")]
    [InlineData(Far + "ssl: System.get_env(\"DB_SSL\") == \"true\"", "")]
    public void Plain_text_to_another_machine(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(Repo + settings));

    [Theory]
    [InlineData(Far + "ssl_opts: [verify: :verify_peer]", "warning ecto-ssl-not-applied/options")]
    [InlineData(Far + "ssl: nil, ssl_opts: [cacertfile: \"a\"]", "warning ecto-ssl-not-applied/options")]
    [InlineData("url: System.get_env(\"URL\"), ssl_opts: [cacertfile: \"a\"]", "note ecto-ssl-not-applied/options-url")]
    [InlineData("url: \"ecto://db.example/shop?sslmode=require\"", "warning ecto-ssl-not-applied/sslmode")]
    [InlineData("url: \"ecto://db.example/shop?pool_size=1&sslmode=verify-full\"", "warning ecto-ssl-not-applied/sslmode")]
    [InlineData("url: \"ecto://db.example/shop?sslmode=disable\"", "")]
    [InlineData("url: \"ecto://db.example/shop?sslmode=require&ssl=true\"", "")]
    [InlineData(Far + "ssl_opts: [verify: :verify_none]", "error tls-verify-none/verify")]
    [InlineData(Far + "ssl_opts: []", "")]
    [InlineData("hostname: \"db\", ssl_opts: [verify: :verify_peer]", "")]
    [InlineData(Far + "adapter: Ecto.Adapters.MyXQL, ssl_opts: [verify: :verify_peer]", "")]
    [InlineData(Far + "ssl: [verify: :verify_peer]", "")]
    [InlineData(Far + "ssl: true, ssl_opts: [verify: :verify_peer]", "")]
    [InlineData(Far + "ssl: true, ssl_opts: [cacertfile: \"a\"]", "warning ecto-ssl-unverified/options")]
    [InlineData(Far + "ssl: true, ssl_opts: [verify: :verify_none]", "error tls-verify-none/verify")]
    public void Options_that_are_not_read_or_lack_something(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(Repo + settings));

    [Theory]
    [InlineData("postgrex 0.17.5", "warning ecto-ssl-unverified/version")]
    [InlineData("postgrex 0.20.0", "warning ecto-ssl-unverified/version")]
    [InlineData("postgrex 0.21.0", "")]
    [InlineData("myxql 0.7.0", "")]
    public void What_true_verifies_depends_on_the_driver(string dependency, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(Repo + Far + "ssl: true", RuleProfile.Recommended, dependency));

    [Fact]
    public void Without_a_lock_the_strict_hear_of_it()
    {
        const string Settings = "config :shop, ShopWeb.Endpoint, force_ssl: [hsts: true]\n" + Repo + Far + "ssl: true";
        Assert.Equal("", PhoenixText.InProd(Settings));
        Assert.Equal("note ecto-ssl-unverified/unknown", PhoenixText.InProd(Settings, RuleProfile.Strict));
    }

    [Theory]
    [InlineData("show_sensitive_data_on_connection_error: true", "warning ecto-show-sensitive/on")]
    [InlineData("show_sensitive_data_on_connection_error: false", "")]
    [InlineData("show_sensitive_data_on_connection_error: config_env() == :dev", "")]
    [InlineData("pool: Ecto.Adapters.SQL.Sandbox", "warning test-hooks-in-prod/pool")]
    [InlineData("pool: DBConnection.ConnectionPool", "")]
    public void What_is_for_development_or_tests(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(Repo + settings));

    [Theory]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: \"smtp.example\", tls: :never", "warning mailer-tls/never")]
    [InlineData("adapter: Bamboo.SMTPAdapter, server: \"smtp.example\", tls: :never", "warning mailer-tls/never")]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: System.get_env(\"RELAY\"), tls: :never", "warning mailer-tls/never")]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: \"smtp.example\", tls: :if_available", "note mailer-tls/optional")]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: \"smtp.example\", tls: :always", "")]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: \"smtp.example\", tls: :never, ssl: true", "")]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: \"localhost\", tls: :never", "")]
    [InlineData("adapter: Swoosh.Adapters.SMTP, relay: \"mailhog\", tls: :never", "")]
    [InlineData("adapter: Swoosh.Adapters.Mailgun, tls: :never", "")]
    [InlineData("adapter: Swoosh.Adapters.Test", "warning test-hooks-in-prod/mailer")]
    [InlineData("adapter: Bamboo.LocalAdapter", "warning test-hooks-in-prod/mailer")]
    [InlineData("adapter: Swoosh.Adapters.Local", "warning test-hooks-in-prod/mailer")]
    public void How_mails_are_sent(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd("config :shop, Shop.Mailer, " + settings));

    [Theory]
    [InlineData("config :shop, sql_sandbox: true", "warning test-hooks-in-prod/sandbox")]
    [InlineData("config :shop, sql_sandbox: false", "")]
    [InlineData("config :ex_aws, :s3, scheme: \"http://\"", "warning storage-http/plain")]
    [InlineData("config :ex_aws, :s3, scheme: \"http://\", host: \"s3.example\"", "warning storage-http/plain")]
    [InlineData("config :ex_aws, :s3, scheme: \"http://\", host: \"minio\"", "")]
    [InlineData("config :ex_aws, :s3, scheme: \"http://\", host: \"127.0.0.1\"", "")]
    [InlineData("config :ex_aws, :s3, scheme: \"http://\", host: System.get_env(\"S3\")", "")]
    [InlineData("config :ex_aws, :s3, scheme: \"https://\", host: \"s3.example\"", "")]
    public void Sandboxes_and_storages(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(settings));
}
