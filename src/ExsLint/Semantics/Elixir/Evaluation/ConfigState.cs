using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>
/// The configuration at one point of the evaluation: applications, their settings, and the layers that may have changed them.
/// Immutable, so that both branches of an unknown condition can start from it. Settings remember when they were set: a
/// setting is in doubt if an unknown layer came later. Config puts an overridden key last, so that time is order.
/// </summary>
public sealed record ConfigState
{
    private const string AnyApp = "";

    private static readonly ImmutableSortedDictionary<string, ImmutableDictionary<string, Entry>> NoApps =
        ImmutableSortedDictionary.Create<string, ImmutableDictionary<string, Entry>>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, ImmutableDictionary<string, Entry>> Apps { get; init; } = NoApps;

    /// <summary>The last unknown layer for each application; earlier ones add nothing to the doubt.</summary>
    private ImmutableDictionary<string, (long Time, UnknownLayer Layer)> LastLayers { get; init; } =
        ImmutableDictionary<string, (long Time, UnknownLayer Layer)>.Empty;

    private long Clock { get; init; }

    /// <summary>Nothing configured.</summary>
    public static ConfigState Empty { get; } = new();

    /// <summary>The applications that something known was configured for, sorted by name.</summary>
    public IEnumerable<string> AppNames => Apps.Keys;

    /// <summary>Whether something unknown may have configured anything.</summary>
    public bool HasUnknownLayer => !LastLayers.IsEmpty;

    /// <summary>The settings of an application, in the order of Config.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> GetSettings(string app) =>
        Apps.TryGetValue(app, out var entries)
            ? entries.OrderBy(entry => entry.Value.Time).Select(entry => KeyValuePair.Create(entry.Key, Get(app, entry.Key)))
            : [];

    /// <summary>A setting: its value, unknown where a layer may have set it, or absent.</summary>
    public AbstractValue Get(string app, string key)
    {
        if (!Apps.TryGetValue(app, out var entries) || !entries.TryGetValue(key, out var entry))
        {
            return InDoubt(app, 0, new AbsentValue());
        }

        return InDoubt(app, entry.Time, entry.Value);
    }

    /// <summary><c>config app, key, value</c></summary>
    public ConfigState Set(string app, string key, AbstractValue value) => Put(app, key, KeywordMerge.Merge(Get(app, key), value));

    /// <summary>Something may have changed settings here.</summary>
    public ConfigState AddLayer(UnknownLayer layer) => this with
    {
        LastLayers = LastLayers.SetItem(layer.App ?? AnyApp, (Clock + 1, layer)),
        Clock = Clock + 1,
    };

    /// <summary>This configuration with another one, which was evaluated on its own, merged over it.</summary>
    public ConfigState MergeLater(ConfigState later)
    {
        var merged = this;
        foreach (var layer in later.LastLayers.Values.OrderBy(layer => layer.Time))
        {
            merged = merged.AddLayer(layer.Layer);
        }

        foreach (var app in later.AppNames)
        {
            foreach (var (key, value) in later.GetSettings(app))
            {
                merged = merged.Set(app, key, value);
            }
        }

        return merged;
    }

    /// <summary>What is known where either of two branches may have been taken.</summary>
    /// <param name="left">One branch.</param>
    /// <param name="right">The other.</param>
    /// <param name="reason">What decides between them, for people.</param>
    public static ConfigState Join(ConfigState left, ConfigState right, string reason)
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        var layers = left.LastLayers.ToBuilder();
        foreach (var (app, layer) in right.LastLayers)
        {
            layers[app] = layers.TryGetValue(app, out var ours) && ours.Time >= layer.Time ? ours : layer;
        }

        var joined = left with { Clock = Math.Max(left.Clock, right.Clock), LastLayers = layers.ToImmutable() };
        foreach (var app in left.Apps.Keys.Union(right.Apps.Keys))
        {
            joined = JoinApp(joined, app, left, right, reason);
        }

        return joined;
    }

    private static ConfigState JoinApp(ConfigState joined, string app, ConfigState left, ConfigState right, string reason)
    {
        var ours = left.Apps.GetValueOrDefault(app) ?? ImmutableDictionary<string, Entry>.Empty;
        var theirs = right.Apps.GetValueOrDefault(app) ?? ImmutableDictionary<string, Entry>.Empty;
        if (ReferenceEquals(ours, theirs))
        {
            return joined;
        }

        var changed =
            from key in ours.Keys.Union(theirs.Keys)
            let mine = ours.GetValueOrDefault(key)
            let other = theirs.GetValueOrDefault(key)
            where !ReferenceEquals(mine, other)
            orderby Math.Max(mine?.Time ?? 0, other?.Time ?? 0), key
            select key;
        foreach (var key in changed)
        {
            joined = joined.Put(app, key, ChoiceValue.Of([left.Get(app, key), right.Get(app, key)], reason));
        }

        return joined;
    }

    private AbstractValue InDoubt(string app, long time, AbstractValue value)
    {
        UnknownLayer? doubt = null;
        var latest = time;
        foreach (var scope in (ReadOnlySpan<string>)[AnyApp, app])
        {
            if (LastLayers.TryGetValue(scope, out var layer) && layer.Time > latest)
            {
                (latest, doubt) = layer;
            }
        }

        return doubt is null ? value : ChoiceValue.Of([value, new UnknownValue(doubt.Reason)], doubt.Reason);
    }

    private ConfigState Put(string app, string key, AbstractValue value)
    {
        var entries = Apps.GetValueOrDefault(app) ?? ImmutableDictionary<string, Entry>.Empty;
        return this with
        {
            Apps = Apps.SetItem(app, entries.SetItem(key, new Entry(value, Clock + 1))),
            Clock = Clock + 1,
        };
    }

    private sealed record Entry(AbstractValue Value, long Time);
}
