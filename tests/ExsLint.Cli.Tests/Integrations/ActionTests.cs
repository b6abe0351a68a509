using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ExsLint.Cli.Tests.Integrations;

/// <summary>The action for GitHub: what it declares, what it passes on, and what its script does.</summary>
public sealed partial class ActionTests
{
    private static readonly YamlNode Action = Yaml.Parse(Repository.Read("action.yml"));

    [Fact]
    public void Every_input_that_is_used_is_declared_and_every_declared_one_is_used() => Assert.Equal(
        Action["inputs"].Keys().Order(StringComparer.Ordinal),
        UsedInput().Matches(Repository.Read("action.yml")).Select(match => match.Groups[1].Value).Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Inputs_reach_the_script_as_variables_and_never_as_its_text() =>
        Assert.All(
            Steps().Select(step => step.Find("run")?.Text() ?? ""),
            script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Fact]
    public void Every_option_that_is_passed_is_one_of_checks_options()
    {
        using var folder = new TemporaryFolder();
        var help = Exslint.Run(folder, "check", "--help").Output;
        var passed = Option().Matches(Step("Check")["run"].Text()).Select(match => match.Value).Distinct().ToArray();
        Assert.Contains("--fail-on", passed);
        Assert.All(passed, option => Assert.Matches($@"(?m)^ +{option}\b", help));
    }

    [Fact]
    public void The_documentation_tells_all_inputs_and_their_defaults()
    {
        var documented = InputRow().Matches(Repository.Read("docs/ci.md"))
            .Select(match => (match.Groups["name"].Value, match.Groups["default"].Value));
        var declared = Action["inputs"].Keys().Select(name => (name, Action["inputs"][name]["default"].Text()));
        Assert.Equal(declared, documented);
    }

    [Fact]
    public void The_workflows_in_the_documentation_use_what_the_action_declares()
    {
        var blocks = Repository.Read("docs/ci.md").Split("```yaml\n").Skip(1).Select(block => Yaml.Parse(block.Split("```")[0]))
            .ToArray();
        var inputs = blocks.SelectMany(block => block.AllNodes.OfType<YamlMappingNode>())
            .Where(step => step.Find("uses")?.Text().StartsWith("exslint/exslint@", StringComparison.Ordinal) == true)
            .SelectMany(step => step["with"].Keys())
            .ToArray();
        Assert.Equal(["fail-on", "upload"], inputs.Order(StringComparer.Ordinal));
        Assert.Subset(Action["inputs"].Keys().ToHashSet(), inputs.ToHashSet());
    }

    [Fact]
    public void Findings_are_printed_and_written_and_fail_the_step()
    {
        using var run = new ActionRun(Step("Check"), Action["inputs"]);
        run.Folder.Write("workspace/config/config.exs", Samples.Faulty);
        var outcome = run.Run();
        Assert.Equal(1, outcome.ExitCode);
        Assert.True(outcome.Reports("config/config.exs"), outcome.Output + outcome.Error);
        Assert.Equal($"sarif-file={run.Report}\n", run.Outputs);
        Assert.Equal(Samples.Rule, Assert.Single(Finding.FromSarif(File.ReadAllText(run.Report))).Rule);
        Assert.DoesNotContain("matcher", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_are_off_while_findings_are_printed()
    {
        using var run = new ActionRun(Step("Check"), Action["inputs"]);
        run.Folder.Write("workspace/config/config.exs", Samples.Faulty);
        var lines = run.Run().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches("^::stop-commands::[0-9a-f]{32}$", lines[0]);
        Assert.Equal($"::{lines[0].Split("::")[2]}::", lines[^1]);
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("error", 1)]
    [InlineData("bogus", 2)]
    public void The_level_asked_for_decides_whether_the_step_fails(string failOn, int exitCode)
    {
        using var run = new ActionRun(Step("Check"), Action["inputs"]);
        run.Folder.Write("workspace/config/config.exs", Samples.Faulty);
        run.Inputs["fail-on"] = failOn;
        Assert.Equal(exitCode, run.Run().ExitCode);
    }

    [Fact]
    public void Only_the_paths_asked_for_are_checked_whatever_their_names()
    {
        using var run = new ActionRun(Step("Check"), Action["inputs"]);
        run.Folder.Write("workspace/config/config.exs", Samples.Faulty);
        run.Folder.Write("workspace/a $(touch b)/config/prod.exs", Samples.Faulty);
        run.Folder.Write("workspace/--env.exs", Samples.Faulty);
        run.Inputs["paths"] = "a $(touch b)\n\n--env.exs\n";
        var outcome = run.Run();
        Assert.Equal(
            ["--env.exs", "a $(touch b)/config/prod.exs"],
            Finding.FromSarif(File.ReadAllText(run.Report)).Select(finding => finding.File));
        Assert.Equal(1, outcome.ExitCode);
        Assert.False(File.Exists(run.Folder.PathOf("workspace/b")));
    }

    [Fact]
    public void Without_code_scanning_findings_become_annotations()
    {
        using var run = new ActionRun(Step("Check"), Action["inputs"]);
        run.Folder.Write("workspace/config/config.exs", Samples.Faulty);
        run.Inputs["upload"] = "false";
        var outcome = run.Run();
        Assert.StartsWith(
            $"::add-matcher::{Repository.PathOf("grammars/problem-matcher.github.json")}\n", outcome.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("::remove-matcher owner=exslint::\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_missing_is_told_once_and_fails_the_step()
    {
        using var run = new ActionRun(Step("Check"), Action["inputs"]);
        run.Inputs["paths"] = "none";
        run.Inputs["fail-on"] = "never";
        var outcome = run.Run();
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("exslint: error: none: no such file or directory\n", outcome.Error);
    }

    private static IEnumerable<YamlNode> Steps() => Action["runs"]["steps"].Entries();

    private static YamlNode Step(string name) => Steps().Single(step => step["name"].Text() == name);

    [GeneratedRegex(@"inputs\.([a-z-]+)")]
    private static partial Regex UsedInput();

    [GeneratedRegex(@"(?<=\s)--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| .+ \| `(?<default>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex InputRow();
}
