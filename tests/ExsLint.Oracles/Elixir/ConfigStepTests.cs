using System.Diagnostics;
using System.Text.Json;
using ExsLint.Reporting.Config;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;
using Xunit.Abstractions;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Thousands of programs that consist of optional steps: what <c>exslint config --format json</c> prints of each holds whatever
/// Elixir computes under several environments.
/// </summary>
[Trait("Category", "FreshSeed")]
public sealed class ConfigStepTests(ITestOutputHelper report)
{
    private const int PinnedSeed = 18;
    private const int Programs = 2_000;
    private const int ProgramsOfFreshSeed = 700;
    private const int Environments = 6;

    [OracleFact("elixir", IsLong = true)]
    public void What_is_printed_of_optional_steps_is_what_Elixir_computes()
    {
        var seed = FreshSeed.Or(PinnedSeed);
        var count = ElixirProgram.Some(seed == PinnedSeed ? Programs : ProgramsOfFreshSeed);
        var generator = new ConfigProgramGenerator(seed);
        var programs = Enumerable.Range(0, count).Select(generator.NextSteps).ToList();
        var environments = Enumerable.Range(0, Environments).Select(_ => generator.NextStepEnvironment()).ToList();
        var watch = Stopwatch.StartNew();
        var ours = programs.ConvertAll(Print);
        var time = watch.Elapsed;
        var theirs = ProgramsOracle.Run(programs, environments);
        var differences = Enumerable.Range(0, count)
            .Select(i => Difference(ours[i], theirs[i], environments) is { } difference ? $"{difference}\n{programs[i]}" : null)
            .OfType<string>().OrderBy(text => text.Length).ToList();
        var summary = $"seed {seed}: {Summary(ours, theirs)}, ours {time.TotalSeconds:F1} s, "
            + $"all {watch.Elapsed.TotalSeconds:F1} s";
        report.WriteLine(summary);
        Assert.True(
            differences.Count == 0, $"{differences.Count} of {count}; {summary}\n{string.Join('\n', differences.Take(12))}");
    }

    /// <summary>The line of JSON about a program.</summary>
    private static JsonElement Print(string program)
    {
        var tree = new InMemoryProjectFiles(("config/config.exs", program));
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        using var output = new StringWriter();
        new ConfigReport(ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod"), showsSecrets: true)
            .WriteJson(withRoot: false, output);
        return JsonDocument.Parse(output.ToString()).RootElement;
    }

    private static string? Difference(
        JsonElement ours, string[] theirs, List<Dictionary<string, string?>> environments)
    {
        for (var run = 0; run < theirs.Length; run++)
        {
            if (Difference(ours, theirs[run]) is { } difference)
            {
                return $"{difference} ({string.Join(", ", environments[run].Where(pair => pair.Value is not null))})";
            }
        }

        return null;
    }

    private static string? Difference(JsonElement ours, string theirs)
    {
        if (theirs[0] == '-')
        {
            return null;
        }

        if (ours.TryGetProperty("error", out var error))
        {
            return $"Elixir takes it, ExsLint says {error.GetRawText()}";
        }

        using var answer = JsonDocument.Parse(theirs);
        return CanonicalComparison.FindDifferenceOfApps(ours, answer.RootElement);
    }

    /// <summary>How many runs Elixir takes, and how much is known of what did not vary in them.</summary>
    private static string Summary(List<JsonElement> ours, string[][] theirs)
    {
        var (known, constant, accepted) = (0, 0, 0);
        for (var i = 0; i < ours.Count; i++)
        {
            var runs = theirs[i].Where(answer => answer[0] != '-').Select(LeavesOf).ToList();
            accepted += runs.Count;
            if (runs.Count > 1 && ours[i].TryGetProperty("apps", out var apps))
            {
                var leaves = CanonicalLeaves.Of(apps);
                var same = CanonicalLeaves.ThatDoNotVary(runs);
                constant += same.Count;
                known += same.Count(leaf => leaves.TryGetValue(leaf.Key, out var text) && text == leaf.Value);
            }
        }

        return $"{ours.Count} programs, {accepted} runs accepted, {known} of {constant} leaves known that did not vary";
    }

    private static Dictionary<string, string> LeavesOf(string answer)
    {
        using var apps = JsonDocument.Parse(answer);
        return CanonicalLeaves.Of(apps.RootElement);
    }
}
