namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>A lone file that is no whole configuration is judged by what it says, never by what it lacks.</summary>
public sealed class FragmentTests
{
    [Theory]
    [InlineData("config :pleroma, :instance, name: \"A\"", "")]
    [InlineData("config :pleroma, Pleroma.Web.Endpoint, http: [port: 4001]", "")]
    [InlineData("config :pleroma, Pleroma.Web.Endpoint, url: [port: 443]", "")]
    [InlineData("config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}]", "akkoma-http-ip")]
    [InlineData("config :pleroma, :http_security, sts: false", "akkoma-sts")]
    [InlineData("config :pleroma, Pleroma.Upload, base_url: \"\"", "akkoma-upload-base-url")]
    [InlineData(
        "config :pleroma, Pleroma.Web.Endpoint, url: [host: \"a.example\"]",
        "akkoma-sts akkoma-upload-base-url akkoma-url-scheme")]
    [InlineData(
        "config :pleroma, Pleroma.Web.Endpoint, url: [host: System.fetch_env!(\"HOST\")]", "akkoma-sts akkoma-upload-base-url")]
    [InlineData("config :pleroma, Pleroma.Repo, database: \"akkoma\"", "akkoma-sts akkoma-upload-base-url")]
    public void Is_told_by_neither_host_nor_database(string settings, string rules)
    {
        foreach (var path in new[] { "config-override.exs", "config/prod.secret.exs" })
        {
            var lines = AkkomaText.LintFiles((path, "import Config\n" + settings + "\n"));
            Assert.Equal(rules, string.Join(' ', AkkomaText.Ids(lines).Split(' ').Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void The_last_address_is_the_one_that_Erlang_binds()
    {
        const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint, http: ";
        Assert.Contains(
            "akkoma-http-ip", AkkomaText.Ids(AkkomaText.Lint(Endpoint + "[ip: {127, 0, 0, 1}, port: 1, ip: {0, 0, 0, 0}]")),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "akkoma-http-ip", AkkomaText.Ids(AkkomaText.Lint(Endpoint + "[ip: {0, 0, 0, 0}, port: 1, ip: {127, 0, 0, 1}]")),
            StringComparison.Ordinal);
    }
}
