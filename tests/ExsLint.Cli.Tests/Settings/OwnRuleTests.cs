using ExsLint.Cli.Settings;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests.Settings;

/// <summary>Rules of a team's own.</summary>
public sealed class OwnRuleTests : IDisposable
{
    private const string Pool =
        "[[rule]]\nid = \"acme-pool\"\nsetting = \"*.*Repo.pool_size\"\nmust = \"<= 20\"\nmessage = \"20 at most\"\n";

    private readonly TemporaryFolder _folder = new();

    public OwnRuleTests()
    {
        _folder.Write("config/config.exs", "import Config\n\nconfig :shop, Shop.Repo, pool_size: 50\n");
        _folder.Write(SettingsKey.FileName, Pool);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "warning acme-pool")]
    [InlineData("level = \"notice\"", "note acme-pool")]
    [InlineData("when = { \"shop.Shop.Repo.ssl\" = \"absent\" }", "warning acme-pool")]
    [InlineData("when = { \"shop.Shop.Repo.ssl\" = \"exists\" }", "")]
    [InlineData("when = { \"shop.Shop.Repo.pool_size\" = \"> 40\", \"*.pool_size\" = \"is integer\" }", "warning acme-pool")]
    public void A_key_changes_what_is_found(string key, string expected)
    {
        _folder.Write(SettingsKey.FileName, Pool + key + "\n");
        Assert.Equal(expected, Check());
    }

    [Fact]
    public void Other_keys_and_options_know_it()
    {
        _folder.Write(SettingsKey.FileName, "ignore = [\"acme-*\"]\n" + Pool);
        Assert.Equal("", Check());
        _folder.Write(SettingsKey.FileName, "levels = { \"acme-pool\" = \"error\" }\n" + Pool);
        Assert.Equal("error acme-pool", Check());
        Assert.Equal("", Check("--ignore", "acme-pool"));
        Assert.Equal("error acme-pool", Check("--select", "acme-pool"));
        Assert.Equal(2, Exslint.Run(_folder, "check", "--select", "acme-poll").ExitCode);
        Assert.Contains("acme-pool ", Exslint.Run(_folder, "rule").Output, StringComparison.Ordinal);
        Assert.Contains(
            "'*.*Repo.pool_size' must be '<= 20'", Exslint.Run(_folder, "rule", "acme-pool").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_and_a_baseline_take_its_findings_out()
    {
        Exslint.Run(_folder, "check", "--write-baseline", "known.json");
        Assert.Equal("", Check("--baseline", "known.json"));
        _folder.Write(
            "config/config.exs",
            "import Config\n\n# exslint:ignore acme-pool -- a large database\nconfig :shop, Shop.Repo, pool_size: 50\n");
        Assert.Equal("", Check());
        _folder.Write(
            "config/config.exs",
            "import Config\n\n# exslint:ignore acme-pool -- a large database\nconfig :shop, Shop.Repo, pool_size: 5\n");
        Assert.Equal("warning suppression-unused", Check());
    }

    [Fact]
    public void It_comes_with_what_it_extends()
    {
        _folder.Write("team.toml", Pool);
        _folder.Write(SettingsKey.FileName, "extends = \"team.toml\"\n");
        Assert.Equal("warning acme-pool", Check());
        _folder.Write(SettingsKey.FileName, "extends = \"team.toml\"\n" + Pool.Replace("20\"", "60\"", StringComparison.Ordinal));
        Assert.Equal("", Check());
    }

    [Theory]
    [InlineData("<= 4G", "8G", true)]
    [InlineData("<= 4G", "4096M", false)]
    [InlineData("is true", "yes", false)]
    [InlineData("is true", "off", true)]
    [InlineData("exists", "", true)]
    [InlineData("absent", "1", true)]
    [InlineData("matches ^/opt", "/srv", true)]
    [InlineData("== \"infinity\"", "infinity", false)]
    public void A_directive_of_a_unit_is_judged_by_its_last_assignment(string must, string value, bool isFound)
    {
        _folder.Write(
            "shop.service", $"[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nMemoryMax=1\nMemoryMax={value}\n");
        _folder.Write(
            SettingsKey.FileName,
            "select = [\"acme-*\"]\n[[rule]]\nid = \"acme-memory\"\nunit = \"Service.MemoryMax\"\n"
                + $"must = '{must}'\nmessage = \"m\"\n");
        Assert.Equal(isFound ? "warning acme-memory" : "", Check("shop.service"));
    }

    [Theory]
    [InlineData("id = \"acme-pool\"\nsetting = \"a.b\"\nmust = \"<= 20\"", "1:3: a rule has 'message'")]
    [InlineData(
        "id = \"acme\"\nsetting = \"a.b\"\nmust = \"<= 20\"\nmessage = \"m\"",
        "2:6: an id is words with hyphens between them, such as acme-pool-size")]
    [InlineData(
        "id = \"akkoma-sts\"\nsetting = \"a.b\"\nmust = \"<= 20\"\nmessage = \"m\"",
        "2:6: 'akkoma-sts' is a rule of ExsLint")]
    [InlineData(
        "id = \"a-b\"\nsetting = \"a\"\nmust = \"<= 20\"\nmessage = \"m\"",
        "3:11: a setting is an application and keys with dots between them, the last one without '*'")]
    [InlineData(
        "id = \"a-b\"\nsetting = \"a.b\"\nmust = \"<= :a\"\nmessage = \"m\"",
        "4:8: what is required compares with a number")]
    [InlineData(
        "id = \"a-b\"\nsetting = \"a.b\"\nmust = \"20\"\nmessage = \"m\"",
        "4:8: what is required starts with ==, !=, <, <=, >, >=, in, not in or matches, or is exists, absent, "
            + "or 'is' and a kind")]
    [InlineData("id = \"a-b\"\nmust = \"exists\"\nmessage = \"m\"", "1:3: a rule has either 'setting' or 'unit'")]
    [InlineData(
        "id = \"a-b\"\nunit = \"MemoryMax\"\nmust = \"exists\"\nmessage = \"m\"",
        "3:8: a directive of a unit is its section and its name with a dot between them: Service.MemoryMax")]
    [InlineData(
        "id = \"a-b\"\nseting = \"a.b\"\nmust = \"exists\"\nmessage = \"m\"",
        "3:1: a rule has no 'seting'; 'setting' may be meant")]
    [InlineData("id = \"a-b\"\nsetting = \"a.b\"\nmust = \"exists\"\nmessage = \" \"", "5:11: 'message' is a sentence")]
    [InlineData(
        "id = \"a-b\"\nsetting = \"a.b\"\nmust = \"exists\"\nmessage = \"m\"\nlevel = \"bad\"",
        "6:9: a level is error, warning, notice")]
    [InlineData(
        "id = \"a-b\"\nsetting = \"a.b\"\nmust = \"exists\"\nmessage = \"m\"\nwhen = 1",
        "6:8: 'when' takes a table, such as { \"logger.level\" = \"== :debug\" }")]
    public void What_is_wrong_is_told_with_its_place(string rule, string expected)
    {
        _folder.Write(SettingsKey.FileName, $"[[rule]]\n{rule}\n");
        var error = Exslint.Run(_folder, "check").Error;
        Assert.StartsWith($"exslint: error: exslint.toml:{expected}\n", error, StringComparison.Ordinal);
    }

    private string Check(params string[] arguments)
    {
        var outcome = Exslint.Run(_folder, ["check", "--format", "sarif", .. arguments]);
        Assert.Equal("", outcome.Error);
        return string.Join(", ", Finding.FromSarif(outcome.Output).Select(finding => $"{finding.Level} {finding.Rule}"));
    }
}
