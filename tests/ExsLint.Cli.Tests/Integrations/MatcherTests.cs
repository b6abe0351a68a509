using System.Text.Json;

namespace ExsLint.Cli.Tests.Integrations;

/// <summary><c>exslint matcher</c>, and what GitHub's runner makes of the concise report with it.</summary>
public sealed class MatcherTests
{
    [Theory]
    [InlineData("github")]
    [InlineData("vscode")]
    public void The_matcher_that_is_printed_is_the_one_in_the_repository(string host)
    {
        using var folder = new TemporaryFolder();
        var expected = new Outcome(0, Repository.Read($"grammars/problem-matcher.{host}.json"), "");
        Assert.Equal(expected, Exslint.Run(folder, "matcher", "--for", host));
    }

    [Theory]
    [InlineData("exslint: error: Option '--for' is required; see 'exslint matcher --help'", "matcher")]
    [InlineData("exslint: error: --for takes github, vscode, not 'vim'; see 'exslint matcher --help'", "matcher", "--for", "vim")]
    public void A_host_that_is_not_known_is_refused(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Outcome(2, "", expected + "\n"), Exslint.Run(folder, arguments));
    }

    [Fact]
    public void Every_finding_becomes_an_annotation_on_GitHub()
    {
        using var folder = FindingsOfEveryLevel.Make();
        var matcher = new GitHubMatcher(Exslint.Run(folder, "matcher", "--for", "github").Output);
        var lines = Exslint.Run(folder, "check", "--format", "concise").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(FindingsOfEveryLevel.Expected(folder), lines.Select(line => matcher.Annotate(line, folder.Root)));
    }

    [Theory]
    [InlineData("config/prod.exs:1:2: info: Not one of ours. [some-rule]")]
    [InlineData("config/prod.exs:1: warning: No column. [some-rule]")]
    [InlineData("exslint: warning: config/prod.exs: not valid UTF-8")]
    [InlineData("exslint: notice: not judged: config/a:1:2: error: b [some-rule] (but for secrets and options of libraries)")]
    [InlineData("exslint: notice: 3 findings: 1 error, 2 warnings. Fixes: 1 safe, 0 unsafe, 2 by hand.")]
    public void Lines_of_others_become_none(string line) =>
        Assert.Null(new GitHubMatcher(Repository.Read("grammars/problem-matcher.github.json")).Annotate(line, Repository.Root));

    [Fact]
    public void Both_hosts_read_lines_with_the_same_pattern()
    {
        using var github = JsonDocument.Parse(Repository.Read("grammars/problem-matcher.github.json"));
        using var code = JsonDocument.Parse(Repository.Read("grammars/problem-matcher.vscode.json"));
        Assert.True(JsonElement.DeepEquals(
            github.RootElement.GetProperty("problemMatcher")[0].GetProperty("pattern")[0],
            code.RootElement.GetProperty("pattern")));
    }

    [Fact]
    public void The_task_in_the_documentation_holds_the_matcher_for_VS_Code()
    {
        var page = Repository.Read("docs/editors.md");
        var block = page.Split("```json\n")[1].Split("```")[0];
        using var tasks = JsonDocument.Parse(block);
        using var matcher = JsonDocument.Parse(Repository.Read("grammars/problem-matcher.vscode.json"));
        Assert.True(JsonElement.DeepEquals(
            matcher.RootElement, tasks.RootElement.GetProperty("tasks")[0].GetProperty("problemMatcher")));
    }
}
