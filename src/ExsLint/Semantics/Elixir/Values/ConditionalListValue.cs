using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// A keyword list of which it is not known which entries it has: each entry has a value of its own, which may be one of several
/// under conditions, or absent. No key stands twice.
/// </summary>
/// <remarks>To whoever does not ask for entries, it is a list that is not known.</remarks>
/// <param name="Items">
/// The entries: pairs of an atom and what stands there; <see cref="AbsentValue"/> among it where it may be missing.
/// </param>
/// <param name="Reason">What it depends on, for people.</param>
internal sealed record ConditionalListValue(ImmutableArray<AbstractValue> Items, string Reason)
    : UnknownValue(Reason, ValueShape.List)
{
    /// <summary>Where not null, there may be other keys too; the value says why.</summary>
    public UnknownValue? Rest { get; init; }

    /// <summary>Whether the entries that are there stand in this order.</summary>
    public bool IsOrdered { get; init; }

    internal override int Weight { get; } = WeightOf(Items);
}
