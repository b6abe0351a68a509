using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: what calls a function for each item.</summary>
internal static class EnumFunctions
{
    /// <summary>What is computed from the items; null where it is not known.</summary>
    public delegate AbstractValue? OverItems(
        CallSite site, ImmutableArray<AbstractValue> items, ImmutableArray<AbstractValue> arguments);

    public static void AddTo(FunctionTable table)
    {
        table.In("Enum");
        table.Calling("map", 2, ValueShape.List, (site, a) => MapInAnyOrder(
            site, a[0], a[1], (mapped, isOrdered) =>
                Enumerables.ListOf(mapped, isOrdered)));
        table.Calling("each", 2, ValueShape.Atom, (site, a) => MapInAnyOrder(site, a[0], a[1], (_, _) => new AtomValue("ok")));
        table.Calling("into", 3, ValueShape.Any, (site, a) =>
            MapInAnyOrder(site, a[0], a[2], (mapped, isOrdered) => Enumerables.Into(mapped, a[1], isOrdered)));
        table.Calling("flat_map", 2, ValueShape.List, (site, a) => MapInAnyOrder(site, a[0], a[1], (mapped, isOrdered) =>
            Concat(mapped) is ListValue { Items: var items } ? Enumerables.ListOf(items, isOrdered) : Concat(mapped)));
        table.Calling("filter", 2, ValueShape.List, (site, a) => EnumFilter.Filter(site, a[0], a[1], keeps: true));
        table.Calling("reject", 2, ValueShape.List, (site, a) => EnumFilter.Filter(site, a[0], a[1], keeps: false));
        Add(table, "split_with", 2, ValueShape.Any, (site, items, a) => Partition(site, items, a[1]));
        Add(table, "reduce", 3, ValueShape.Any, (site, items, a) => Fold(site, items, a[1], a[2]));
        Add(table, "reduce", 2, ValueShape.Any, (site, items, a) =>
            items.IsEmpty ? Raise : Fold(site, items[1..], items[0], a[1]));
        table.Calling("any?", 2, ValueShape.Boolean, (site, a) => AnyThat(site, a, wanted: true));
        table.Calling("all?", 2, ValueShape.Boolean, (site, a) => AnyThat(site, a, wanted: false));
        Add(table, "find", 2, ValueShape.Any, (site, items, a) =>
            FirstThat(site, items, a[1], wanted: true, out var found)
                ?? (found is { } index ? index < 0 ? Nil : items[index] : null));
        Add(table, "find", 3, ValueShape.Any, (site, items, a) =>
            FirstThat(site, items, a[2], wanted: true, out var found)
                ?? (found is { } index ? index < 0 ? a[1] : items[index] : null));
        Add(table, "find_index", 2, ValueShape.Any, (site, items, a) =>
            FirstThat(site, items, a[1], wanted: true, out var found)
                ?? (found is { } index ? index < 0 ? Nil : Number(index) : null));
        Add(table, "take_while", 2, ValueShape.List, (site, items, a) =>
            FirstThat(site, items, a[1], wanted: false, out var found)
                ?? (found is { } index ? new ListValue(index < 0 ? items : items[..index]) : null));
        Add(table, "drop_while", 2, ValueShape.List, (site, items, a) =>
            FirstThat(site, items, a[1], wanted: false, out var found)
                ?? (found is { } index ? new ListValue(index < 0 ? [] : items[index..]) : null));
        Add(table, "split_while", 2, ValueShape.Any, (site, items, a) =>
            FirstThat(site, items, a[1], wanted: false, out var found)
                ?? (found is { } index
                    ? Tuple(new ListValue(index < 0 ? items : items[..index]), new ListValue(index < 0 ? [] : items[index..]))
                    : null));
        Add(table, "find_value", 2, ValueShape.Any, (site, items, a) => FindValue(site, items, a[1], Nil));
        Add(table, "find_value", 3, ValueShape.Any, (site, items, a) => FindValue(site, items, a[2], a[1]));
        table.Calling("count", 2, ValueShape.Integer, (site, a) =>
            EnumFilter.Count(EnumFilter.Filter(site, a[0], a[1], keeps: true)));
        Add(table, "group_by", 2, ValueShape.Any, (site, items, a) => GroupBy(site, items, a[1], null));
        Add(table, "group_by", 3, ValueShape.Any, (site, items, a) => GroupBy(site, items, a[1], a[2]));
        Add(table, "map_join", 2, ValueShape.Binary, (site, items, a) =>
            Map(site, items, a[1], out var mapped) ?? (mapped is null ? null : EnumPartFunctions.Join(mapped.Value, Str(""))));
        Add(table, "map_join", 3, ValueShape.Binary, (site, items, a) =>
            Map(site, items, a[2], out var mapped) ?? (mapped is null ? null : EnumPartFunctions.Join(mapped.Value, a[1])));
        Add(table, "map_reduce", 3, ValueShape.Any, (site, items, a) => MapReduce(site, items, a[1], a[2]));
        Add(table, "reduce_while", 3, ValueShape.Any, (site, items, a) => ReduceWhile(site, items, a[1], a[2]));
        Add(table, "uniq_by", 2, ValueShape.List, (site, items, a) =>
            Map(site, items, a[1], out var mapped) ?? (mapped is null ? null : UniqueBy(items, mapped.Value)));
        Add(table, "frequencies_by", 2, ValueShape.Any, (site, items, a) =>
            Map(site, items, a[1], out var mapped) ?? (mapped is null ? null : EnumPartFunctions.Frequencies(mapped.Value)));
        Add(table, "dedup_by", 2, ValueShape.List, (site, items, a) => Map(site, items, a[1], out var mapped)
            ?? (mapped is { } keys && keys.All(Enumerables.IsKey)
                ? List(items.Where((_, index) => index == 0 || !ValueComparer.Same(keys[index - 1], keys[index])))
                : null));
        Add(table, "scan", 2, ValueShape.List, (site, items, a) =>
            items.IsEmpty ? ListValue.Empty : Scan(site, items[1..], items[0], a[1], [items[0]]));
        Add(table, "scan", 3, ValueShape.List, (site, items, a) => Scan(site, items, a[1], a[2], []));
        Add(table, "zip_with", 3, ValueShape.List, (site, items, a) => Enumerables.Ordered(a[1]) is { } others
            ? Calls(site, a[2], [.. items.Zip(others, ImmutableArray.Create)], out var zipped)
                ?? (zipped is null ? null : new ListValue(zipped.Value))
            : null);
    }

    /// <summary>Adds a function whose first argument is a collection.</summary>
    public static void Add(FunctionTable table, string name, int arity, ValueShape shape, OverItems body) =>
        table.Calling(name, arity, shape, (site, a) =>
            Enumerables.Ordered(a[0]) is { } items ? body(site, items, a) : Enumerables.IsNone(a[0]) ? Raise : null);

    /// <summary>
    /// Calls the function for each item of a collection, be it pairs whose order nobody knows, and makes the value of the
    /// results; null where it is not known.
    /// </summary>
    /// <param name="site">The call.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="function">The function.</param>
    /// <param name="result">Makes the value, told whether the order of the results is known.</param>
    public static AbstractValue? MapInAnyOrder(
        CallSite site,
        AbstractValue collection,
        AbstractValue function,
        Func<ImmutableArray<AbstractValue>, bool, AbstractValue?> result)
    {
        if (Enumerables.Items(collection, out var isOrdered) is not { } items)
        {
            return Enumerables.IsNone(collection) ? Raise : null;
        }

        if (isOrdered)
        {
            return Map(site, items, function, out var mapped) ?? (mapped is null ? null : result(mapped.Value, true));
        }

        var results = ImmutableArray.CreateBuilder<AbstractValue>(items.Length);
        var run = site.Caller.RunUnordered();
        AbstractValue? value = null;
        foreach (var item in items)
        {
            value = run.Run(() => site.Invoke(function, item));
            if (value is null or NeverValue || !site.Budget.TrySpend(value.Weight))
            {
                break;
            }

            results.Add(value);
        }

        return !run.End() ? null : results.Count == items.Length ? result(results.MoveToImmutable(), false) : value as NeverValue;
    }

    /// <summary>Calls the function for each item; gives what ends it early, or the results, or neither.</summary>
    public static AbstractValue? Map(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue function, out ImmutableArray<AbstractValue>? mapped) =>
        Calls(site, function, [.. items.Select(item => ImmutableArray.Create(item))], out mapped);

    /// <summary>What a fold gives after each item.</summary>
    private static AbstractValue? Scan(
        CallSite site,
        ImmutableArray<AbstractValue> items,
        AbstractValue accumulator,
        AbstractValue function,
        List<AbstractValue> results)
    {
        foreach (var item in items)
        {
            accumulator = site.Invoke(function, item, accumulator);
            if (accumulator is NeverValue || !site.Budget.TrySpend(accumulator.Weight))
            {
                return accumulator as NeverValue;
            }

            results.Add(accumulator);
        }

        return List(results);
    }

    private static AbstractValue? Calls(
        CallSite site,
        AbstractValue function,
        ImmutableArray<ImmutableArray<AbstractValue>> calls,
        out ImmutableArray<AbstractValue>? results)
    {
        var values = ImmutableArray.CreateBuilder<AbstractValue>(calls.Length);
        results = null;
        foreach (var arguments in calls)
        {
            var value = site.Invoke(function, arguments);
            if (value is NeverValue never)
            {
                return never;
            }

            if (!site.Budget.TrySpend(value.Weight))
            {
                return null;
            }

            values.Add(value);
        }

        results = values.MoveToImmutable();
        return null;
    }

    /// <summary>
    /// <c>any?</c>, or <c>all?</c> where none is to be false. Where the order is not known, nobody knows which items are asked.
    /// </summary>
    private static AbstractValue? AnyThat(CallSite site, ImmutableArray<AbstractValue> a, bool wanted)
    {
        if (Enumerables.Ordered(a[0]) is { } items)
        {
            return FirstThat(site, items, a[1], wanted, out var found)
                ?? (found is { } index ? Truth(index >= 0 == wanted) : null);
        }

        if (a[1] is not FunctionValue { Target.MayConfigure: false })
        {
            return Enumerables.IsNone(a[0]) ? Raise : null;
        }

        return MapInAnyOrder(site, a[0], a[1], (verdicts, _) =>
            verdicts.All(verdict => verdict.IsTruthy == !wanted) ? Truth(!wanted)
                : verdicts.Any(verdict => verdict.IsTruthy == wanted) && verdicts.All(verdict => verdict.IsTruthy is not null)
                    ? Truth(wanted)
                    : null) is var all and not NeverValue ? all : Enumerables.IsNone(a[0]) ? Raise : null;
    }

    private static AbstractValue? Partition(CallSite site, ImmutableArray<AbstractValue> items, AbstractValue predicate)
    {
        if (Map(site, items, predicate, out var verdicts) is { } never)
        {
            return never;
        }

        return verdicts is null || verdicts.Value.Any(verdict => verdict.IsTruthy is null)
            ? null
            : Tuple(
                List(items.Where((_, index) => verdicts.Value[index].IsTruthy == true)),
                List(items.Where((_, index) => verdicts.Value[index].IsTruthy == false)));
    }

    /// <summary>Reduces from an accumulator.</summary>
    public static AbstractValue Fold(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue accumulator, AbstractValue function)
    {
        foreach (var item in items)
        {
            accumulator = site.Invoke(function, item, accumulator);
            if (accumulator is NeverValue)
            {
                break;
            }
        }

        return accumulator;
    }

    private static AbstractValue? FirstThat(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue predicate, bool wanted, out int? index)
    {
        index = null;
        for (var i = 0; i < items.Length; i++)
        {
            var verdict = site.Invoke(predicate, items[i]);
            if (verdict is NeverValue never)
            {
                return never;
            }

            if (verdict.IsTruthy is not { } truth)
            {
                return null;
            }

            if (truth == wanted)
            {
                index = i;
                return null;
            }
        }

        index = -1;
        return null;
    }

    private static AbstractValue? FindValue(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue function, AbstractValue otherwise)
    {
        foreach (var item in items)
        {
            var value = site.Invoke(function, item);
            if (value is NeverValue || value.IsTruthy is null or true)
            {
                return value.IsTruthy is null ? null : value;
            }
        }

        return otherwise;
    }

    private static AbstractValue? GroupBy(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue key, AbstractValue? change)
    {
        var groups = new OrderedDictionary<AbstractValue, List<AbstractValue>>(ValueComparer.KeyComparer.Instance);
        var isKnown = true;

        // The keys and values of the last item are computed first.
        foreach (var item in items.Reverse())
        {
            var name = site.Invoke(key, item);
            if (name is NeverValue)
            {
                return name;
            }

            var value = change is null ? item : site.Invoke(change, item);
            if (value is NeverValue)
            {
                return value;
            }

            isKnown &= Enumerables.IsKey(name);
            if (!groups.TryGetValue(name, out var group))
            {
                groups.Add(name, group = []);
            }

            group.Insert(0, value);
        }

        return isKnown
            ? new MapValue(
                [.. groups.Select(group => KeyValuePair.Create<AbstractValue, AbstractValue>(group.Key, List(group.Value)))])
            : null;
    }

    private static AbstractValue? MapReduce(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue accumulator, AbstractValue function)
    {
        var mapped = new List<AbstractValue>();
        foreach (var item in items)
        {
            switch (site.Invoke(function, item, accumulator))
            {
                case NeverValue never:
                    return never;
                case TupleValue { Items: [var value, var next] }:
                    mapped.Add(value);
                    accumulator = next;
                    break;
                case UnknownValue or ChoiceValue:
                    return null;
                default:
                    return Raise;
            }
        }

        return Tuple(List(mapped), accumulator);
    }

    private static AbstractValue? ReduceWhile(
        CallSite site, ImmutableArray<AbstractValue> items, AbstractValue accumulator, AbstractValue function)
    {
        foreach (var item in items)
        {
            switch (site.Invoke(function, item, accumulator))
            {
                case NeverValue never:
                    return never;
                case TupleValue { Items: [AtomValue { Name: "cont" }, var next] }:
                    accumulator = next;
                    break;
                case TupleValue { Items: [AtomValue { Name: "halt" }, var last] }:
                    return last;
                default:
                    return null;
            }
        }

        return accumulator;
    }

    private static AbstractValue? UniqueBy(ImmutableArray<AbstractValue> items, ImmutableArray<AbstractValue> keys)
    {
        var seen = new HashSet<AbstractValue>(ValueComparer.KeyComparer.Instance);
        return keys.All(Enumerables.IsKey) ? List(items.Where((_, index) => seen.Add(keys[index]))) : null;
    }

    /// <summary>Lists (or other collections) in sequence.</summary>
    public static AbstractValue? Concat(ImmutableArray<AbstractValue> collections)
    {
        var all = ImmutableArray.CreateBuilder<AbstractValue>();
        foreach (var collection in collections)
        {
            if (Enumerables.Ordered(collection) is not { } items)
            {
                return Enumerables.IsNone(collection) ? Raise : null;
            }

            all.AddRange(items);
        }

        return new ListValue(all.DrainToImmutable());
    }
}
