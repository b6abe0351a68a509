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
internal sealed record ConfigOutcome(bool IsConfigured)
{
    private static readonly ConfigOutcome NothingInConfigured = new(true);
    private static readonly ConfigOutcome NothingInEmpty = new(false);

    public Dictionary<(string App, string Key), ConfigEntry> Entries { get; } = [];

    public Dictionary<string, LayerEntry> Layers { get; } = [];

    public HashSet<string> Imported { get; } = [];

    /// <summary>The outcome of a branch that has changed nothing.</summary>
    public static ConfigOutcome Nothing(bool isConfigured) => isConfigured ? NothingInConfigured : NothingInEmpty;

    /// <summary>Whether the branch has changed nothing: most only compute a value.</summary>
    public bool IsEmpty => Entries.Count == 0 && Layers.Count == 0 && Imported.Count == 0;
}
