using System.Collections.Immutable;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>What is known of an Elixir term without running anything: a term, something unknown, or one of several.</summary>
/// <remarks>
/// Two values are compared by <see cref="ValueComparer"/>, which looks at terms only, not at where they come from.
/// </remarks>
public abstract record AbstractValue
{
    /// <summary>The expression that produced the value; null for what the evaluator makes up itself.</summary>
    public Origin? Origin
    {
        get => Node is null ? null : new Origin(Node);
        init => Node = value?.Node;
    }

    /// <summary>The node of <see cref="Origin"/>: all that is kept of it, since there are millions of values.</summary>
    internal SyntaxNode? Node { get; init; }

    /// <summary>The value that this one replaced when the configuration was merged, if any.</summary>
    public AbstractValue? Overrode { get; init; }

    /// <summary>Whether the term counts as true; null if that is not known.</summary>
    public virtual bool? IsTruthy => true;

    /// <summary>
    /// How many parts the term has when written out; a part that occurs twice counts twice. Bounded by
    /// <see cref="MaximumWeight"/>: a few short lines that use a variable twice each describe more parts than there are atoms.
    /// </summary>
    internal virtual int Weight => 1;

    /// <summary>Heavier terms are left unknown. The largest file that is analysed holds fewer parts than this.</summary>
    internal const int MaximumWeight = 1 << 25;

    /// <summary>The weight of a term made of others.</summary>
    internal static int WeightOf(ImmutableArray<AbstractValue> parts)
    {
        var weight = 1L;
        foreach (var part in parts)
        {
            weight += part.Weight;
        }

        return (int)Math.Min(weight, MaximumWeight);
    }

    /// <summary>The term as Elixir would print it, cut short; nested secrets are not hidden here.</summary>
    public sealed override string ToString() => ElixirTerm.InMessage(this);
}
