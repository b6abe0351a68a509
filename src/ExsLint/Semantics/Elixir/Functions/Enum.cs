using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: what calls a function for each item, and how items are handed to functions.</summary>
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
        Add(table, "map_join", 2, ValueShape.Binary, (site, items, a) =>
            Map(site, items, a[1], out var mapped) ?? (mapped is null ? null : EnumPartFunctions.Join(mapped.Value, Str(""))));
        Add(table, "map_join", 3, ValueShape.Binary, (site, items, a) =>
            Map(site, items, a[2], out var mapped) ?? (mapped is null ? null : EnumPartFunctions.Join(mapped.Value, a[1])));
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
