namespace ExsLint.Semantics.Elixir.Values;

/// <summary>The entries of keyword lists and maps.</summary>
internal static class Entries
{
    /// <summary>What stands under a key of a keyword list or map.</summary>
    public static AbstractValue Find(AbstractValue value, string key)
    {
        switch (value)
        {
            case ChoiceValue choice:
                return FindInChoice(choice, key);
            case ListValue list:
                return FindInList(list, key);
            case ConditionalListValue list:
                return FindInConditional(list, key);
            case MapValue map:
                return map.Pairs.FirstOrDefault(pair => pair.Key is AtomValue { Name: var name }
                    && name == key).Value ?? new AbsentValue();
            case UnknownValue unknown:
                return new UnknownValue(unknown.Reason) { Origin = unknown.Origin, Overrode = unknown.Overrode };
            case AbsentValue or NeverValue:
                return value;
            default:
                return new AbsentValue(value) { Overrode = OverriddenEntry(value, key) };
        }
    }

    private static AbstractValue FindInChoice(ChoiceValue choice, string key) =>
        choice.Map(alternative => Find(alternative, key));

    private static AbstractValue FindInConditional(ConditionalListValue list, string key)
    {
        var keywords = Keywords.Of(list)!.Value;
        return keywords.IndexOf(key) is >= 0 and var index ? WithOverridden(Keywords.ValueOf(list.Items[index]), list, key)
            : list.Rest is not null ? new UnknownValue(list.Rest.Reason)
            : new AbsentValue { Overrode = OverriddenEntry(list, key) };
    }

    /// <summary>
    /// What stands under a key to those who go through the whole list, so that the last entry of a key holds (<c>:gen_tcp</c>,
    /// <c>:ssl</c>).
    /// </summary>
    public static AbstractValue FindLast(AbstractValue value, string key) => value switch
    {
        ListValue list => FindInList(WithLastFirst(list, key), key),
        ConditionalListValue { Rest: { } rest } list =>
            ChoiceValue.Of([Find(list, key), new UnknownValue(rest.Reason)], rest.Reason),
        ChoiceValue choice => choice.Map(alternative => FindLast(alternative, key)),
        var other => Find(other, key),
    };

    private static ListValue WithLastFirst(ListValue list, string key)
    {
        var last = list.Items.LastOrDefault(item => item is TupleValue { Items: [AtomValue { Name: var name }, _] }
            && name == key);
        return last is null ? list : list with { Items = [last, .. list.Items.Where(item => !ReferenceEquals(item, last))] };
    }

    /// <summary>The first entry with a key, as <c>:lists.keyfind/3</c> finds it.</summary>
    private static AbstractValue FindInList(ListValue list, string key)
    {
        foreach (var item in list.Items)
        {
            switch (item)
            {
                case TupleValue { Items: [AtomValue { Name: var name }, var found] } when name == key:
                    return WithOverridden(found, list, key);
                case TupleValue { Items: [AtomValue { Name: var name }, ..] } when name == key:
                case TupleValue { Items: [UnknownValue or ChoiceValue, ..] }:
                case UnknownValue { Shape: ValueShape.Any } or ChoiceValue:
                    return new UnknownValue("entries that are not all known");
            }
        }

        return list.Rest is not null
            ? new UnknownValue(list.Rest.Reason)
            : new AbsentValue(list.IsKeyword == true ? null : list) { Overrode = OverriddenEntry(list, key) };
    }

    private static AbstractValue WithOverridden(AbstractValue value, AbstractValue container, string key) =>
        value.Overrode is null && OverriddenEntry(container, key) is { } older && older.Origin != value.Origin
            ? value with { Overrode = older }
            : value;

    /// <summary>
    /// What stood under a key in what a container replaced as a whole; only one step back, so that long histories cost nothing.
    /// </summary>
    private static AbstractValue? OverriddenEntry(AbstractValue container, string key) =>
        container.Overrode is null
            || Find(WithoutHistory(container.Overrode), key) is not { Node: not null } older
            || older is AbsentValue or UnknownValue
            ? null
            : older;

    private static AbstractValue WithoutHistory(AbstractValue value) =>
        value.Overrode is null ? value : value with { Overrode = null };
}
