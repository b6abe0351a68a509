namespace ExsLint.Semantics.Elixir;

/// <summary>
/// The configuration while it is evaluated: applications, their settings, the layers that may have changed them, and the files
/// imported. Within branches of an unknown condition every change is written down, so that a branch can be taken back and what the
/// branches did can be joined at the cost of their changes alone.
/// </summary>
/// <remarks>
/// Settings remember when they were set: a setting is in doubt if an unknown layer came later. Config puts an overridden key last, so
/// that time is order. Time never goes back, not even with a branch.
/// </remarks>
internal sealed class ConfigJournal(WorkBudget budget)
{
    /// <summary>The scope of a layer that may change any application.</summary>
    private const string AnyApp = "";

    private readonly KeywordMerge _merge = new(budget);
    private readonly Dictionary<string, Dictionary<string, ConfigEntry>> _apps = [];
    private readonly Dictionary<string, LayerEntry> _layers = [];
    private readonly HashSet<string> _imported = [];
    private readonly HashSet<string> _unordered = [];
    private readonly List<Change> _changes = [];
    private int _branchings;
    private long _clock;

    /// <summary>The applications that something known was configured for.</summary>
    public IEnumerable<string> AppNames => _apps.Where(app => app.Value.Count > 0).Select(app => app.Key);

    /// <summary>Whether something was configured, whatever the unknown conditions.</summary>
    public bool IsConfigured { get; private set; }

    /// <summary>Whether something unknown may have configured anything.</summary>
    public bool HasUnknownLayer => _layers.Count > 0;

    /// <summary>Whether nothing was configured, whatever the unknown conditions.</summary>
    public bool IsEmpty => !IsConfigured && _layers.Count == 0 && !AppNames.Any();

    /// <summary>The settings of an application, in the order of Config.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> GetSettings(string app) =>
        _apps.TryGetValue(app, out var entries)
            ? entries.OrderBy(entry => entry.Value.Time).Select(entry => KeyValuePair.Create(entry.Key, Get(app, entry.Key)))
            : [];

    /// <summary>Whether the order of an application's keys does not depend on unknown conditions.</summary>
    public bool IsOrderKnown(string app) => !_unordered.Contains(app) && !_layers.ContainsKey(AnyApp) && !_layers.ContainsKey(app);

    /// <summary>A setting: its value, unknown where a layer may have set it, or absent.</summary>
    public AbstractValue Get(string app, string key) => InDoubt(app, EntryOf(app, key), outcome: null);

    /// <summary><c>config app, key, value</c></summary>
    public void Set(string app, string key, AbstractValue value) => Put(app, key, _merge.Merge(Get(app, key), value));

    /// <summary><c>config app, settings</c> with a keyword list that is known to be one.</summary>
    public void Configure(string app, ListValue settings)
    {
        IsConfigured = true;

        // A key that occurs twice in one call is looked up by its first value; the application would not start with it.
        var seen = settings.Items.Length > 1 ? new HashSet<string>() : null;
        foreach (var item in settings.Items)
        {
            var pair = (TupleValue)item;
            var key = ((AtomValue)pair.Items[0]).Name;
            if (seen is null || seen.Add(key))
            {
                Set(app, key, pair.Items[1]);
            }
        }
    }

    /// <summary>Something may have changed settings here.</summary>
    public void AddLayer(UnknownLayer layer) => PutLayer(layer.App ?? AnyApp, new LayerEntry(++_clock, layer));

    /// <summary>Whether a file was imported on the way to this point.</summary>
    public bool IsImported(string path) => _imported.Contains(path);

    /// <summary>A file is imported here.</summary>
    public void AddImported(string path)
    {
        if (_imported.Add(path) && _branchings > 0)
        {
            _changes.Add(new Change(path, null, null, null));
        }
    }

    /// <summary>Merges another configuration, which was evaluated on its own, over this one.</summary>
    public void MergeLater(ConfigJournal later)
    {
        foreach (var layer in later._layers.Values.OrderBy(layer => layer.Time))
        {
            AddLayer(layer.Layer);
        }

        foreach (var app in later.AppNames)
        {
            foreach (var (key, value) in later.GetSettings(app))
            {
                Set(app, key, value);
            }
        }

        _unordered.UnionWith(later._unordered);
        IsConfigured |= later.IsConfigured;
    }

    /// <summary>Starts to write down changes; each start needs an <see cref="End"/>.</summary>
    public ConfigMark Begin()
    {
        _branchings++;
        return Mark();
    }

    /// <summary>This point, to which <see cref="RollBack"/> can return.</summary>
    public ConfigMark Mark() => new(_changes.Count, IsConfigured);

    /// <summary>Takes back all changes since a mark.</summary>
    public void RollBack(ConfigMark mark)
    {
        for (var i = _changes.Count - 1; i >= mark.Changes; i--)
        {
            Undo(_changes[i]);
        }

        _changes.RemoveRange(mark.Changes, _changes.Count - mark.Changes);
        IsConfigured = mark.IsConfigured;
    }

    /// <summary>What has changed since a mark.</summary>
    public ConfigOutcome Capture(ConfigMark mark)
    {
        var outcome = new ConfigOutcome(IsConfigured);
        for (var i = mark.Changes; i < _changes.Count; i++)
        {
            var (app, key, _, isLayer) = _changes[i];
            if (isLayer is not null)
            {
                outcome.Layers[app] = _layers[app];
            }
            else if (key is null)
            {
                outcome.Imported.Add(app);
            }
            else
            {
                outcome.Entries[(app, key)] = _apps[app][key];
            }
        }

        return outcome;
    }

    /// <summary>Ends what <see cref="Begin"/> began: any of these outcomes may have come about.</summary>
    public void End(IReadOnlyList<ConfigOutcome> outcomes, string reason)
    {
        if (outcomes.Count > 0)
        {
            Join(outcomes, reason);
        }

        if (--_branchings == 0)
        {
            _changes.Clear();
        }
    }

    private void Join(IReadOnlyList<ConfigOutcome> outcomes, string reason)
    {
        IsConfigured = outcomes.All(outcome => outcome.IsConfigured);
        foreach (var path in outcomes[0].Imported.Where(path => outcomes.All(outcome => outcome.Imported.Contains(path))))
        {
            AddImported(path);
        }

        var changed = outcomes.SelectMany(outcome => outcome.Entries).ToLookup(entry => entry.Key, entry => entry.Value.Time);
        var keys = changed.Select(entry => (entry.Key, Time: entry.Max())).OrderBy(entry => entry.Time).Select(entry => entry.Key).ToList();
        var values = keys.ConvertAll(key => outcomes.Count == 1
            ? outcomes[0].Entries[key].Value
            : Alternatives(key.App, key.Key, outcomes, reason));
        MarkOrder(outcomes);

        foreach (var (scope, layer) in outcomes.SelectMany(outcome => outcome.Layers).OrderBy(layer => layer.Value.Time))
        {
            PutLayer(scope, layer);
        }

        for (var i = 0; i < keys.Count; i++)
        {
            if (outcomes.Count == 1)
            {
                PutEntry(keys[i].App, keys[i].Key, outcomes[0].Entries[keys[i]]);
            }
            else
            {
                PutEntry(keys[i].App, keys[i].Key, new ConfigEntry(values[i], ++_clock));
            }
        }
    }

    private AbstractValue Alternatives(string app, string key, IReadOnlyList<ConfigOutcome> outcomes, string reason)
    {
        var values = new List<AbstractValue>(outcomes.Count);
        foreach (var outcome in outcomes)
        {
            values.Add(InDoubt(app, outcome.Entries.TryGetValue((app, key), out var entry) ? entry : EntryOf(app, key), outcome));
        }

        return budget.TrySpend(values.Min(value => value.Weight)) ? ChoiceValue.Of(values, reason) : new UnknownValue(WorkBudget.Reason);
    }

    /// <summary>The order of an application's keys is known if every outcome set the same ones in the same order.</summary>
    private void MarkOrder(IReadOnlyList<ConfigOutcome> outcomes)
    {
        if (outcomes.Count == 1)
        {
            return;
        }

        var orders = outcomes.Select(outcome => outcome.Entries.OrderBy(entry => entry.Value.Time).ToLookup(entry => entry.Key.App, entry => entry.Key.Key)).ToList();
        foreach (var app in orders.SelectMany(order => order.Select(keys => keys.Key)).Distinct())
        {
            if (!orders.TrueForAll(order => order[app].SequenceEqual(orders[0][app])))
            {
                _unordered.Add(app);
            }
        }
    }

    private ConfigEntry? EntryOf(string app, string key) =>
        _apps.TryGetValue(app, out var entries) && entries.TryGetValue(key, out var entry) ? entry : null;

    private AbstractValue InDoubt(string app, ConfigEntry? entry, ConfigOutcome? outcome)
    {
        var value = entry?.Value ?? new AbsentValue();
        if (_layers.Count == 0 && outcome is null or { Layers.Count: 0 })
        {
            return value;
        }

        var (time, doubt) = (entry?.Time ?? 0, (UnknownLayer?)null);
        foreach (var scope in (ReadOnlySpan<string>)[AnyApp, app])
        {
            var layer = outcome?.Layers.GetValueOrDefault(scope) ?? _layers.GetValueOrDefault(scope);
            if (layer is not null && layer.Time > time)
            {
                (time, doubt) = (layer.Time, layer.Layer);
            }
        }

        return doubt is null ? value : ChoiceValue.Of([value, new UnknownValue(doubt.Reason)], doubt.Reason);
    }

    private void Put(string app, string key, AbstractValue value)
    {
        IsConfigured = true;
        PutEntry(app, key, new ConfigEntry(budget.TrySpend(value.Weight) ? value : new UnknownValue(WorkBudget.Reason), ++_clock));
    }

    private void PutEntry(string app, string key, ConfigEntry entry)
    {
        if (!_apps.TryGetValue(app, out var entries))
        {
            _apps.Add(app, entries = []);
        }

        if (_branchings > 0)
        {
            _changes.Add(new Change(app, key, entries.GetValueOrDefault(key), null));
        }

        entries[key] = entry;
    }

    private void PutLayer(string scope, LayerEntry layer)
    {
        if (_branchings > 0)
        {
            _changes.Add(new Change(scope, null, null, _layers.GetValueOrDefault(scope) ?? LayerEntry.None));
        }

        _layers[scope] = layer;
    }

    private void Undo(Change change)
    {
        if (change.OlderLayer is { } layer)
        {
            Restore(_layers, change.Name, layer == LayerEntry.None ? null : layer);
        }
        else if (change.Key is null)
        {
            _imported.Remove(change.Name);
        }
        else
        {
            Restore(_apps[change.Name], change.Key, change.Older);
        }
    }

    private static void Restore<T>(Dictionary<string, T> entries, string key, T? older)
        where T : class
    {
        if (older is null)
        {
            entries.Remove(key);
        }
        else
        {
            entries[key] = older;
        }
    }

    /// <summary>A change within a branch: of a setting (Key is set), a layer (OlderLayer is set), or a file that was imported.</summary>
    private readonly record struct Change(string Name, string? Key, ConfigEntry? Older, LayerEntry? OlderLayer);
}
