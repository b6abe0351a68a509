using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Access</c>, and the functions of <c>Kernel</c> that follow a path of keys.</summary>
internal static class AccessFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Access")
            .Partial("get", 2, ValueShape.Any, a => Get(a[0], a[1], Nil))
            .Partial("get", 3, ValueShape.Any, a => Get(a[0], a[1], a[2]))
            .Partial("fetch", 2, ValueShape.Any, a => a[0] is AtomValue { IsNil: true } ? Error : Find(a[0], a[1]) switch
            {
                AbsentValue => Error,
                NeverValue never => never,
                { } found => Ok(found),
                null => null,
            })
            .Partial("fetch!", 2, ValueShape.Any, a =>
                Find(a[0], a[1]) is { } found ? found is AbsentValue ? Raise : found : null);
        table.In("Kernel")
            .Partial("get_in", 2, ValueShape.Any, a => Items(a[1]) is { IsEmpty: false } keys ? GetIn(a[0], keys) : null)
            .Partial("put_in", 3, ValueShape.Any, a =>
                Items(a[1]) is { IsEmpty: false } keys ? Update(a[0], keys, _ => a[2]) : null)
            .Calling("update_in", 3, ValueShape.Any, (site, a) => Items(a[1]) is { IsEmpty: false } keys
                ? Update(a[0], keys, value => site.Invoke(a[2], value))
                : null);
    }

    /// <summary><c>container[key]</c>; null where it is not known.</summary>
    public static AbstractValue? Get(AbstractValue container, AbstractValue key, AbstractValue otherwise) =>
        container is AtomValue { IsNil: true }
            ? otherwise
            : Find(container, key) is { } found ? found is AbsentValue ? otherwise : found : null;

    /// <summary>What stands under a key; absent where it does not occur, null where that is not known.</summary>
    private static AbstractValue? Find(AbstractValue container, AbstractValue key)
    {
        switch (container)
        {
            case MapValue { IsStruct: false } map:
                return Enumerables.IsKey(key) ? map.Find(key) ?? new AbsentValue() : null;
            case ListValue { Rest: null } list when key is AtomValue atom:
                return Entries.Find(list with { Overrode = null }, atom.Name) switch
                {
                    AbsentValue => new AbsentValue(),
                    UnknownValue { Node: null } => null,
                    var found => found,
                };
            case AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue:
                return Raise;
            default:
                return null;
        }
    }

    private static AbstractValue? GetIn(AbstractValue data, ImmutableArray<AbstractValue> keys)
    {
        AbstractValue? value = data;
        foreach (var key in keys)
        {
            if (key is FunctionValue or UnknownValue or ChoiceValue || value is null or UnknownValue or ChoiceValue)
            {
                return null;
            }

            value = Get(value, key, Nil);
            if (value is NeverValue)
            {
                return value;
            }
        }

        return value;
    }

    /// <summary>
    /// Replaces what stands under a path of keys; a keyword list keeps the place of a key, or gets it at its start.
    /// </summary>
    private static AbstractValue? Update(
        AbstractValue data, ImmutableArray<AbstractValue> keys, Func<AbstractValue, AbstractValue> change)
    {
        if (keys.IsEmpty)
        {
            return change(data);
        }

        var (key, index) = (keys[0], -1);
        if (key is AtomValue atom && data is ListValue { Rest: null, IsKeyword: true } keywords)
        {
            for (var i = 0; i < keywords.Items.Length; i++)
            {
                if (((AtomValue)((TupleValue)keywords.Items[i]).Items[0]).Name != atom.Name)
                {
                    continue;
                }

                // Of a key that occurs twice, Elixir 1.20 drops the second one, and 1.18 leaves it.
                if (index >= 0)
                {
                    return null;
                }

                index = i;
            }

            var value = Update(index < 0 ? Nil : ((TupleValue)keywords.Items[index]).Items[1], keys[1..], change);
            return value is null or NeverValue ? value
                : new ListValue(index < 0
                    ? keywords.Items.Insert(0, Tuple(key, value))
                    : keywords.Items.SetItem(index, Tuple(key, value)));
        }

        if (data is MapValue { IsStruct: false } map && Enumerables.IsKey(key))
        {
            var value = Update(map.Find(key) ?? Nil, keys[1..], change);
            if (value is null or NeverValue)
            {
                return value;
            }

            var builder = new MapBuilder(map);
            builder.Put(key, value);
            return builder.ToMap();
        }

        return data is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue && key is not FunctionValue
            ? Raise
            : null;
    }
}
