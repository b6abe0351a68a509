using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// What is configured at a point of the evaluation: settings, layers that may have changed them, files imported. Within branches
/// of an unknown condition every change is written down, so that a branch can be taken back and what it did can be told apart.
/// </summary>
/// <remarks>
/// Settings remember when they were set: a setting is in doubt if an unknown layer came later. Config puts an overridden key
/// last, so that time is order. Time never goes back, not even with a branch.
/// </remarks>
internal sealed class ConfigTables
{
    /// <summary>The scope of a layer that may change any application.</summary>
    public const string AnyApp = "";

    private static readonly AbsentValue Nothing = new();

    private readonly Dictionary<string, Dictionary<string, ConfigEntry>> _apps = [];
    private readonly Dictionary<string, LayerEntry> _layers = [];
    private readonly HashSet<string> _imported = [];
    private readonly HashSet<string> _unordered = [];
    private readonly List<Change> _changes = [];
    private int _branchings;
    private int _recordings;
    private long _clock;

    /// <summary>Whether something was configured, whatever the unknown conditions.</summary>
    public bool IsConfigured { get; set; }

    /// <summary>The applications that something known was configured for.</summary>
    public IEnumerable<string> AppNames => _apps.Where(app => app.Value.Count > 0).Select(app => app.Key);

    /// <summary>The layers that came last by their scope, in the order in which they came.</summary>
    public IEnumerable<LayerEntry> Layers => _layers.Values.OrderBy(layer => layer.Time);

    /// <summary>Whether there are layers.</summary>
    public bool HasLayers => _layers.Count > 0;

    /// <summary>The applications the order of whose keys depends on unknown conditions.</summary>
    public IReadOnlySet<string> Unordered => _unordered;

    /// <summary>Whether what is done now is done under a condition that is not known.</summary>
    public bool IsInBranch => _branchings > 0;

    /// <summary>Whether changes are written down.</summary>
    public bool IsRecording => _branchings > 0 || _recordings > 0;

    /// <summary>The time of what is done next; later than all before.</summary>
    public long NextTime() => ++_clock;

    /// <summary>The entries of an application, in no order.</summary>
    public IReadOnlyDictionary<string, ConfigEntry>? EntriesOf(string app) => _apps.GetValueOrDefault(app);

    /// <summary>What was last set for a key; null if nothing was.</summary>
    public ConfigEntry? EntryOf(string app, string key) =>
        _apps.TryGetValue(app, out var entries) && entries.TryGetValue(key, out var entry) ? entry : null;

    /// <summary>Whether a layer may have changed an application.</summary>
    public bool IsInDoubt(string app) => _layers.ContainsKey(AnyApp) || _layers.ContainsKey(app);

    /// <summary>A setting's value: unknown as well where a layer came later, absent where nothing was set.</summary>
    /// <param name="app">The application.</param>
    /// <param name="entry">What was set.</param>
    /// <param name="outcome">The branch in which it was set; null for this point.</param>
    public AbstractValue ValueOf(string app, ConfigEntry? entry, ConfigOutcome? outcome = null)
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

    /// <summary>Sets a key.</summary>
    public void Put(string app, string key, ConfigEntry entry)
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

    /// <summary>Something may have changed the settings of a scope.</summary>
    public void PutLayer(string scope, LayerEntry layer)
    {
        if (IsRecording)
        {
            _changes.Add(new Change(scope, null, null, _layers.GetValueOrDefault(scope) ?? LayerEntry.None));
        }

        _layers[scope] = layer;
    }

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

    /// <summary>The order of an application's keys is no longer known. This is not taken back with a branch.</summary>
    public void ForgetOrder(string app) => _unordered.Add(app);

    /// <summary>Starts to write down changes of branches; each start needs an <see cref="EndBranches"/>.</summary>
    public ConfigMark BeginBranches()
    {
        _branchings++;
        return Mark();
    }

    /// <summary>Ends what <see cref="BeginBranches"/> began.</summary>
    public void EndBranches()
    {
        _branchings--;
        ForgetChanges();
    }

    /// <summary>Starts to write down changes that are made for certain; each start needs an <see cref="EndRecording"/>.</summary>
    public ConfigMark BeginRecording()
    {
        _recordings++;
        return Mark();
    }

    /// <summary>Ends what <see cref="BeginRecording"/> began; what was done stays.</summary>
    public void EndRecording()
    {
        _recordings--;
        ForgetChanges();
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
    /// <param name="mark">The mark.</param>
    /// <param name="condition">What holds where these changes were made; null for what nobody knows.</param>
    public ConfigOutcome Capture(ConfigMark mark, Condition? condition = null)
    {
        if (_changes.Count == mark.Changes)
        {
            return new ConfigOutcome(IsConfigured, condition);
        }

        var outcome = ConfigOutcome.OfChanges(IsConfigured, condition);
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

    private void ForgetChanges()
    {
        if (!IsRecording)
        {
            _changes.Clear();
        }
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

    /// <summary>
    /// A change within a branch: of a setting (Key is set), a layer (OlderLayer is set), or a file that was imported.
    /// </summary>
    private readonly record struct Change(string Name, string? Key, ConfigEntry? Older, LayerEntry? OlderLayer);
}
