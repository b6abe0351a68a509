using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Joins what the branches of an unknown condition did to the configuration, at the cost of their changes alone.
/// </summary>
/// <param name="tables">The configuration, from which all branches were taken back.</param>
/// <param name="budget">The work that may be done.</param>
internal sealed class ConfigJoin(ConfigTables tables, WorkBudget budget)
{
    /// <summary>Makes a configuration of which any of several outcomes may have come about.</summary>
    /// <param name="outcomes">What each branch did.</param>
    /// <param name="reason">Why it is not known which.</param>
    public void Apply(IReadOnlyList<ConfigOutcome> outcomes, string reason)
    {
        if (!outcomes.Any(outcome => !outcome.IsEmpty || outcome.IsConfigured != tables.IsConfigured))
        {
            return;
        }

        tables.IsConfigured = outcomes.All(outcome => outcome.IsConfigured);
        foreach (var path in outcomes[0].Imported.Where(path => outcomes.All(outcome => outcome.Imported.Contains(path))))
        {
            tables.AddImported(path);
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
            tables.PutLayer(scope, layer);
        }

        for (var i = 0; i < values.Count; i++)
        {
            var (app, key) = changed[i].Key;
            var entry = outcomes.Count == 1 ? changed[i].Single().Entry : new ConfigEntry(values[i], tables.NextTime());
            tables.Put(app, key, entry);
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
            tables.ValueOf(setting.App, change.Entry, outcomes[change.Number]), outcomes[change.Number].Condition));
        if (changes.Count < outcomes.Count)
        {
            AddUnchanged(values, changes, setting, outcomes);
            if (hasLayers)
            {
                values.Add(new Alternative(new UnknownValue(reason), null));
            }
        }

        return budget.TrySpend(values.Min(value => CostOf(value.Value)))
            ? KeywordJoin.Of(values, reason)
            : new UnknownValue(WorkBudget.Reason);
    }

    /// <summary>Of a keyword list only what differs is compared.</summary>
    private static int CostOf(AbstractValue value) =>
        Keywords.Of(value) is { } keywords ? Keywords.CostOfCopy(keywords.Items.Length) : value.Weight;

    /// <summary>What the setting is where a branch was taken that has not set it, at the place of the first of them.</summary>
    private void AddUnchanged(
        List<Alternative> values,
        List<(int Number, ConfigEntry Entry)> changes,
        (string App, string Key) setting,
        IReadOnlyList<ConfigOutcome> outcomes)
    {
        var old = tables.ValueOf(setting.App, tables.EntryOf(setting.App, setting.Key));
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
                tables.ForgetOrder(app.Key);
            }
        }
    }
}
