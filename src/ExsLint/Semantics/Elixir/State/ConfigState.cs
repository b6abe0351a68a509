using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>A configuration once it is evaluated.</summary>
public sealed class ConfigState
{
    private readonly ConfigJournal _journal;

    internal ConfigState(ConfigJournal journal) => _journal = journal;

    /// <summary>
    /// The applications that something known was configured for, be it nothing but an empty list; sorted by name.
    /// </summary>
    public IEnumerable<string> AppNames =>
        _journal.AppNames.Union(_journal.NamedApps, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The settings of an application, in the order of Config.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> GetSettings(string app) => _journal.GetSettings(app);

    /// <summary>Whether the order of <see cref="GetSettings"/> is Config's own, whatever the unknown conditions.</summary>
    public bool IsOrderKnown(string app) => _journal.IsOrderKnown(app);

    /// <summary>What may have changed settings, or added some, in ways that cannot be seen.</summary>
    public IEnumerable<UnknownLayer> Layers => _journal.Layers;

    /// <summary>A setting: its value, unknown where a layer may have set it, or absent.</summary>
    public AbstractValue Get(string app, string key) => _journal.Get(app, key);
}
