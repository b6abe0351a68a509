using System.Text.Json;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;
using Xunit.Abstractions;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Hostile little projects, each of which Elixir reads under several sets of variables: nothing that is called known is wrong.
/// </summary>
public sealed class EvaluationProbeTests(ConfigOracle oracle, ITestOutputHelper log) : IClassFixture<ConfigOracle>
{
    private static readonly Dictionary<string, string?>[] Environments =
    [
        new() { ["X"] = null, ["Y"] = null, ["Z"] = null },
        new() { ["X"] = "1", ["Y"] = "", ["Z"] = "true" },
        new() { ["X"] = "", ["Y"] = "b", ["Z"] = null },
        new() { ["X"] = "pinned", ["Y"] = null, ["Z"] = "false" },
    ];

    /// <summary>The files of probes.</summary>
    public static TheoryData<string> Topics =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Elixir", "probes");

    [OracleTheory("elixir", IsLong = true)]
    [MemberData(nameof(Topics))]
    public void What_is_known_is_what_Elixir_computes(string topic)
    {
        var probes = EvaluationProbe.Read(Path.Combine(Folder, topic + ".txt"));
        using var tree = new TemporaryFolder();
        for (var i = 0; i < probes.Count; i++)
        {
            probes[i].Write(Directory.CreateDirectory(tree.PathOf(Name(i))).FullName, isMachine: false);
        }

        var whatever = Print(tree);
        var pinned = Environments.Select(variables => Print(tree, variables)).ToList();
        var complaints = new List<string>();
        for (var i = 0; i < probes.Count; i++)
        {
            var theirs = Environments.Select(variables => Compute(probes[i], variables)).ToList();
            var probe = probes[i];
            var name = Name(i);
            var ours = whatever.GetValueOrDefault(name);
            foreach (var complaint in Environments.Select((_, run) => Complain(ours, theirs[run]))
                .Append(ComplainOfUnknown(probe, ours, theirs))
                .Concat(Environments.Select((_, run) => Complain(pinned[run].GetValueOrDefault(name), theirs[run])))
                .OfType<string>().Distinct().Take(2))
            {
                complaints.Add($"{topic}: {probe.Title}: {complaint}\n{probe.Files["config/config.exs"]}");
            }
        }

        log.WriteLine($"{probes.Count} probes, {probes.Count(probe => probe.IsKnown)} of them have to be known");
        Assert.True(complaints.Count == 0, $"{complaints.Count} of {probes.Count}\n{string.Join('\n', complaints)}");
    }

    private static string Name(int index) => $"p{index:d3}";

    private static Dictionary<string, JsonElement> Print(TemporaryFolder tree, Dictionary<string, string?>? variables = null)
    {
        var pins = variables?.SelectMany(
            variable =>
                variable.Value is null ? ["--unset", variable.Key] : new[] { "--set", $"{variable.Key}={variable.Value}" }) ?? [];
        var outcome = Exslint.Run(tree, ["config", ".", "--root", ".", "--format", "json", "--show-secrets", .. pins]);
        Assert.True(outcome.ExitCode is 0 or 1, outcome.Error);
        return outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("root", out var root) && root.GetString() is { Length: 4 })
            .ToDictionary(line => line.GetProperty("root").GetString()!);
    }

    /// <summary>A configuration may write files: each run has a tree of its own.</summary>
    private JsonElement Compute(EvaluationProbe probe, Dictionary<string, string?> variables)
    {
        using var machine = new TemporaryFolder();
        probe.Write(machine.Root, isMachine: true);
        return JsonDocument.Parse(oracle.Read(machine.Root, "config/config.exs", probe.Later, "prod", variables)).RootElement;
    }

    private static string? Complain(JsonElement ours, JsonElement theirs)
    {
        if (ours.ValueKind == JsonValueKind.Undefined)
        {
            return "nothing is said of it";
        }

        if (theirs.TryGetProperty("error", out _))
        {
            return null;
        }

        if (ours.TryGetProperty("error", out var error))
        {
            return $"refused, but Elixir takes it: {error}";
        }

        return CanonicalComparison.FindDifferenceOfApps(ours, theirs.GetProperty("apps"));
    }

    private static string? ComplainOfUnknown(EvaluationProbe probe, JsonElement ours, List<JsonElement> theirs)
    {
        if (!probe.IsKnown || ours.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (theirs.TrueForAll(answer => answer.TryGetProperty("error", out _)))
        {
            return ours.TryGetProperty("error", out _) ? null : $"not refused, but Elixir does: {theirs[0]}";
        }

        if (ours.TryGetProperty("error", out _))
        {
            return null;
        }

        var runs = theirs.Where(answer => answer.TryGetProperty("apps", out _))
            .Select(answer => CanonicalLeaves.Of(answer.GetProperty("apps"))).ToList();
        var constant = CanonicalLeaves.ThatDoNotVary(runs);
        var leaves = CanonicalLeaves.Of(ours.GetProperty("apps"));
        var unknown = constant.Where(leaf => !leaves.TryGetValue(leaf.Key, out var text) || text != leaf.Value)
            .Select(leaf => $"{leaf.Key} ({leaves.GetValueOrDefault(leaf.Key)})").ToList();
        return unknown.Count > 0 ? $"not known: {string.Join(", ", unknown)}" : null;
    }
}
