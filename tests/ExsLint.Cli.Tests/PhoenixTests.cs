namespace ExsLint.Cli.Tests;

/// <summary>A Phoenix project and the executable: what git tracks, what is fixed, and that no key is shown.</summary>
public sealed class PhoenixTests : IDisposable
{
    private const string Key = "4n-3x4mpl3-0f-4-k3y-th4t-n0b0dy-us3s-4nywh3r3-4nd-th4t-1s-l0ng-3n0ugh";
    private const string Finding =
        "config/prod.secret.exs:5:20: error: Whoever can read this file can sign sessions as any user, because it holds the "
        + "'secret_key_base' of 'prod'. [phoenix-secret-key-base]\n";

    private readonly TemporaryFolder _folder = new();

    public PhoenixTests()
    {
        _folder.Write(
            "config/config.exs",
            "import Config\n\nconfig :shop, ShopWeb.Endpoint,\n  url: [host: \"shop.example\"]\n\n"
                + "import_config \"prod.secret.exs\"\n");
        _folder.Write(
            "config/prod.secret.exs",
            $"import Config\n\nconfig :shop, ShopWeb.Endpoint,\n  debug_errors: true,\n  secret_key_base: \"{Key}\"\n");
    }

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("true", false)]
    [InlineData("git init -q && git add config/config.exs", false)]
    [InlineData("git init -q && git add -A", true)]
    [InlineData("git init -q && printf '*.secret.exs\\n' > .gitignore && git add -A", false)]
    [InlineData("git init -q && printf '*.secret.exs\\n' > .gitignore && git add -f -A && git add -f config", true)]
    [InlineData("git init -q && git add -A && git update-index --index-version 4", true)]
    [InlineData("git init -q && git add -A && echo nonsense > .git/index", false)]
    public void Git_tells_which_files_others_get_to_see(string command, bool isFound)
    {
        Assert.Equal(0, Exslint.RunShell(_folder, command).ExitCode);
        var outcome = Exslint.Run(_folder, "check", "--select", "phoenix-secret-key-base");
        Assert.Equal(new Outcome(isFound ? 1 : 0, isFound ? Finding : "", ""), outcome);
    }

    [LinuxTheory]
    [InlineData("full")]
    [InlineData("concise")]
    [InlineData("github")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void No_format_shows_the_key(string format)
    {
        Exslint.RunShell(_folder, "git init -q && git add -A");
        var outcome = Exslint.Run(_folder, "check", "--format", format);
        Assert.Contains("phoenix-secret-key-base", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, outcome.Output + outcome.Error + outcome.Closing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_safe_fix_is_applied_and_a_suggestion_is_not()
    {
        _folder.Write(
            "config/prod.secret.exs",
            "import Config\n\nconfig :shop, ShopWeb.Endpoint,\n  debug_errors: true,\n  check_origin: false\n");
        var outcome = Exslint.Run(_folder, "fix");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            "import Config\n\nconfig :shop, ShopWeb.Endpoint,\n  debug_errors: false,\n  check_origin: false\n",
            File.ReadAllText(Path.Combine(_folder.Root, "config/prod.secret.exs")));
    }

    [Fact]
    public void What_generators_write_on_purpose_is_for_the_strict()
    {
        _folder.Write("config/prod.secret.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, http: [ip: {0, 0, 0, 0}]\n");
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(_folder, "check"));
        Assert.Equal(
            new Outcome(
                0,
                "config/prod.secret.exs:2:1: notice: Requests over plain HTTP are answered and nothing tells browsers to "
                    + "use https, because 'force_ssl' is not set. [phoenix-force-ssl]\n"
                    + "config/prod.secret.exs:2:44: notice: Whoever reaches this machine can talk to the application in "
                    + "plain HTTP, because 'ip' is '{0, 0, 0, 0}'. [phoenix-public-http]\n",
                ""),
            Exslint.Run(_folder, "check", "--profile", "strict"));
    }
}
