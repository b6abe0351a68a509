namespace ExsLint.Cli.Tests;

/// <summary>An instance of Akkoma and the executable: what is found, what is fixed, and that no secret is shown.</summary>
public sealed class AkkomaTests : IDisposable
{
    private const string SecretFile = "config/prod.secret.exs";
    private const string Token = "4n-3x4mpl3-0f-4-t0k3n-th4t-n0b0dy-us3s";
    private const string Key = "4n-3x4mpl3-0f-4-k3y";

    private readonly TemporaryFolder _folder = new();

    public AkkomaTests() => _folder.Write(
        SecretFile,
        $$"""
        import Config

        config :pleroma, Pleroma.Web.Endpoint,
          url: [host: "social.example", scheme: "https", port: 443],
          secret_key_base: "{{Key}}"

        config :pleroma, Pleroma.Upload, base_url: "https://media.social.example/media/"
        config :pleroma, :http_security, sts: true
        config :pleroma, :admin_token, "{{Token}}"
        config :pleroma, :rate_limit, authentication: nil
        config :pleroma, :instance, healthcheck: true

        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_wrong_with_an_instance_is_one_line_each()
    {
        var outcome = Exslint.Run(_folder, "check");
        string[] lines =
        [
            "5:20: error: Nobody can log in, and what is signed can be forged, because 'secret_key_base' has only "
                + $"'{Key.Length}' of the 64 bytes it needs. [akkoma-default-secret]",
            "9:32: error: Whoever gets to know the 'admin_token' that is written here is an administrator, without an account "
                + "or a second factor. [akkoma-admin-token]",
            "10:47: warning: Passwords can be guessed at any rate, because the limit 'authentication' is 'nil'. "
                + "[akkoma-rate-limit]",
            "11:42: notice: Anyone can ask for the memory, connections and jobs of the server, because 'healthcheck' is 'true'. "
                + "[akkoma-healthcheck]",
        ];
        Assert.Equal(new Outcome(1, string.Concat(lines.Select(line => $"{SecretFile}:{line}\n")), ""), outcome);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("concise")]
    [InlineData("github")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void No_format_shows_a_secret(string format)
    {
        var outcome = Exslint.Run(_folder, "check", "--format", format);
        Assert.Contains("akkoma-admin-token", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, outcome.Output + outcome.Error + outcome.Closing, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, outcome.Output + outcome.Error + outcome.Closing, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_break_something_is_fixed_only_when_asked_for()
    {
        var before = File.ReadAllText(_folder.PathOf(SecretFile));
        Assert.Equal(1, Exslint.Run(_folder, "fix").ExitCode);
        Assert.Equal(before, File.ReadAllText(_folder.PathOf(SecretFile)));
        Assert.Equal(1, Exslint.Run(_folder, "fix", "--unsafe").ExitCode);
        Assert.Equal(
            before.Replace($"\"{Token}\"", "nil", StringComparison.Ordinal)
                .Replace("authentication: nil", "authentication: {60_000, 15}", StringComparison.Ordinal)
                .Replace("healthcheck: true", "healthcheck: false", StringComparison.Ordinal),
            File.ReadAllText(_folder.PathOf(SecretFile)));
    }

    [Fact]
    public void An_instance_in_order_is_silent()
    {
        _folder.Write(
            SecretFile,
            """
            import Config
            config :pleroma, Pleroma.Web.Endpoint, url: [host: "social.example", scheme: "https", port: 443]
            config :pleroma, Pleroma.Upload, base_url: "https://media.social.example/media/"
            config :pleroma, :http_security, sts: true

            """);
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(_folder, "check"));
        Assert.Contains(
            "[akkoma-token-lifetime]", Exslint.Run(_folder, "check", "--profile", "strict").Output, StringComparison.Ordinal);
    }
}
