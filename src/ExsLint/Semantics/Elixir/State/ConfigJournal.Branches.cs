using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <content>Taking branches back, and joining what they did.</content>
internal sealed partial class ConfigJournal
{
    private readonly List<Change> _changes = [];
    private int _branchings;
    private int _recordings;

    /// <summary>Whether what is done now is done under a condition that is not known.</summary>
    public bool IsInBranch => _branchings > 0;

    /// <summary>Starts to write down changes; each start needs an <see cref="End"/>.</summary>
    public ConfigMark Begin()
    {
        _branchings++;
        return Mark();
    }

    /// <summary>Whether changes are written down.</summary>
    private bool IsRecording => _branchings > 0 || _recordings > 0;

    /// <summary>Starts to write down changes that are made for certain; each start needs an <see cref="EndRecording"/>.</summary>
    public ConfigMark BeginRecording()
    {
        _recordings++;
        return Mark();
    }

    /// <summary>Ends what <see cref="BeginRecording"/> began; what was done stays.</summary>
    /// <param name="unordered">The applications whose keys may have come in any order.</param>
    public void EndRecording(IEnumerable<string> unordered)
    {
        _unordered.UnionWith(unordered);
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

    /// <summary>Ends what <see cref="Begin"/> began: any of these outcomes may have come about.</summary>
    public void End(IReadOnlyList<ConfigOutcome> outcomes, string reason)
    {
        if (outcomes.Any(outcome => !outcome.IsEmpty || outcome.IsConfigured != IsConfigured))
        {
            Join(outcomes, reason);
        }

        _branchings--;
        ForgetChanges();
    }

    private void ForgetChanges()
    {
        if (!IsRecording)
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

        var changed = outcomes
            .SelectMany((outcome, number) => outcome.Entries.Select(entry => (entry.Key, Number: number, Entry: entry.Value)))
            .ToLookup(change => change.Key, change => (change.Number, change.Entry))
            .OrderBy(changes => changes.Max(change => change.Entry.Time))
            .ToList();
        var hasLayers = outcomes.Any(outcome => outcome.Layers.Count > 0);
        var values = changed.ConvertAll(changes => outcomes.Count == 1
            ? changes.Single().Entry.Value
            : Alternatives(changes.Key, [.. changes], outcomes, hasLayers, reason));
        MarkOrder(outcomes);

        foreach (var (scope, layer) in outcomes.SelectMany(outcome => outcome.Layers).OrderBy(layer => layer.Value.Time))
        {
            PutLayer(scope, layer);
        }

        for (var i = 0; i < values.Count; i++)
        {
            var (app, key) = changed[i].Key;
            PutEntry(app, key, outcomes.Count == 1 ? changed[i].Single().Entry : new ConfigEntry(values[i], ++_clock));
        }
    }

    /// <summary>What a setting may be after branches of which some have set it; the others have left it as it was.</summary>
    private AbstractValue Alternatives(
        (string App, string Key) setting,
        List<(int Number, ConfigEntry Entry)> changes,
        IReadOnlyList<ConfigOutcome> outcomes,
        bool hasLayers,
        string reason)
    {
        var values = changes.ConvertAll(change => new Alternative(
            InDoubt(setting.App, change.Entry, outcomes[change.Number]), outcomes[change.Number].Condition));
        if (changes.Count < outcomes.Count)
        {
            AddUnchanged(values, changes, setting, outcomes);
            if (hasLayers)
            {
                values.Add(new Alternative(new UnknownValue(reason), null));
            }
        }

        return _budget.TrySpend(values.Min(value => CostOfJoin(value.Value)))
            ? KeywordJoin.Of(values, reason)
            : new UnknownValue(WorkBudget.Reason);
    }

    /// <summary>Of a keyword list only what differs is compared.</summary>
    private static int CostOfJoin(AbstractValue value) =>
        Keywords.Of(value) is { } keywords ? Keywords.CostOfCopy(keywords.Items.Length) : value.Weight;

    /// <summary>What the setting is where a branch was taken that has not set it, at the place of the first of them.</summary>
    private void AddUnchanged(
        List<Alternative> values,
        List<(int Number, ConfigEntry Entry)> changes,
        (string App, string Key) setting,
        IReadOnlyList<ConfigOutcome> outcomes)
    {
        var old = Get(setting.App, setting.Key);
        var changed = changes.Select(change => change.Number).ToHashSet();
        var first = -1;
        Condition? common = null;
        for (var number = 0; number < outcomes.Count; number++)
        {
            if (!changed.Contains(number))
            {
                common = first < 0 ? outcomes[number].Condition : Condition.Common(common, outcomes[number].Condition);
                first = first < 0 ? number : first;
            }
        }

        values.Insert(first, new Alternative(old, common));
    }

    /// <summary>The order of an application's keys is known if every outcome set the same ones in the same order.</summary>
    private void MarkOrder(IReadOnlyList<ConfigOutcome> outcomes)
    {
        var orders = outcomes.SelectMany((outcome, number) => outcome.Entries
            .GroupBy(entry => entry.Key.App)
            .Select(entries =>
                (App: entries.Key, Keys: entries.OrderBy(entry => entry.Value.Time).Select(entry => entry.Key.Key).ToList())));
        foreach (var app in orders.ToLookup(order => order.App, order => order.Keys))
        {
            if (app.Count() < outcomes.Count || app.Any(keys => !keys.SequenceEqual(app.First())))
            {
                _unordered.Add(app.Key);
            }
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
