using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>What is left of a value where a condition holds: without the alternatives that it excludes, at any depth.</summary>
internal static class Restriction
{
    /// <summary>The value where the condition holds; the same instance where nothing is excluded.</summary>
    public static AbstractValue Apply(AbstractValue value, Condition? condition)
    {
        if (condition is null)
        {
            return value;
        }

        switch (value)
        {
            case ChoiceValue choice:
                return ApplyToChoice(choice, condition);
            case TupleValue tuple:
                var parts = ApplyToItems(tuple.Items, condition);
                return parts == tuple.Items ? tuple : tuple with { Items = parts };
            case ListValue list:
                var items = ApplyToItems(list.Items, condition);
                return items == list.Items ? list : list with { Items = items };
            case ConditionalListValue list:
                var entries = ApplyToItems(list.Items, condition);
                return entries == list.Items ? list : WithEntries(list, entries);
            default:
                return value;
        }
    }

    private static AbstractValue ApplyToChoice(ChoiceValue choice, Condition condition)
    {
        var left = new List<Alternative>(choice.Alternatives.Length);
        var isChanged = false;
        foreach (var alternative in choice.Guarded)
        {
            if (!Condition.TryAnd(condition, alternative.Condition, out var both))
            {
                isChanged = true;
                continue;
            }

            var value = Apply(alternative.Value, both);
            isChanged |= !ReferenceEquals(value, alternative.Value);
            left.Add(alternative with { Value = value });
        }

        return isChanged ? ChoiceValue.Of(left, choice.Reason) : choice;
    }

    private static AbstractValue WithEntries(ConditionalListValue list, ImmutableArray<AbstractValue> entries) =>
        new Keywords(entries, list.Rest, list.IsOrdered).ToValue(list.Reason) with
        {
            Node = list.Node,
            Overrode = list.Overrode,
        };

    private static ImmutableArray<AbstractValue> ApplyToItems(ImmutableArray<AbstractValue> items, Condition condition)
    {
        ImmutableArray<AbstractValue>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var item = Apply(items[i], condition);
            if (!ReferenceEquals(item, items[i]))
            {
                changed ??= items.ToBuilder();
                changed[i] = item;
            }
        }

        return changed?.MoveToImmutable() ?? items;
    }
}
