using System.Text.Json;
using System.Text.RegularExpressions;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;
using Xunit.Abstractions;

namespace ExsLint.Oracles.Elixir;

/// <summary>What <c>exslint config --format json</c> prints is what Elixir's own Config.Reader computes.</summary>
public sealed partial class ConfigCommandTests(ConfigOracle oracle, ITestOutputHelper log) : IClassFixture<ConfigOracle>
{
    /// <summary>Of what does not depend on the environment variables this share has to be known, whatever they are.</summary>
    private const double LeastKnownShare = 0.9;

    private const int VariableSets = 6;

    /// <summary>Copies outside of this repository, whose ignore patterns would hide them.</summary>
    private static readonly Lazy<TemporaryFolder> Projects = new(CopyProjects);

    /// <summary>Project, environment, entry file, file read after it; no environment where a provider reads the file.</summary>
    public static TheoryData<string, string?, string, string?> Fixtures => new()
    {
        { "phoenix", "prod", "config/config.exs", "config/runtime.exs" },
        { "phoenix", "dev", "config/config.exs", "config/runtime.exs" },
        { "phoenix", "test", "config/config.exs", "config/runtime.exs" },
        { "umbrella", "prod", "config/config.exs", "config/runtime.exs" },
        { "umbrella_wildcard", "prod", "config/config.exs", null },
        { "loops", "prod", "config/config.exs", null },
        { "akkoma_source", "prod", "config/config.exs", null },
        { "akkoma_release", null, "etc/akkoma/config.exs", null },
        { "pleroma", "prod", "config/config.exs", null },
        { "legacy", "prod", "config/config.exs", null },
        { "releases", "prod", "config/config.exs", "config/releases.exs" },
    };

    [OracleTheory("elixir", IsLong = true)]
    [MemberData(nameof(Fixtures))]
    public void Known_values_are_Elixirs_whatever_the_variables(string project, string? environment, string entry, string? later)
    {
        var folder = Projects.Value.PathOf(project);
        var ours = Print(folder, environment);
        var runs = new List<Dictionary<string, string>>();
        foreach (var variables in Variables(folder, seed: 7))
        {
            var theirs = oracle.Read(folder, entry, later, environment, variables);
            using var answer = JsonDocument.Parse(theirs);
            if (answer.RootElement.TryGetProperty("error", out _))
            {
                continue;
            }

            var apps = answer.RootElement.GetProperty("apps");
            AssertAgrees(ours, apps, variables);
            runs.Add(CanonicalLeaves.Of(apps));
        }

        Assert.True(runs.Count >= VariableSets / 2, $"Elixir accepts only {runs.Count} runs");
        AssertShare(ours, runs, project, environment);
    }

    [OracleTheory("elixir", IsLong = true)]
    [MemberData(nameof(Fixtures))]
    public void Under_pinned_variables_the_values_are_Elixirs(string project, string? environment, string entry, string? later)
    {
        var folder = Projects.Value.PathOf(project);
        foreach (var variables in Variables(folder, seed: 11).Take(2))
        {
            var pins = variables.SelectMany(variable =>
                variable.Value is null ? ["--unset", variable.Key] : new[] { "--set", $"{variable.Key}={variable.Value}" });
            var outcome = Run(folder, environment, [.. pins]);
            using var theirs = JsonDocument.Parse(oracle.Read(folder, entry, later, environment, variables));
            using var ours = JsonDocument.Parse(outcome.Output);
            if (theirs.RootElement.TryGetProperty("error", out var message))
            {
                Assert.True(ours.RootElement.TryGetProperty("error", out _), $"Elixir refuses it: {message}\n{outcome.Output}");
                Assert.Equal(1, outcome.ExitCode);
                continue;
            }

            Assert.Equal(0, outcome.ExitCode);
            AssertAgrees(ours.RootElement, theirs.RootElement.GetProperty("apps"), variables);
            AssertShare(
                ours.RootElement, [CanonicalLeaves.Of(theirs.RootElement.GetProperty("apps"))], project, environment);
        }
    }

    [OracleFact("elixir")]
    public void Without_variables_the_output_is_Elixirs_to_the_letter()
    {
        using var tree = new TemporaryFolder();
        var projects = ConfigFacts.All;
        for (var i = 0; i < projects.Length; i++)
        {
            foreach (var (path, text) in projects[i].Files)
            {
                tree.Write($"{i:d3}/{path}", text);
            }
        }

        var outcome = Exslint.Run(tree, "config", ".", "--format", "json", "--show-secrets");
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("root").GetString() is { Length: 3 })
            .ToDictionary(line => line.GetProperty("root").GetString()!);
        Assert.Equal(projects.Length, lines.Count);
        for (var i = 0; i < projects.Length; i++)
        {
            var later = projects[i].Files.Keys.FirstOrDefault(
                path =>
                    path is "config/runtime.exs" or "config/releases.exs" && !projects[i].Files.ContainsKey("config/runtime.exs"))
                ?? projects[i].Files.Keys.FirstOrDefault(path => path == "config/runtime.exs");
            using var theirs = JsonDocument.Parse(
                oracle.Read(tree.PathOf($"{i:d3}"), "config/config.exs", later, "prod", new Dictionary<string, string?>()));
            Assert.True(lines.TryGetValue($"{i:d3}", out var ours), $"nothing is said of {projects[i].Name}");
            var text = $"{projects[i].Name}: ours {ours.GetRawText()}\nElixir's {theirs.RootElement.GetRawText()}";
            Assert.True(ours.TryGetProperty("error", out _) == theirs.RootElement.TryGetProperty("error", out _), text);
            if (ours.TryGetProperty("apps", out var apps))
            {
                Assert.True(apps.GetRawText() == theirs.RootElement.GetProperty("apps").GetRawText(), text);
            }
        }
    }

    private void AssertShare(JsonElement ours, List<Dictionary<string, string>> runs, string project, string? environment)
    {
        var constant = CanonicalLeaves.ThatDoNotVary(runs);
        var leaves = CanonicalLeaves.Of(ours.GetProperty("apps"));
        var unknown = constant.Where(leaf => !leaves.TryGetValue(leaf.Key, out var text) || text != leaf.Value)
            .Select(leaf => leaf.Key).ToList();
        var share = 1 - ((double)unknown.Count / constant.Count);
        log.WriteLine(
            $"{project} {environment}: {constant.Count - unknown.Count} of {constant.Count} known, not "
                + $"{string.Join(", ", unknown)}");
        Assert.True(share >= LeastKnownShare, $"only {share:P0} known, not {string.Join(", ", unknown)}");
    }

    private static void AssertAgrees(JsonElement ours, JsonElement theirs, IReadOnlyDictionary<string, string?> variables)
    {
        var difference = CanonicalComparison.FindDifferenceOfApps(ours, theirs);
        Assert.True(difference is null, $"{difference}\n{string.Join(", ", variables)}");
    }

    private static TemporaryFolder CopyProjects()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Elixir", "projects");
        var copy = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            copy.Write(Path.GetRelativePath(source, path), File.ReadAllText(path));
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => copy.Dispose();
        return copy;
    }

    private static JsonElement Print(string folder, string? environment)
    {
        var outcome = Run(folder, environment);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private static Outcome Run(string folder, string? environment, params string[] pins) =>
        Exslint.RunIn(
            folder, ["config", "--root", ".", "--format", "json", "--show-secrets", "--env", environment ?? "prod", .. pins]);

    /// <summary>
    /// Values for all variables that a project's files name. Numbers for those that look like some: else nothing would boot.
    /// </summary>
    private static IEnumerable<Dictionary<string, string?>> Variables(string folder, int seed)
    {
        var random = new Random(seed);
        var names = Directory.EnumerateFiles(folder, "*.exs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(path => VariableName().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).Distinct()
            .ToList();
        string?[] texts = [null, "", "1", "true", "open", "a.example,b.example", "\u00e9 \"x\""];
        string?[] numbers = [null, "1", "8080"];
        for (var i = 0; i < VariableSets; i++)
        {
            yield return names.ToDictionary(name => name, name => name switch
            {
                "DATABASE_URL" or "SECRET_KEY_BASE" => "needed" + i,
                _ when name.Contains("PORT", StringComparison.Ordinal) || name.Contains("SIZE", StringComparison.Ordinal) =>
                    numbers[random.Next(numbers.Length)],
                _ => texts[random.Next(texts.Length)],
            });
        }
    }

    [GeneratedRegex("(?:get_env|fetch_env!?)\\(\"([A-Z0-9_]+)\"")]
    private static partial Regex VariableName();
}
