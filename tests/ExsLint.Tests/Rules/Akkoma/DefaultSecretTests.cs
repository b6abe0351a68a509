using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>Keys that everybody knows, and those that are an instance's own.</summary>
public sealed class DefaultSecretTests
{
    // Public: config/config.exs of Akkoma 3.16 and Pleroma 2.7, and config/dokku.exs of Pleroma.
    private const string Published = "aK4Abxf29xU9TTDKre9coZPUgevcVCFQJe/5xP/7Lt4BEif6idBIbjupVbOrbKxl";
    private const string OfDokku = "+S+ULgf7+N37c/lc9K66SMphnjQIRGklTu0BRr2vLm2ZzvK0Z6OH/PE77wlUNtvP";
    private const string PublishedSalt = "U5ELgdEwTD3n1+D5s0rY0AMg8/y1STxZ3Zvsl3bWh+oBcGrYdil0rXqPMRd3Glcq";

    private const string Own = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Repo = "config :pleroma, Pleroma.Repo, database: \"akkoma\", hostname: \"localhost\"\n";
    private const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint, ";

    [Theory]
    [InlineData($"\"{Published}\"", "error", "Anyone can sign sessions")]
    [InlineData($"\"{OfDokku}\"", "error", "in 'config/dokku.exs'")]
    [InlineData("\"lel\"", "error", "has only '3' of the 64 bytes")]
    [InlineData($"System.get_env(\"KEY\", \"{Published}\")", "error", "in 'config/config.exs'")]
    [InlineData("System.get_env(\"KEY\") || \"changeme\"", "error", "has only '8' of the 64 bytes")]
    public void A_key_that_others_know_is_reported_where_it_is_written(string key, string level, string message)
    {
        var line = AkkomaText.Lint(AkkomaTrapTests.Answers + Endpoint + $"secret_key_base: {key}\n");
        Assert.StartsWith("config/prod.secret.exs:5:", line, StringComparison.Ordinal);
        Assert.Contains($": {level}: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.EndsWith(" [akkoma-default-secret]\n", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Published[..8], line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"\"{Own}\"")]
    [InlineData("System.fetch_env!(\"KEY\")")]
    [InlineData("System.get_env(\"KEY\")")]
    [InlineData("{:system, \"KEY\"}")]
    [InlineData("File.read!(\"/run/secrets/key\")")]
    [InlineData("\"${SECRET_KEY_BASE}\"")]
    [InlineData("\"{{ akkoma_secret }}\"")]
    [InlineData("\"<key>\"")]
    public void A_key_of_ones_own_is_fine(string key) =>
        Assert.Equal("", AkkomaText.Lint(AkkomaTrapTests.Answers + Endpoint + $"secret_key_base: {key}\n"));

    [Fact]
    public void The_key_of_upstreams_base_is_reported_where_ones_own_would_be_written() => Assert.Equal(
        "config/prod.secret.exs:2:1: error: Anyone can sign sessions as any user, because 'secret_key_base' is not set and "
            + "upstream's stands in its public sources. [akkoma-default-secret]\n",
        LintOver(AkkomaTrapTests.Answers));

    [Fact]
    public void The_key_of_the_base_of_others_is_their_own() => Assert.Equal(
        "",
        AkkomaText.LintFiles(
            ("config/config.exs", BaseWith(Own, "abcdefgh")),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs", "import Config\n" + AkkomaTrapTests.Answers)));

    [Fact]
    public void A_layer_that_is_not_in_view_may_set_the_key() => Assert.Equal(
        "layer-unknown",
        AkkomaText.Ids(AkkomaText.LintFiles(
            ("config/config.exs", BaseWith(Published, PublishedSalt)), ("config/prod.exs", AkkomaText.Prod))));

    [Theory]
    [InlineData("", RuleProfile.Recommended, null)]
    [InlineData("", RuleProfile.Strict, "is not set, so that it is the one in upstream's public sources.")]
    [InlineData($", live_view: [signing_salt: \"{PublishedSalt}\"]", RuleProfile.Recommended, "in 'config/config.exs'.")]
    [InlineData(", live_view: [signing_salt: \"abcdefgh\"]", RuleProfile.Strict, null)]
    public void With_a_key_of_ones_own_upstreams_salt_is_a_notice(string salt, RuleProfile profile, string? message)
    {
        var tree = new InMemoryProjectFiles(
            ("config/config.exs", BaseWith(Published, PublishedSalt)),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs",
                $"import Config\n{AkkomaTrapTests.Answers}{Endpoint}secret_key_base: \"{Own}\"{salt}\n"));
        var found = Linter
            .Lint(new Snapshot(tree), new LintTargets(["config/config.exs"], []), new LintOptions { Profile = profile })
            .Diagnostics.SingleOrDefault(diagnostic => diagnostic.Rule.Id == "akkoma-default-secret");
        Assert.Equal(message is null ? null : DiagnosticLevel.Note, found?.Level);
        Assert.EndsWith(message ?? "", found?.Message ?? "", StringComparison.Ordinal);
    }

    // A lone file without a host or a database is a part of something: the key may stand elsewhere.
    [Theory]
    [InlineData(AkkomaTrapTests.Answers + Repo, "error")]
    [InlineData(AkkomaTrapTests.Answers, null)]
    [InlineData(Repo, null)]
    [InlineData(AkkomaTrapTests.Answers + Repo + "import_config \"key.exs\"\n", null)]
    [InlineData(AkkomaTrapTests.Answers + Repo + Endpoint + $"secret_key_base: \"{Own}\"\n", null)]
    public void A_lone_file_lacks_the_key_only_if_it_is_whole(string settings, string? level)
    {
        var line = AkkomaText.LintAlone(settings).Split('\n')
            .SingleOrDefault(line => line.EndsWith("[akkoma-default-secret]", StringComparison.Ordinal));
        Assert.Equal(level, line?.Split(": ")[1]);
    }

    [Fact]
    public void A_container_gets_its_key_from_another_file() => Assert.DoesNotContain(
        "akkoma-default-secret",
        AkkomaText.LintFiles(
            ("docker/Dockerfile", ""), ("docker/config.exs", "import Config\n" + AkkomaTrapTests.Answers + Repo)),
        StringComparison.Ordinal);

    private static string LintOver(string secret) => AkkomaText.LintFiles(
        ("config/config.exs", BaseWith(Published, PublishedSalt)),
        ("config/prod.exs", AkkomaText.Prod),
        ("config/prod.secret.exs", "import Config\n" + secret));

    private static string BaseWith(string key, string salt) => AkkomaText.Base.Replace(
        "secure_cookie_flag: true",
        $"secret_key_base: \"{key}\",\n  live_view: [signing_salt: \"{salt}\"],\n  secure_cookie_flag: true",
        StringComparison.Ordinal);
}
