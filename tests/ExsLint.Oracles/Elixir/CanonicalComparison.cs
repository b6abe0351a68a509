using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>Compares a configuration as <c>exslint config</c> prints it with the one that Elixir computes.</summary>
internal static class CanonicalComparison
{
    /// <summary>
    /// Where ours says something else than Elixir; null if nowhere. What is unknown says nothing; of one of several, one has to
    /// be right; an entry that may be missing may be missing.
    /// </summary>
    /// <param name="ours">What ExsLint prints.</param>
    /// <param name="theirs">What Elixir computes.</param>
    /// <param name="path">Where this is.</param>
    /// <param name="isOpen">Whether the list may hold more, or be in another order.</param>
    public static string? FindDifference(JsonElement ours, JsonElement theirs, string path, bool isOpen = false)
    {
        if (IsTagged(ours, "u", out _) || IsTagged(ours, "absent", out _))
        {
            return null;
        }

        if (IsTagged(ours, "or", out var alternatives))
        {
            return alternatives.EnumerateArray().Any(alternative => FindDifference(alternative, theirs, path) is null)
                ? null
                : Describe(path, ours, theirs);
        }

        if (ours.ValueKind != theirs.ValueKind)
        {
            return Describe(path, ours, theirs);
        }

        return ours.ValueKind switch
        {
            JsonValueKind.Array when isOpen || HasOpenEntries(ours) => CompareEntries(ours, theirs, path),
            JsonValueKind.Array => CompareItems(ours, theirs, path),
            JsonValueKind.Object => CompareObjects(ours, theirs, path),
            _ => ours.GetString() == theirs.GetString() ? null : Describe(path, ours, theirs),
        };
    }

    /// <summary>
    /// The leaves of a configuration's keyword lists: their paths and texts. A key that occurs twice counts once.
    /// </summary>
    public static Dictionary<string, string> Leaves(JsonElement apps)
    {
        var leaves = new Dictionary<string, string>();
        foreach (var app in apps.EnumerateObject())
        {
            AddLeaves(leaves, app.Name, app.Value);
        }

        return leaves;
    }

    private static void AddLeaves(Dictionary<string, string> leaves, string path, JsonElement value)
    {
        if (IsTagged(value, "or", out var alternatives))
        {
            AddCommonLeaves(leaves, path, alternatives);
            return;
        }

        var pairs = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => !IsTagged(item, "rest", out _)).Select(PairOf).ToList()
            : [];
        if (pairs.Count == 0 || pairs.Any(pair => pair is null))
        {
            leaves.TryAdd(path, value.GetRawText());
            return;
        }

        foreach (var pair in pairs)
        {
            AddLeaves(leaves, $"{path}.{pair!.Value.Key}", pair.Value.Value);
        }
    }

    /// <summary>Of one of several lists that is known which is the same in all of them.</summary>
    private static void AddCommonLeaves(Dictionary<string, string> leaves, string path, JsonElement alternatives)
    {
        var all = alternatives.EnumerateArray().Select(alternative =>
        {
            var own = new Dictionary<string, string>();
            AddLeaves(own, path, alternative);
            return own;
        }).ToList();
        foreach (var (leaf, text) in all[0]
            .Where(leaf => all.TrueForAll(own => own.TryGetValue(leaf.Key, out var other) && other == leaf.Value)))
        {
            leaves.TryAdd(leaf, text);
        }
    }

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
                        items.First, items.Second, PairOf(items.First) is { } pair ? $"{path}.{pair.Key}" : $"{path}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    /// <summary>A keyword list some of whose entries are not known: the others have to be there.</summary>
    private static string? CompareEntries(JsonElement ours, JsonElement theirs, string path)
    {
        var actual = theirs.EnumerateArray().Select(PairOf).OfType<(string Key, JsonElement Value)>().ToList();
        foreach (var (key, value) in ours.EnumerateArray().Select(PairOf).OfType<(string Key, JsonElement Value)>())
        {
            var found = actual.Where(entry => entry.Key == key).ToList();
            var difference = found.Count > 0 ? FindDifference(value, found[0].Value, $"{path}.{key}")
                : MayBeAbsent(value) ? null
                : $"{path}.{key}: missing";
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
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

    private static bool HasOpenEntries(JsonElement list) =>
        list.EnumerateArray().Any(item => IsTagged(item, "rest", out _) || (PairOf(item) is { } pair && MayBeAbsent(pair.Value)));

    private static bool MayBeAbsent(JsonElement value) => IsTagged(value, "u", out _)
        || (IsTagged(value, "or", out var alternatives)
            && alternatives.EnumerateArray().Any(other => IsTagged(other, "absent", out _) || MayBeAbsent(other)));

    private static (string Key, JsonElement Value)? PairOf(JsonElement item) =>
        IsTagged(item, "t", out var members) && members.GetArrayLength() == 2 && IsTagged(members[0], "a", out var key)
            ? (key.GetString()!, members[1])
            : null;

    private static bool IsTagged(JsonElement value, string tag, out JsonElement content)
    {
        content = default;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(tag, out content);
    }

    private static string Describe(string path, JsonElement ours, JsonElement theirs) =>
        $"{path}: Elixir has {theirs.GetRawText()}, ExsLint says {ours.GetRawText()}";
}
