using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>Compares a configuration as <c>exslint config</c> prints it with the one that Elixir computes.</summary>
internal static class CanonicalComparison
{
    /// <summary>
    /// Where ours says something else than Elixir, or breaks the format; null if nowhere. An application whose settings a layer
    /// may have changed unseen may hold more.
    /// </summary>
    /// <param name="ours">The line that ExsLint prints for a project.</param>
    /// <param name="theirs">The applications' keyword lists that Elixir computes.</param>
    public static string? FindDifferenceOfApps(JsonElement ours, JsonElement theirs)
    {
        var layers = ours.TryGetProperty("layers", out var all)
            ? all.EnumerateArray().Select(layer => layer.GetProperty("app").GetString()).ToList() : [];
        var unordered = ours.TryGetProperty("unordered", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToList() : [];
        var apps = ours.GetProperty("apps");
        foreach (var app in apps.EnumerateObject())
        {
            var isOpen = layers.Contains(null) || layers.Contains(app.Name);
            var actual = theirs.TryGetProperty(app.Name, out var found) ? found : EmptyList;
            var difference = CanonicalFormat.FindFault(app.Value, app.Name)
                ?? CanonicalList.Read(app.Value, isOpen, isOpen || unordered.Contains(app.Name)).FindDifference(actual, app.Name);
            if (difference is not null)
            {
                return difference;
            }
        }

        return theirs.EnumerateObject()
            .Where(app => app.Value.GetArrayLength() > 0 && !apps.TryGetProperty(app.Name, out _)
                && !layers.Contains(null) && !layers.Contains(app.Name))
            .Select(app => $"nothing is said of {app.Name}").FirstOrDefault();
    }

    /// <summary>
    /// Where ours says something else than Elixir; null if nowhere. What is unknown says nothing; of one of several, one has to
    /// be right; an entry that may be missing may be missing.
    /// </summary>
    /// <param name="ours">What ExsLint prints.</param>
    /// <param name="theirs">What Elixir computes.</param>
    /// <param name="path">Where this is.</param>
    public static string? FindDifference(JsonElement ours, JsonElement theirs, string path)
    {
        if (CanonicalJson.IsTagged(ours, "u", out _))
        {
            return null;
        }

        if (CanonicalJson.IsTagged(ours, "or", out var alternatives))
        {
            return alternatives.EnumerateArray()
                .Any(other => !CanonicalJson.IsTagged(other, "absent", out _) && FindDifference(other, theirs, path) is null)
                ? null
                : Describe(path, ours, theirs);
        }

        if (ours.ValueKind != theirs.ValueKind)
        {
            return Describe(path, ours, theirs);
        }

        return ours.ValueKind switch
        {
            JsonValueKind.Array when CanonicalList.Read(ours) is { IsByKey: true } list =>
                list.FindDifference(theirs, path),
            JsonValueKind.Array => CompareItems(ours, theirs, path),
            JsonValueKind.Object => CompareObjects(ours, theirs, path),
            _ => ours.GetString() == theirs.GetString() ? null : Describe(path, ours, theirs),
        };
    }

    private static JsonElement EmptyList { get; } = JsonDocument.Parse("[]").RootElement;

    private static string? CompareItems(JsonElement ours, JsonElement theirs, string path)
    {
        if (ours.GetArrayLength() != theirs.GetArrayLength())
        {
            return Describe(path, ours, theirs);
        }

        return ours.EnumerateArray().Zip(theirs.EnumerateArray())
            .Select(
                (items, index) =>
                    FindDifference(
                        items.First, items.Second,
                        CanonicalJson.PairOf(items.First) is { } pair ? $"{path}.{pair.Key}" : $"{path}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? CompareObjects(JsonElement ours, JsonElement theirs, string path)
    {
        var mine = ours.EnumerateObject().ToList();
        var other = theirs.EnumerateObject().ToList();
        return mine.Count == other.Count && mine.Zip(other).All(pair => pair.First.Name == pair.Second.Name)
            ? mine.Zip(other).Select(pair => FindDifference(pair.First.Value, pair.Second.Value, path))
            .FirstOrDefault(difference => difference is not null)
            : Describe(path, ours, theirs);
    }

    private static string Describe(string path, JsonElement ours, JsonElement theirs) =>
        $"{path}: Elixir has {theirs.GetRawText()}, ExsLint says {ours.GetRawText()}";
}
