using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>One of several terms.</summary>
/// <param name="Alternatives">
/// At least two, none a choice itself. An <see cref="AbsentValue"/> among them means that the entry may be missing.
/// </param>
/// <param name="Reason">What the choice depends on, for people.</param>
public sealed record ChoiceValue(ImmutableArray<AbstractValue> Alternatives, string Reason) : AbstractValue
{
    /// <summary>More alternatives than this become one unknown.</summary>
    public const int MaximumAlternatives = 8;

    /// <summary>The conditions of the alternatives, in their order; empty where none has one.</summary>
    public ImmutableArray<Condition?> Conditions { get; internal init; } = [];

    internal override int Weight { get; } = WeightOf(Alternatives);

    /// <inheritdoc/>
    public override bool? IsTruthy
    {
        get
        {
            var first = Alternatives[0].IsTruthy;
            return Alternatives.All(alternative => alternative.IsTruthy == first) ? first : null;
        }
    }

    /// <summary>The alternatives with their conditions.</summary>
    internal IEnumerable<Alternative> Guarded =>
        Alternatives.Select((alternative, index) => new Alternative(alternative, ConditionOf(index)));

    /// <summary>The condition without which an alternative is not the value; null where none is known.</summary>
    public Condition? ConditionOf(int index) => Conditions.IsEmpty ? null : Conditions[index];

    /// <summary>One value for several: the only one if they are equal, else a choice, else (too many) an unknown.</summary>
    public static AbstractValue Of(IReadOnlyCollection<AbstractValue> values, string? reason = null) =>
        Of(values.Select(value => new Alternative(value, null)), reason);

    /// <summary>
    /// One value for several under their conditions: the only one if they are equal, else a choice, else (too many) a list of
    /// which not all entries are known, or an unknown.
    /// </summary>
    internal static AbstractValue Of(IEnumerable<Alternative> alternatives, string? reason = null)
    {
        var set = new AlternativeSet();
        foreach (var alternative in alternatives)
        {
            set.Add(alternative);
        }

        return set.ToValue(reason);
    }

    /// <summary>What each alternative becomes, under the same condition.</summary>
    internal AbstractValue Map(Func<AbstractValue, AbstractValue> change) =>
        Of(Guarded.Select(alternative => alternative with { Value = change(alternative.Value) }), Reason);

    /// <summary>The alternatives of a value: its own if it is a choice, else itself.</summary>
    public static IEnumerable<AbstractValue> Flatten(AbstractValue value) =>
        value is ChoiceValue choice ? choice.Alternatives : [value];

    /// <summary>The alternatives of a value with their conditions: its own if it is a choice, else itself.</summary>
    internal static IEnumerable<Alternative> FlattenGuarded(AbstractValue value) =>
        value is ChoiceValue choice ? choice.Guarded : [new Alternative(value, null)];
}

/// <summary>A value and the condition without which it does not hold.</summary>
/// <param name="Value">The value.</param>
/// <param name="Condition">The condition; null where none is known.</param>
internal readonly record struct Alternative(AbstractValue Value, Condition? Condition);
