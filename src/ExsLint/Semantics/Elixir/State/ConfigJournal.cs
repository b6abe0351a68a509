using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// The configuration while it is evaluated: applications, their settings, the layers that may have changed them, and the files
/// imported. Within branches of an unknown condition every change is written down, so that a branch can be taken back and what
/// the branches did can be joined at the cost of their changes alone.
/// </summary>
/// <remarks>
/// Settings remember when they were set: a setting is in doubt if an unknown layer came later. Config puts an overridden key
/// last, so that time is order. Time never goes back, not even with a branch.
/// </remarks>
internal sealed partial class ConfigJournal
{
    /// <summary>The scope of a layer that may change any application.</summary>
    private const string AnyApp = "";

    private static readonly AbsentValue Nothing = new();

    private readonly WorkBudget _budget;
    private readonly KeywordMerge _merge;
    private readonly RepeatedSettings _repeated;
    private readonly Dictionary<string, Dictionary<string, ConfigEntry>> _apps = [];
    private readonly Dictionary<string, LayerEntry> _layers = [];
    private readonly HashSet<string> _imported = [];
    private readonly HashSet<string> _unordered = [];
    private readonly HashSet<string> _named = [];
    private long _clock;

    /// <summary>A configuration in which nothing is set.</summary>
    /// <param name="budget">The work that may be done.</param>
    /// <param name="control">Where the evaluation is.</param>
    public ConfigJournal(WorkBudget budget, ControlState control)
    {
        (_budget, _merge) = (budget, new KeywordMerge(budget, () => control.Path));
        _repeated = new RepeatedSettings(_merge);
    }

    /// <summary>The settings that stand twice, by application and key, with their later values.</summary>
    public IEnumerable<(string App, string Key, AbstractValue Value)> Repeated => _repeated.Settings;

    /// <summary>The applications that something known was configured for.</summary>
    public IEnumerable<string> AppNames => _apps.Where(app => app.Value.Count > 0).Select(app => app.Key);

    /// <summary>The applications for which something was configured for certain, be it an empty list.</summary>
    public IReadOnlySet<string> NamedApps => _named;

    /// <summary>Whether something was configured, whatever the unknown conditions.</summary>
    public bool IsConfigured { get; private set; }

    /// <summary>Whether nothing was configured, whatever the unknown conditions.</summary>
    public bool IsEmpty => !IsConfigured && _layers.Count == 0 && !AppNames.Any();

    /// <summary>The settings of an application, in the order of Config.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> GetSettings(string app) =>
        _apps.TryGetValue(app, out var entries)
            ? entries
                .Select(entry => (entry.Key, Value: Get(app, entry.Key), entry.Value.Time))
                .Concat(_repeated.Of(app).SelectMany(
                    repeated => repeated.Entries.Select(entry => (repeated.Key, entry.Value, entry.Time))))
                .OrderBy(entry => entry.Time)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value))
            : [];

    /// <summary>
    /// The layers that came last, which may have changed what is set before them, in the order in which they came.
    /// </summary>
    public IEnumerable<UnknownLayer> Layers => _layers.Values.OrderBy(layer => layer.Time).Select(layer => layer.Layer);

    /// <summary>Whether the order of an application's keys does not depend on unknown conditions.</summary>
    public bool IsOrderKnown(string app) =>
        !_unordered.Contains(app) && !_layers.ContainsKey(AnyApp) && !_layers.ContainsKey(app);

    /// <summary>A setting: its value, unknown where a layer may have set it, or absent.</summary>
    public AbstractValue Get(string app, string key) => InDoubt(app, EntryOf(app, key), outcome: null);

    /// <summary><c>config app, key, value</c></summary>
    public void Set(string app, string key, AbstractValue value)
    {
        ForgetRepeated(app, key);
        var newer = KeywordJoin.Normalize(value);
        Put(app, key, _merge.Merge(Get(app, key), newer), newer.Weight);
    }

    /// <summary><c>config app, settings</c></summary>
    public void Configure(string app, Keywords settings)
    {
        IsConfigured = true;
        if (!IsInBranch)
        {
            _named.Add(app);
        }

        // A key that occurs twice in one call is looked up by its first value; the others stay behind it.
        var seen = settings.Items.Length > 1 ? new Dictionary<string, IReadOnlyList<ConfigEntry>>() : null;
        foreach (var item in settings.Items)
        {
            var pair = (TupleValue)item;
            var key = ((AtomValue)pair.Items[0]).Name;
            if (seen?.TryGetValue(key, out var older) == true)
            {
                Repeat(app, key, pair.Items[1], older);
            }
            else
            {
                seen?.Add(key, _repeated.Find(app, key));
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
        if (_imported.Add(path) && IsRecording)
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
            var settings = later.GetSettings(app).Select(setting => new TupleValue([new AtomValue(setting.Key), setting.Value]));
            Configure(app, new Keywords([.. settings], null, IsOrdered: true));
        }

        _named.UnionWith(later._named);
        _unordered.UnionWith(later._unordered);
        IsConfigured |= later.IsConfigured;
    }

    /// <summary>One more entry of a key. What a branch repeats is not followed; the order says so.</summary>
    private void Repeat(string app, string key, AbstractValue value, IReadOnlyList<ConfigEntry> older)
    {
        if (IsRecording)
        {
            _unordered.Add(app);
        }
        else
        {
            _repeated.Add(app, key, value, older, ++_clock);
        }
    }

    private void ForgetRepeated(string app, string key)
    {
        if (_repeated.Remove(app, key) && IsRecording)
        {
            _unordered.Add(app);
        }
    }

    private ConfigEntry? EntryOf(string app, string key) =>
        _apps.TryGetValue(app, out var entries) && entries.TryGetValue(key, out var entry) ? entry : null;

    private AbstractValue InDoubt(string app, ConfigEntry? entry, ConfigOutcome? outcome)
    {
        var value = entry?.Value ?? Nothing;
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

    private void Put(string app, string key, AbstractValue value, int weight)
    {
        IsConfigured = true;
        PutEntry(app, key, new ConfigEntry(_budget.TrySpend(weight)
            ? value
            : new UnknownValue(WorkBudget.Reason), ++_clock));
    }

    private void PutEntry(string app, string key, ConfigEntry entry)
    {
        if (!_apps.TryGetValue(app, out var entries))
        {
            _apps.Add(app, entries = []);
        }

        if (IsRecording)
        {
            _changes.Add(new Change(app, key, entries.GetValueOrDefault(key), null));
        }

        entries[key] = entry;
    }

    private void PutLayer(string scope, LayerEntry layer)
    {
        if (IsRecording)
        {
            _changes.Add(new Change(scope, null, null, _layers.GetValueOrDefault(scope) ?? LayerEntry.None));
        }

        _layers[scope] = layer;
    }
}
