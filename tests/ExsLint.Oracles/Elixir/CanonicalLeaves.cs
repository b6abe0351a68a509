using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>The leaves of configurations: paths of keys down to what is no keyword list.</summary>
internal static class CanonicalLeaves
{
    /// <summary>The texts of leaves by their paths. A key that occurs twice counts once.</summary>
    /// <param name="apps">The applications' keyword lists.</param>
    public static Dictionary<string, string> Of(JsonElement apps)
    {
        var leaves = new Dictionary<string, string>();
        foreach (var app in apps.EnumerateObject())
        {
            Add(leaves, app.Name, app.Value);
        }

        return leaves;
    }

    /// <summary>The leaves that are the same in all runs.</summary>
    public static List<KeyValuePair<string, string>> ThatDoNotVary(List<Dictionary<string, string>> runs) =>
        [.. runs[0].Where(leaf => runs.TrueForAll(run => run.TryGetValue(leaf.Key, out var text) && text == leaf.Value))];

    /// <summary>
    /// The paths of all that is told of: of leaves, and of what may be there. Below what is unknown or no list, nothing is.
    /// </summary>
    public static HashSet<string> Paths(JsonElement apps)
    {
        var paths = new HashSet<string>();
        foreach (var app in apps.EnumerateObject())
        {
            AddPaths(paths, app.Name, app.Value);
        }

        return paths;
    }

    private static void AddPaths(HashSet<string> paths, string path, JsonElement value)
    {
        paths.Add(path);
        var members = CanonicalJson.IsTagged(value, "or", out var alternatives)
            ? alternatives.EnumerateArray().ToList() : [value];
        foreach (var pair in members.Where(member => member.ValueKind == JsonValueKind.Array)
            .SelectMany(member => member.EnumerateArray()).Select(CanonicalJson.PairOf).OfType<(string Key, JsonElement Value)>())
        {
            AddPaths(paths, $"{path}.{pair.Key}", pair.Value);
        }
    }

    private static void Add(Dictionary<string, string> leaves, string path, JsonElement value)
    {
        if (CanonicalJson.IsTagged(value, "or", out var alternatives))
        {
            AddCommon(leaves, path, alternatives);
            return;
        }

        var pairs = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => !CanonicalJson.IsMark(item)).Select(CanonicalJson.PairOf).ToList()
            : [];
        if (pairs.Count == 0 || pairs.Contains(null))
        {
            leaves.TryAdd(path, value.GetRawText());
            return;
        }

        foreach (var pair in pairs)
        {
            Add(leaves, $"{path}.{pair!.Value.Key}", pair.Value.Value);
        }
    }

    /// <summary>Of one of several lists that is known which is the same in all of them.</summary>
    private static void AddCommon(Dictionary<string, string> leaves, string path, JsonElement alternatives)
    {
        var all = alternatives.EnumerateArray().Select(alternative =>
        {
            var own = new Dictionary<string, string>();
            Add(own, path, alternative);
            return own;
        }).ToList();
        foreach (var (leaf, text) in all[0]
            .Where(leaf => all.TrueForAll(own => own.TryGetValue(leaf.Key, out var other) && other == leaf.Value)))
        {
            leaves.TryAdd(leaf, text);
        }
    }
}
