using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>A list as ExsLint prints it, and what is not known of it.</summary>
/// <param name="Items">Its elements.</param>
/// <param name="IsOpen">Whether it may hold keys that are not listed.</param>
/// <param name="IsUnordered">Whether the order of its entries is not known.</param>
internal sealed record CanonicalList(IReadOnlyList<JsonElement> Items, bool IsOpen, bool IsUnordered)
{
    /// <summary>Whether its entries are to be compared by key, since some may be missing, or others be there.</summary>
    public bool IsByKey => IsOpen || IsUnordered
        || (Items.All(item => CanonicalJson.PairOf(item) is not null)
            && Items.Any(item => CanonicalJson.MayBeAbsent(CanonicalJson.PairOf(item)!.Value.Value)));

    /// <summary>Reads a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="isOpen">Whether it may hold more, whatever it says itself.</param>
    /// <param name="isUnordered">Whether its order is not known, whatever it says itself.</param>
    public static CanonicalList Read(JsonElement list, bool isOpen = false, bool isUnordered = false)
    {
        var items = new List<JsonElement>();
        foreach (var item in list.EnumerateArray())
        {
            isOpen |= CanonicalJson.IsTagged(item, CanonicalJson.Open, out _);
            isUnordered |= CanonicalJson.IsTagged(item, CanonicalJson.Order, out _)
                || CanonicalJson.IsTagged(item, CanonicalJson.Open, out _);
            if (!CanonicalJson.IsMark(item))
            {
                items.Add(item);
            }
        }

        return new(items, isOpen, isUnordered);
    }

    /// <summary>
    /// Where it says something else than Elixir; null if nowhere. Each key that Elixir has is there, unless the list is open;
    /// each entry that cannot be missing is Elixir's, and so is one of its values.
    /// </summary>
    public string? FindDifference(JsonElement theirs, string path)
    {
        var actual = theirs.ValueKind == JsonValueKind.Array
            ? theirs.EnumerateArray().Select(CanonicalJson.PairOf).ToList() : [null];
        if (actual.Contains(null) || Items.Any(item => CanonicalJson.PairOf(item) is null))
        {
            return $"{path}: Elixir has {theirs.GetRawText()}, which is not this keyword list: [{string.Join(',', Items)}]";
        }

        var entries = Items.Select(item => CanonicalJson.PairOf(item)!.Value).ToList();
        var known = actual.Select(pair => pair!.Value).ToList();
        if (IsOpen)
        {
            // Behind those of a key that are listed, which are read first, there may be others.
            known = [.. known.Where((entry, index) => known.Take(index).Count(other => other.Key == entry.Key)
                < Math.Max(1, entries.Count(other => other.Key == entry.Key)))];
        }

        return entries.Concat(known).Select(entry => entry.Key).Distinct()
            .Select(key => DifferenceAt(
                key, entries.FindAll(entry => entry.Key == key), known.FindAll(entry => entry.Key == key), path))
            .FirstOrDefault(difference => difference is not null)
            ?? (IsUnordered || InOrder(entries, known, 0, 0)
                ? null : $"{path}: Elixir has another order: {theirs.GetRawText()}, ExsLint says [{string.Join(',', Items)}]");
    }

    private string? DifferenceAt(
        string key, List<(string Key, JsonElement Value)> ours, List<(string Key, JsonElement Value)> theirs, string path)
    {
        if (ours.Count == 0)
        {
            return IsOpen ? null : $"{path}.{key}: ExsLint does not know it, Elixir has {theirs[0].Value.GetRawText()}";
        }

        if (InOrder(ours, theirs, 0, 0))
        {
            return null;
        }

        return (ours, theirs) switch
        {
            (_, []) => $"{path}.{key}: missing",
            ([var one], [var other]) => CanonicalComparison.FindDifference(one.Value, other.Value, $"{path}.{key}"),
            _ => $"{path}.{key}: Elixir has {Texts(theirs)}, ExsLint says {Texts(ours)}",
        };
    }

    private static string Texts(List<(string Key, JsonElement Value)> entries) =>
        string.Join(" and ", entries.Select(entry => entry.Value.GetRawText()));

    /// <summary>Whether the second list is the first, but for what may be missing, and for keys that only it has.</summary>
    private static bool InOrder(
        List<(string Key, JsonElement Value)> ours, List<(string Key, JsonElement Value)> theirs, int i, int j)
    {
        while (j < theirs.Count && !ours.Exists(entry => entry.Key == theirs[j].Key))
        {
            j++;
        }

        if (i == ours.Count)
        {
            return j == theirs.Count;
        }

        return (j < theirs.Count && ours[i].Key == theirs[j].Key
                && CanonicalComparison.FindDifference(ours[i].Value, theirs[j].Value, "") is null
                && InOrder(ours, theirs, i + 1, j + 1))
            || (CanonicalJson.MayBeAbsent(ours[i].Value) && InOrder(ours, theirs, i + 1, j));
    }
}
