using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>A point of an evaluation.</summary>
internal readonly record struct ConfigMark(int Changes, bool IsConfigured);

/// <summary>A setting and when it was set.</summary>
internal sealed record ConfigEntry(AbstractValue Value, long Time);

/// <summary>The last unknown layer of its scope and when it came; earlier ones add nothing to the doubt.</summary>
internal sealed record LayerEntry(long Time, UnknownLayer? Known)
{
    /// <summary>There was no layer.</summary>
    public static LayerEntry None { get; } = new(0, null);

    public UnknownLayer Layer => Known!;
}

/// <summary>What one branch has changed.</summary>
/// <param name="IsConfigured">Whether something was configured when it ended.</param>
/// <param name="Condition">What holds where the branch was taken; null for what nobody knows.</param>
internal sealed record ConfigOutcome(bool IsConfigured, Condition? Condition)
{
    private static readonly Dictionary<(string App, string Key), ConfigEntry> NoEntries = [];
    private static readonly Dictionary<string, LayerEntry> NoLayers = [];
    private static readonly HashSet<string> NoFiles = [];

    public Dictionary<(string App, string Key), ConfigEntry> Entries { get; private init; } = NoEntries;

    public Dictionary<string, LayerEntry> Layers { get; private init; } = NoLayers;

    public HashSet<string> Imported { get; private init; } = NoFiles;

    /// <summary>
    /// An outcome to write changes into. One that is made without has changed nothing: most only compute a value.
    /// </summary>
    public static ConfigOutcome OfChanges(bool isConfigured, Condition? condition) =>
        new(isConfigured, condition) { Entries = [], Layers = [], Imported = [] };

    /// <summary>Whether the branch has changed nothing.</summary>
    public bool IsEmpty => Entries.Count == 0 && Layers.Count == 0 && Imported.Count == 0;
}
