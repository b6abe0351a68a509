using System.Text.Json;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;
using Xunit.Abstractions;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Configurations in the shapes of applications that people run themselves, in <c>selfhosted</c>. Elixir reads each under many
/// environments and so decides what does not depend on them; of that most has to be known, and nothing may be wrong.
/// </summary>
public sealed class SelfHostedTests(ConfigOracle oracle, ITestOutputHelper log) : IClassFixture<ConfigOracle>
{
    private const int Seed = 40;
    private const int Environments = 40;

    /// <summary>An endpoint or a repository is configured by a key that ends so.</summary>
    private static readonly string[] Services = [".Endpoint", ".Repo", "Repo"];

    /// <summary>The folders of all applications, outside of this repository.</summary>
    private static readonly Lazy<TemporaryFolder> Applications = new(Copy);

    /// <summary>
    /// Each application with what is reached today: the per cent of the leaves that do not vary which are known, how many of its
    /// endpoints and repositories are one keyword list, and how many paths of Elixir's runs are not told of. The aim is 95, all
    /// and 0.
    /// </summary>
    public static TheoryData<string, int, int, int> Fixtures => new()
    {
        { "reel", 100, 3, 0 },
        { "volt", 100, 2, 0 },
        { "tally", 100, 3, 0 },
        { "gather", 100, 2, 0 },
        { "slate", 96, 2, 5 },
    };

    [OracleTheory("elixir", IsLong = true)]
    [MemberData(nameof(Fixtures))]
    public void What_does_not_vary_is_known(string application, int leastPercentKnown, int leastLists, int mostUntold)
    {
        var folder = Applications.Value.PathOf(application);
        var ours = Print(folder);
        var apps = ours.GetProperty("apps");
        var (runs, refused) = Run(folder, ours);
        Assert.True(runs.Count >= Environments / 2, $"Elixir accepts only {runs.Count} runs: {refused}");

        var known = CanonicalLeaves.Of(apps);
        var constant = CanonicalLeaves.ThatDoNotVary(runs);
        var unknown = constant.Where(leaf => !known.TryGetValue(leaf.Key, out var text) || text != leaf.Value)
            .Select(leaf => leaf.Key).Order(StringComparer.Ordinal).ToList();
        var percent = 100.0 * (constant.Count - unknown.Count) / constant.Count;
        var services = ServicesOf(apps);
        var lists = services.Where(service => IsKeywordList(service.Value)).Select(service => service.Key).ToList();
        var told = CanonicalLeaves.Paths(apps);
        var untold = runs.SelectMany(run => run.Keys).Distinct().Where(path => !told.Contains(path))
            .Order(StringComparer.Ordinal).ToList();
        var summary = $"{application}: {constant.Count - unknown.Count} of {constant.Count} leaves known ({percent:F1}%), "
            + $"{lists.Count} of {services.Count} endpoints and repositories one list, {untold.Count} paths not told of\n"
            + $"not known: {string.Join(", ", unknown)}\nnot one list: {string.Join(", ", services.Keys.Except(lists))}\n"
            + $"not told of: {string.Join(", ", untold)}";
        log.WriteLine(summary);
        Assert.True(percent >= leastPercentKnown && lists.Count >= leastLists && untold.Count <= mostUntold, summary);
    }

    private static TemporaryFolder Copy()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Elixir", "selfhosted");
        var copy = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            copy.Write(Path.GetRelativePath(source, path), File.ReadAllText(path));
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => copy.Dispose();
        return copy;
    }

    private static JsonElement Print(string folder)
    {
        var outcome = Exslint.RunIn(folder, ["config", "--root", ".", "--format", "json", "--show-secrets"]);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    /// <summary>The leaves of each run, none of which contradicts what is printed; and why others are refused.</summary>
    private (List<Dictionary<string, string>> Runs, string Refused) Run(string folder, JsonElement ours)
    {
        var runs = new List<Dictionary<string, string>>();
        var refused = "";
        foreach (var variables in Variables(Path.Combine(folder, "variables.txt")))
        {
            using var answer = JsonDocument.Parse(
                oracle.Read(folder, "config/config.exs", "config/runtime.exs", "prod", variables));
            if (answer.RootElement.TryGetProperty("error", out var error))
            {
                refused = error.GetString()!;
                continue;
            }

            var apps = answer.RootElement.GetProperty("apps");
            var difference = CanonicalComparison.FindDifferenceOfApps(ours, apps);
            Assert.True(difference is null, $"{difference}\n{string.Join(", ", variables)}");
            runs.Add(CanonicalLeaves.Of(apps));
        }

        return (runs, refused);
    }

    /// <summary>
    /// Environments made of the values that a file names for each variable, <c>NAME=a|b</c>; the empty first is unset.
    /// </summary>
    private static IEnumerable<Dictionary<string, string?>> Variables(string path)
    {
        var random = new Random(Seed);
        var values = File.ReadLines(path).Select(line => line.Split('=', 2))
            .ToDictionary(fields => fields[0], fields => fields[1].Split('|'));
        for (var i = 0; i < Environments; i++)
        {
            yield return values.ToDictionary(variable => variable.Key, variable =>
            {
                var chosen = random.Next(variable.Value.Length);
                return chosen == 0 && variable.Value[0].Length == 0 ? null : variable.Value[chosen];
            });
        }
    }

    private static Dictionary<string, JsonElement> ServicesOf(JsonElement apps) =>
        apps.EnumerateObject()
            .SelectMany(app => app.Value.EnumerateArray().Select(CanonicalJson.PairOf).OfType<(string Key, JsonElement Value)>())
            .Where(pair => Services.Any(suffix => pair.Key.EndsWith(suffix, StringComparison.Ordinal)))
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static bool IsKeywordList(JsonElement value) => value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(item => CanonicalJson.IsMark(item) || CanonicalJson.PairOf(item) is not null);
}
