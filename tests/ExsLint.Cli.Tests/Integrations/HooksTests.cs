using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ExsLint.Cli.Tests.Integrations;

/// <summary>What <c>.pre-commit-hooks.yaml</c> offers.</summary>
public sealed class HooksTests
{
    [Fact]
    public void There_is_a_hook_that_builds_ExsLint_and_one_that_takes_it_from_the_PATH()
    {
        var hooks = Hooks().ToDictionary(hook => hook["id"].Text(), hook => (hook["language"].Text(), hook["entry"].Text()));
        Assert.Equal(
            new Dictionary<string, (string, string)>
            {
                ["exslint-check"] = ("dotnet", "exslint check"),
                ["exslint-check-system"] = ("system", "exslint check"),
                ["exslint-fix"] = ("dotnet", "exslint fix"),
                ["exslint-fix-system"] = ("system", "exslint fix"),
            },
            hooks);
    }

    [Theory]
    [InlineData("config/prod.exs")]
    [InlineData("apps/web/config/runtime.exs")]
    [InlineData("rel/env.exs")]
    [InlineData("installation/akkoma.service")]
    [InlineData("akkoma@.service")]
    [InlineData("systemd/akkoma.service.d/override.conf")]
    [InlineData("backup.timer")]
    public void Files_that_walking_would_find_are_passed(string path) =>
        Assert.All(Hooks(), hook => Assert.True(Passes(hook, path)));

    [Theory]
    [InlineData("mix.exs")]
    [InlineData("config/mix.exs")]
    [InlineData("test/config/prod.exs")]
    [InlineData("deps/phoenix/config/config.exs")]
    [InlineData("config/some_test.exs")]
    [InlineData("config/.formatter.exs")]
    [InlineData("priv/repo/seeds.exs")]
    [InlineData("lib/app.ex")]
    [InlineData("nginx.conf")]
    [InlineData("docs/akkoma.service.md")]
    public void Other_files_are_not(string path) => Assert.All(Hooks(), hook => Assert.False(Passes(hook, path)));

    private static IEnumerable<YamlNode> Hooks() => Yaml.Parse(Repository.Read(".pre-commit-hooks.yaml")).Entries();

    private static bool Passes(YamlNode hook, string path) =>
        Regex.IsMatch(path, hook["files"].Text()) && !Regex.IsMatch(path, hook["exclude"].Text());
}
