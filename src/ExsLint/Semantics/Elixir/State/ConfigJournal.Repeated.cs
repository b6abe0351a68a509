using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <content>
/// Keys that one call gives twice. <c>config :a, k: 1, k: 2</c> keeps both entries, though the application does not start with them;
/// the next call that sets the key overrides both (<c>Keyword.merge/3</c>).
/// </content>
internal sealed partial class ConfigJournal
{
    private readonly Dictionary<(string App, string Key), List<ConfigEntry>> _repeated = [];
    private readonly Dictionary<string, HashSet<string>> _repeatedKeys = [];

    /// <summary>The settings that stand twice, by application and key, with their later values.</summary>
    public IEnumerable<(string App, string Key, AbstractValue Value)> Repeated =>
        _repeated.SelectMany(repeated => repeated.Value.Select(entry => (repeated.Key.App, repeated.Key.Key, entry.Value)));

    private IEnumerable<(string Key, List<ConfigEntry> Entries)> RepeatedOf(string app) => _repeatedKeys.TryGetValue(app, out var keys)
        ? keys.Select(key => (key, _repeated[(app, key)]))
        : [];

    /// <summary>One more entry of a key; it is merged over its own predecessor, if there was one.</summary>
    private void Repeat(string app, string key, AbstractValue value, List<ConfigEntry> older)
    {
        // What a branch repeats is not followed; the order says so.
        if (IsRecording)
        {
            _unordered.Add(app);
            return;
        }

        if (!_repeated.TryGetValue((app, key), out var entries))
        {
            _repeated.Add((app, key), entries = []);
            _repeatedKeys.TryAdd(app, []);
            _repeatedKeys[app].Add(key);
        }

        var merged = entries.Count < older.Count ? _merge.Merge(older[entries.Count].Value, value) : value;
        entries.Add(new ConfigEntry(merged, ++_clock));
    }

    private void ForgetRepeated(string app, string key)
    {
        if (!_repeated.Remove((app, key)))
        {
            return;
        }

        _repeatedKeys[app].Remove(key);
        if (IsRecording)
        {
            _unordered.Add(app);
        }
    }
}
