using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// The configuration while it is evaluated, as calls of <c>config</c> change it: each is merged over what was there. What is
/// done under an unknown condition can be taken back, and what the branches did is joined.
/// </summary>
internal sealed class ConfigJournal
{
    private readonly WorkBudget _budget;
    private readonly KeywordMerge _merge;
    private readonly RepeatedSettings _repeated;
    private readonly ConfigTables _tables = new();
    private readonly ConfigJoin _join;
    private readonly HashSet<string> _named = [];

    /// <summary>A configuration in which nothing is set.</summary>
    /// <param name="budget">The work that may be done.</param>
    /// <param name="control">Where the evaluation is.</param>
    public ConfigJournal(WorkBudget budget, ControlState control)
    {
        (_budget, _merge) = (budget, new KeywordMerge(budget, () => control.Path));
        _repeated = new RepeatedSettings(_merge);
        _join = new ConfigJoin(_tables, budget);
    }

    /// <summary>The settings that stand twice, by application and key, with their later values.</summary>
    public IEnumerable<(string App, string Key, AbstractValue Value)> Repeated => _repeated.Settings;

    /// <summary>The applications that something known was configured for.</summary>
    public IEnumerable<string> AppNames => _tables.AppNames;

    /// <summary>The applications for which something was configured for certain, be it an empty list.</summary>
    public IReadOnlySet<string> NamedApps => _named;

    /// <summary>Whether something was configured, whatever the unknown conditions.</summary>
    public bool IsConfigured => _tables.IsConfigured;

    /// <summary>Whether nothing was configured, whatever the unknown conditions.</summary>
    public bool IsEmpty => !IsConfigured && !_tables.HasLayers && !AppNames.Any();

    /// <summary>Whether what is done now is done under a condition that is not known.</summary>
    public bool IsInBranch => _tables.IsInBranch;

    /// <summary>
    /// The layers that came last, which may have changed what is set before them, in the order in which they came.
    /// </summary>
    public IEnumerable<UnknownLayer> Layers => _tables.Layers.Select(layer => layer.Layer);

    /// <summary>The settings of an application, in the order of Config.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> GetSettings(string app) =>
        _tables.EntriesOf(app) is { } entries
            ? entries
                .Select(entry => (entry.Key, Value: _tables.ValueOf(app, entry.Value), entry.Value.Time))
                .Concat(_repeated.Of(app).SelectMany(
                    repeated => repeated.Entries.Select(entry => (repeated.Key, entry.Value, entry.Time))))
                .OrderBy(entry => entry.Time)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value))
            : [];

    /// <summary>Whether the order of an application's keys does not depend on unknown conditions.</summary>
    public bool IsOrderKnown(string app) => !_tables.Unordered.Contains(app) && !_tables.IsInDoubt(app);

    /// <summary>A setting: its value, unknown where a layer may have set it, or absent.</summary>
    public AbstractValue Get(string app, string key) => _tables.ValueOf(app, _tables.EntryOf(app, key));

    /// <summary><c>config app, key, value</c></summary>
    public void Set(string app, string key, AbstractValue value)
    {
        ForgetRepeated(app, key);
        var newer = KeywordJoin.Normalize(value);
        var merged = _merge.Merge(Get(app, key), newer);
        _tables.IsConfigured = true;
        _tables.Put(app, key, new ConfigEntry(
            _budget.TrySpend(newer.Weight) ? merged : new UnknownValue(WorkBudget.Reason), _tables.NextTime()));
    }

    /// <summary><c>config app, settings</c></summary>
    public void Configure(string app, Keywords settings)
    {
        _tables.IsConfigured = true;
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
    public void AddLayer(UnknownLayer layer) =>
        _tables.PutLayer(layer.App ?? ConfigTables.AnyApp, new LayerEntry(_tables.NextTime(), layer));

    /// <summary>Whether a file was imported on the way to this point.</summary>
    public bool IsImported(string path) => _tables.IsImported(path);

    /// <summary>A file is imported here.</summary>
    public void AddImported(string path) => _tables.AddImported(path);

    /// <summary>Merges another configuration, which was evaluated on its own, over this one.</summary>
    public void MergeLater(ConfigJournal later)
    {
        foreach (var layer in later.Layers)
        {
            AddLayer(layer);
        }

        foreach (var app in later.AppNames)
        {
            var settings = later.GetSettings(app).Select(setting => new TupleValue([new AtomValue(setting.Key), setting.Value]));
            Configure(app, new Keywords([.. settings], null, IsOrdered: true));
        }

        _named.UnionWith(later._named);
        foreach (var app in later._tables.Unordered)
        {
            _tables.ForgetOrder(app);
        }

        _tables.IsConfigured |= later.IsConfigured;
    }

    /// <summary>Starts to write down changes; each start needs an <see cref="End"/>.</summary>
    public ConfigMark Begin() => _tables.BeginBranches();

    /// <summary>Ends what <see cref="Begin"/> began: any of these outcomes may have come about.</summary>
    public void End(IReadOnlyList<ConfigOutcome> outcomes, string reason)
    {
        _join.Apply(outcomes, reason);
        _tables.EndBranches();
    }

    /// <summary>Starts to write down changes that are made for certain; each start needs an <see cref="EndRecording"/>.</summary>
    public ConfigMark BeginRecording() => _tables.BeginRecording();

    /// <summary>Ends what <see cref="BeginRecording"/> began; what was done stays.</summary>
    /// <param name="unordered">The applications whose keys may have come in any order.</param>
    public void EndRecording(IEnumerable<string> unordered)
    {
        foreach (var app in unordered)
        {
            _tables.ForgetOrder(app);
        }

        _tables.EndRecording();
    }

    /// <summary>This point, to which <see cref="RollBack"/> can return.</summary>
    public ConfigMark Mark() => _tables.Mark();

    /// <summary>Takes back all changes since a mark.</summary>
    public void RollBack(ConfigMark mark) => _tables.RollBack(mark);

    /// <summary>What has changed since a mark.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="condition">What holds where these changes were made; null for what nobody knows.</param>
    public ConfigOutcome Capture(ConfigMark mark, Condition? condition = null) => _tables.Capture(mark, condition);

    /// <summary>One more entry of a key. What a branch repeats is not followed; the order says so.</summary>
    private void Repeat(string app, string key, AbstractValue value, IReadOnlyList<ConfigEntry> older)
    {
        if (_tables.IsRecording)
        {
            _tables.ForgetOrder(app);
        }
        else
        {
            _repeated.Add(app, key, value, older, _tables.NextTime());
        }
    }

    private void ForgetRepeated(string app, string key)
    {
        if (_repeated.Remove(app, key) && _tables.IsRecording)
        {
            _tables.ForgetOrder(app);
        }
    }
}
