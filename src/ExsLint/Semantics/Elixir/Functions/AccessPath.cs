using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// What stands under a path of keys and functions of <c>Access</c>, and what becomes of a term when that is changed (Elixir 1.14
/// to 1.20). Null where it is not known.
/// </summary>
internal static class AccessPath
{
    /// <summary>
    /// What becomes of the value at the end of a path: absent where it is taken out, null where that is not known.
    /// </summary>
    public delegate AbstractValue? Change(AbstractValue value);

    /// <summary><c>get_in(data, keys)</c></summary>
    public static AbstractValue? Get(CallSite site, AbstractValue data, ReadOnlySpan<AbstractValue> keys)
    {
        if (keys.IsEmpty)
        {
            return data;
        }

        if (data is AtomValue { IsNil: true })
        {
            return Nil;
        }

        if (keys[0] is FunctionValue { Target: Accessor accessor })
        {
            return GetBy(site, accessor, data, keys[1..]);
        }

        if (keys[0] is FunctionValue or UnknownValue or ChoiceValue)
        {
            return null;
        }

        return AccessFunctions.Get(data, keys[0], Nil) is { } value
            ? value is NeverValue ? value : Get(site, value, keys[1..])
            : null;
    }

    private static AbstractValue? GetBy(CallSite site, Accessor accessor, AbstractValue data, ReadOnlySpan<AbstractValue> rest)
    {
        if (accessor.Kind is not (AccessorKind.All or AccessorKind.Filter))
        {
            return Find(accessor, data, isChanged: false) is { } value
                ? value is NeverValue ? value : Get(site, value, rest)
                : null;
        }

        if (Items(data) is not { } items)
        {
            return IsNoList(data) ? Raise : null;
        }

        var found = ImmutableArray.CreateBuilder<AbstractValue>(items.Length);
        foreach (var item in items)
        {
            if (IsTaken(site, accessor, item) is not { } isTaken)
            {
                return null;
            }

            if (isTaken)
            {
                if (Get(site, item, rest) is not ({ } part and not NeverValue))
                {
                    return null;
                }

                found.Add(part);
            }
        }

        return new ListValue(found.DrainToImmutable());
    }

    /// <summary><c>update_in(data, keys, change)</c></summary>
    public static AbstractValue? Update(CallSite site, AbstractValue data, ReadOnlySpan<AbstractValue> keys, Change change)
    {
        if (keys.IsEmpty)
        {
            return change(data);
        }

        var key = keys[0];
        if (key is FunctionValue { Target: Accessor accessor })
        {
            return UpdateBy(site, accessor, data, keys[1..], change);
        }

        if (key is AtomValue atom && data is ListValue { IsKeyword: true } keywords)
        {
            return UpdateKeyword(site, keywords, atom, keys[1..], change);
        }

        if (data is MapValue { IsStruct: false } map && Enumerables.IsKey(key))
        {
            return Put(map, key, Update(site, map.Find(key) ?? Nil, keys[1..], change));
        }

        return data is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue
            && key is not (FunctionValue or UnknownValue or ChoiceValue)
            ? Raise
            : null;
    }

    private static AbstractValue? UpdateKeyword(
        CallSite site, ListValue keywords, AtomValue key, ReadOnlySpan<AbstractValue> rest, Change change)
    {
        var index = -1;
        for (var i = 0; i < keywords.Items.Length; i++)
        {
            if (Keywords.KeyOf(keywords.Items[i]) != key.Name)
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

        if (index < 0 && keywords.Rest is not null)
        {
            return null;
        }

        var value = Update(site, index < 0 ? Nil : ((TupleValue)keywords.Items[index]).Items[1], rest, change);
        return value switch
        {
            null or NeverValue => value,
            AbsentValue => index < 0 ? keywords : null,
            _ => new ListValue(
                index < 0 ? keywords.Items.Insert(0, Tuple(key, value)) : keywords.Items.SetItem(index, Tuple(key, value)),
                keywords.Rest),
        };
    }

    private static AbstractValue? UpdateBy(
        CallSite site, Accessor accessor, AbstractValue data, ReadOnlySpan<AbstractValue> rest, Change change)
    {
        if (accessor.Kind is AccessorKind.All or AccessorKind.Filter)
        {
            return UpdateItems(site, accessor, data, rest, change);
        }

        if (Find(accessor, data, isChanged: true) is not { } value || value is NeverValue)
        {
            return Find(accessor, data, isChanged: true);
        }

        var changed = Update(site, value, rest, change);
        return (changed, data) switch
        {
            (null or NeverValue or AbsentValue, _) => changed as NeverValue,
            (_, MapValue map) => Put(map, accessor.Argument, changed),
            (_, TupleValue tuple) => new TupleValue(tuple.Items.SetItem(SmallInteger(accessor.Argument)!.Value, changed)),
            (_, ListValue list) => new ListValue(list.Items.SetItem(PlaceIn(list, accessor)!.Value, changed)),
            _ => null,
        };
    }

    private static AbstractValue? UpdateItems(
        CallSite site, Accessor accessor, AbstractValue data, ReadOnlySpan<AbstractValue> rest, Change change)
    {
        if (Items(data) is not { } items)
        {
            return IsNoList(data) ? Raise : null;
        }

        var changed = ImmutableArray.CreateBuilder<AbstractValue>(items.Length);
        foreach (var item in items)
        {
            if (IsTaken(site, accessor, item) is not { } isTaken)
            {
                return null;
            }

            if ((isTaken ? Update(site, item, rest, change) : item) is not { } value || value is NeverValue or AbsentValue)
            {
                return null;
            }

            changed.Add(value);
        }

        return new ListValue(changed.DrainToImmutable());
    }

    /// <summary>What an accessor that leads to one place finds there; where versions differ, nothing is known.</summary>
    private static AbstractValue? Find(Accessor accessor, AbstractValue data, bool isChanged)
    {
        switch (accessor.Kind, data)
        {
            case (_, UnknownValue or ChoiceValue or OpaqueValue or FunctionValue):
                return null;
            case (AccessorKind.Key, MapValue map):
                return Enumerables.IsKey(accessor.Argument) ? map.Find(accessor.Argument) ?? accessor.Otherwise : null;
            case (AccessorKind.ExistingKey or AccessorKind.Field, MapValue map):
                return Enumerables.IsKey(accessor.Argument) ? map.Find(accessor.Argument) ?? Raise : null;
            case (AccessorKind.Element, TupleValue tuple):
                return SmallInteger(accessor.Argument) is >= 0 and var index && index < tuple.Items.Length
                    ? tuple.Items[index]
                    : Raise;
            case (AccessorKind.At or AccessorKind.ExistingAt, ListValue { Rest: null } list):
                return SmallInteger(accessor.Argument) is null or < 0 ? null
                    : PlaceIn(list, accessor) is { } place ? list.Items[place]
                    : accessor.Kind == AccessorKind.ExistingAt ? Raise
                    : isChanged ? null
                    : Nil;
            case (AccessorKind.Key or AccessorKind.Field, AtomValue):
            case (_, ListValue or MapValue):
                return null;
            default:
                return Raise;
        }
    }

    private static int? PlaceIn(ListValue list, Accessor accessor) =>
        SmallInteger(accessor.Argument) is >= 0 and var place && place < list.Items.Length ? place : null;

    private static bool? IsTaken(CallSite site, Accessor accessor, AbstractValue item) =>
        accessor.Kind == AccessorKind.All ? true
        : site.Invoke(accessor.Argument, item) is var verdict and not NeverValue ? verdict.IsTruthy
        : null;

    private static AbstractValue? Put(MapValue map, AbstractValue key, AbstractValue? value) => value switch
    {
        null or NeverValue => value,
        AbsentValue => map.Find(key) is null ? map : null,
        _ => map.With(key, value),
    };

    private static bool IsNoList(AbstractValue value) =>
        value is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or MapValue;
}
