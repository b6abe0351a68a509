using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Map</c>.</summary>
internal static class MapFunctions
{
    private delegate AbstractValue? OverMap(
        CallSite site, MapValue map, AbstractValue key, ImmutableArray<AbstractValue> arguments);

    public static void AddTo(FunctionTable table)
    {
        table.In("Map")
            .Partial("new", 0, ValueShape.Any, _ => new MapValue([]))
            .Partial("new", 1, ValueShape.Any, a => Enumerables.Items(a[0], out var isOrdered) is { } items
                ? Enumerables.Into(items, new MapValue([]), isOrdered)
                : Enumerables.IsNone(a[0]) ? Raise : null)
            .Calling("new", 2, ValueShape.Any, (site, a) => EnumFunctions.MapInAnyOrder(
                site, a[0], a[1], (pairs, isOrdered) => Enumerables.Into(pairs, new MapValue([]), isOrdered)))
            .Partial("keys", 1, ValueShape.List, a => Ordered(a[0], pair => pair.Items[0]))
            .Partial("values", 1, ValueShape.List, a => Ordered(a[0], pair => pair.Items[1]))
            .Partial("to_list", 1, ValueShape.List, a => Ordered(a[0], pair => pair))
            .Partial("merge", 2, ValueShape.Any, a =>
                a is [MapValue left, MapValue right] ? Merge(left, right) : IsNoMap(a[0]) || IsNoMap(a[1]) ? Raise : null)
            .Calling("merge", 3, ValueShape.Any, MergeWith)
            .Partial("take", 2, ValueShape.Any, a => Keep(a, listed: true))
            .Partial("drop", 2, ValueShape.Any, a => Keep(a, listed: false))
            .Partial("split", 2, ValueShape.Any, a =>
                Keep(a, listed: true) is MapValue taken && Keep(a, listed: false) is { } dropped ? Tuple(taken, dropped) : null)
            .Exact("equal?", 2, ValueShape.Boolean, a => a is [MapValue left, MapValue right]
                ? TermEquality.AreEqual(left, right, strict: true) is { } equal ? Truth(equal) : null
                : Raise)
            .Calling("split_with", 2, ValueShape.Any, (site, a) =>
                Filter(site, a, "filter") is MapValue kept && a[1] is FunctionValue { Target.MayConfigure: false }
                    ? Tuple(kept, new MapValue([.. ((MapValue)a[0]).Pairs.Where(pair => kept.Find(pair.Key) is null)]))
                    : null)
            .Partial("from_keys", 2, ValueShape.Any, a => Items(a[0]) is { } keys && keys.All(Enumerables.IsKey)
                ? Enumerables.Into([.. keys.Select(key => Tuple(key, a[1]))], new MapValue([]))
                : null)
            .Partial("intersect", 2, ValueShape.Any, a => a is [MapValue left, MapValue right]
                ? new MapValue([.. right.Pairs.Where(pair => left.Find(pair.Key) is not null)])
                : IsNoMap(a[0]) || IsNoMap(a[1]) ? Raise : null)
            .Calling("filter", 2, ValueShape.Any, (site, a) => Filter(site, a, "filter"))
            .Calling("reject", 2, ValueShape.Any, (site, a) => Filter(site, a, "reject"));
        Add(table, "get", 2, (_, map, key, _) => map.Find(key) ?? Nil);
        Add(table, "get", 3, (_, map, key, a) => map.Find(key) ?? a[2]);
        Add(table, "get_lazy", 3, (site, map, key, a) => map.Find(key) ?? site.Invoke(a[2]));
        Add(table, "fetch", 2, (_, map, key, _) => map.Find(key) is { } found ? Ok(found) : Error);
        Add(table, "fetch!", 2, (_, map, key, _) => map.Find(key) ?? Raise);
        Add(table, "has_key?", 2, (_, map, key, _) => Truth(map.Find(key) is not null));
        Add(table, "put", 3, (_, map, key, a) => Put(map, key, a[2]));
        Add(table, "put_new", 3, (_, map, key, a) => map.Find(key) is null ? Put(map, key, a[2]) : map);
        Add(table, "put_new_lazy", 3, (site, map, key, a) => map.Find(key) is null ? Put(map, key, site.Invoke(a[2])) : map);
        Add(table, "replace", 3, (_, map, key, a) => map.Find(key) is null ? map : Put(map, key, a[2]));
        Add(table, "replace!", 3, (_, map, key, a) => map.Find(key) is null ? Raise : Put(map, key, a[2]));
        Add(table, "delete", 2, (_, map, key, _) => Delete(map, key));
        Add(table, "pop", 2, (_, map, key, _) => Tuple(map.Find(key) ?? Nil, Delete(map, key)));
        Add(table, "pop", 3, (_, map, key, a) => Tuple(map.Find(key) ?? a[2], Delete(map, key)));
        Add(table, "pop!", 2, (_, map, key, _) => map.Find(key) is { } found ? Tuple(found, Delete(map, key)) : Raise);
        Add(table, "pop_lazy", 3, (site, map, key, a) =>
            (map.Find(key) ?? site.Invoke(a[2])) is var found and not NeverValue ? Tuple(found, Delete(map, key)) : Raise);
        Add(table, "replace_lazy", 3, (site, map, key, a) =>
            map.Find(key) is { } found ? Put(map, key, site.Invoke(a[2], found)) : map);
        Add(table, "update!", 3, (site, map, key, a) =>
            map.Find(key) is { } found ? Put(map, key, site.Invoke(a[2], found)) : Raise);
        Add(table, "update", 4, (site, map, key, a) =>
            Put(map, key, map.Find(key) is { } found ? site.Invoke(a[3], found) : a[2]));
    }

    /// <summary>Adds a function of a map and a key.</summary>
    private static void Add(FunctionTable table, string name, int arity, OverMap body) =>
        table.Calling(name, arity, ValueShape.Any, (site, a) =>
            a[0] is MapValue map ? Enumerables.IsKey(a[1]) ? body(site, map, a[1], a) : null : IsNoMap(a[0]) ? Raise : null);

    private static bool IsNoMap(AbstractValue value) =>
        value is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or ListValue;

    private static AbstractValue Put(MapValue map, AbstractValue key, AbstractValue value)
    {
        if (value is NeverValue)
        {
            return value;
        }

        return map.With(key, value);
    }

    private static MapValue Delete(MapValue map, AbstractValue key)
    {
        var builder = new MapBuilder(map);
        builder.Remove(key);
        return builder.ToMap();
    }

    private static MapValue Merge(MapValue left, MapValue right)
    {
        var builder = new MapBuilder(left);
        foreach (var (key, value) in right.Pairs)
        {
            builder.Put(key, value);
        }

        return builder.ToMap();
    }

    /// <summary>
    /// Two values of a key are merged by a function; in which order it is called for several keys is not known.
    /// </summary>
    private static AbstractValue? MergeWith(CallSite site, ImmutableArray<AbstractValue> a)
    {
        if (a is not [MapValue left, MapValue right, FunctionValue { Target.MayConfigure: false }])
        {
            return IsNoMap(a[0]) || IsNoMap(a[1]) ? Raise : null;
        }

        var builder = new MapBuilder(left);
        foreach (var (key, value) in right.Pairs)
        {
            var merged = left.Find(key) is { } older ? site.Invoke(a[2], key, older, value) : value;
            if (merged is NeverValue)
            {
                return merged;
            }

            builder.Put(key, merged);
        }

        return builder.ToMap();
    }

    private static AbstractValue? Ordered(AbstractValue value, Func<TupleValue, AbstractValue> part) =>
        value is MapValue { IsStruct: false }
            ? Enumerables.Items(value, out var isOrdered) is { } pairs
                ? Enumerables.ListOf([.. pairs.Select(pair => part((TupleValue)pair))], isOrdered)
                : null
            : IsNoMap(value) ? Raise : null;

    private static AbstractValue? Keep(ImmutableArray<AbstractValue> a, bool listed)
    {
        if (a[0] is not MapValue map || Items(a[1]) is not { } keys || !keys.All(Enumerables.IsKey))
        {
            return null;
        }

        return new MapValue([.. map.Pairs.Where(pair => keys.Any(key => ValueComparer.Same(key, pair.Key)) == listed)]);
    }

    private static AbstractValue? Filter(CallSite site, ImmutableArray<AbstractValue> a, string name) =>
        a[0] is MapValue { IsStruct: false } ? ToMap(KnownFunctions.Find("Enum", name, 2)!.Body(site, a)) : null;

    private static AbstractValue? ToMap(AbstractValue? kept) => kept switch
    {
        null or NeverValue => kept,
        ChoiceValue choice => choice.Alternatives.All(list => ToMap(list) is not null)
            ? ChoiceValue.Of([.. choice.Alternatives.Select(list => ToMap(list)!)], choice.Reason)
            : null,
        _ => Enumerables.Items(kept, out var isOrdered) is { } pairs
            ? Enumerables.Into(pairs, new MapValue([]), isOrdered)
            : null,
    };
}
