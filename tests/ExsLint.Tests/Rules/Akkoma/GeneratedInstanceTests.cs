namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>
/// A file in the shape in which <c>mix pleroma.instance gen</c> writes it (Akkoma 3.16 and Pleroma 2.7,
/// priv/templates/sample_config.eex): beyond the hardening guide it gets nothing above a notice.
/// </summary>
public sealed class GeneratedInstanceTests
{
    private const string Generated = """
        import Config

        config :pleroma, Pleroma.Web.Endpoint,
          url: [host: "social.example", scheme: "https", port: 443],
          http: [ip: {127, 0, 0, 1}, port: 4000],
          secret_key_base: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          live_view: [signing_salt: "abcdefgh"],
          signing_salt: "hgfedcba"

        config :pleroma, :instance,
          name: "An example",
          email: "admin@social.example",
          notify_email: "admin@social.example",
          limit: 5000,
          registrations_open: true

        config :pleroma, :media_proxy,
          enabled: false,
          redirect_on_failure: true

        config :pleroma, Pleroma.Repo,
          adapter: Ecto.Adapters.Postgres,
          username: "instance",
          password: "example",
          database: "instance",
          hostname: "localhost"

        config :web_push_encryption, :vapid_details,
          subject: "mailto:admin@social.example",
          public_key: "example",
          private_key: "example"

        config :pleroma, :database, rum_enabled: false
        config :pleroma, :instance, static_dir: "/var/lib/instance/static"
        config :pleroma, Pleroma.Uploaders.Local, uploads: "/var/lib/instance/uploads"
        config :joken, default_signer: "example"
        config :pleroma, configurable_from_database: true
        config :pleroma, Pleroma.Upload, filters: [], base_url: "https://media.social.example/media/"

        """;

    [Theory]
    [InlineData("config/prod.secret.exs", "")]
    [InlineData("etc/akkoma/config.exs", "")]
    [InlineData("etc/pleroma/config.exs", "")]
    [InlineData("config/prod.secret.exs", AkkomaText.Base)]
    public void It_gets_notices_alone(string path, string upstream)
    {
        var lines = upstream.Length == 0
            ? AkkomaText.LintFiles((path, Generated))
            : AkkomaText.LintFiles(("config/config.exs", upstream), ("config/prod.exs", AkkomaText.Prod), (path, Generated));
        Assert.Equal("akkoma-sts akkoma-dead-setting akkoma-database-config", AkkomaText.Ids(lines));
        Assert.All(
            lines.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(": notice: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void It_gets_nothing_without_what_is_old_in_it() => Assert.Equal(
        "",
        AkkomaText.LintFiles(
            ("config/prod.secret.exs",
                Generated.Replace("  enabled: false,\n  redirect_on_failure: true", "  enabled: false", StringComparison.Ordinal)
                    .Replace("configurable_from_database: true", "configurable_from_database: false", StringComparison.Ordinal)
                    + "config :pleroma, :http_security, sts: true\n")));
}
