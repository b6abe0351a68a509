using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Keys that one call gives twice. <c>config :a, k: 1, k: 2</c> keeps both entries, though the application does not start with
/// them; the next call that sets the key overrides both (<c>Keyword.merge/3</c>).
/// </summary>
/// <param name="merge">Merges an entry over its predecessor.</param>
internal sealed class RepeatedSettings(KeywordMerge merge)
{
    private readonly Dictionary<(string App, string Key), List<ConfigEntry>> _entries = [];
    private readonly Dictionary<string, HashSet<string>> _keys = [];

    /// <summary>The settings that stand twice, by application and key, with their later values.</summary>
    public IEnumerable<(string App, string Key, AbstractValue Value)> Settings =>
        _entries.SelectMany(repeated => repeated.Value.Select(entry => (repeated.Key.App, repeated.Key.Key, entry.Value)));

    /// <summary>The keys of an application that stand twice, with their later entries.</summary>
    public IEnumerable<(string Key, List<ConfigEntry> Entries)> Of(string app) =>
        _keys.TryGetValue(app, out var keys) ? keys.Select(key => (key, _entries[(app, key)])) : [];

    /// <summary>The later entries of a key; none where it stands once.</summary>
    public IReadOnlyList<ConfigEntry> Find(string app, string key) => _entries.GetValueOrDefault((app, key)) ?? [];

    /// <summary>Adds an entry of a key, merged over its own predecessor, if there was one.</summary>
    /// <param name="app">The application.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="older">The entries of the key before this call.</param>
    /// <param name="time">When it is set.</param>
    public void Add(string app, string key, AbstractValue value, IReadOnlyList<ConfigEntry> older, long time)
    {
        if (!_entries.TryGetValue((app, key), out var entries))
        {
            _entries.Add((app, key), entries = []);
            _keys.TryAdd(app, []);
            _keys[app].Add(key);
        }

        var merged = entries.Count < older.Count ? merge.Merge(older[entries.Count].Value, value) : value;
        entries.Add(new ConfigEntry(merged, time));
    }

    /// <summary>Removes the later entries of a key; false if there are none.</summary>
    public bool Remove(string app, string key) => _entries.Remove((app, key)) && _keys[app].Remove(key);
}
