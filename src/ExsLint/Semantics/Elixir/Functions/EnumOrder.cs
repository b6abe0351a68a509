using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: what depends on the order of terms.</summary>
internal static class EnumOrderFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Enum")
            .Partial("sort", 1, ValueShape.List, a => Sort(a[0], descending: false))
            .Partial("sort", 2, ValueShape.List, a =>
                a[1] is AtomValue { Name: "asc" or "desc" } order ? Sort(a[0], order.Name == "desc") : null)
            .Partial("max", 1, ValueShape.Any, a => Extreme(a[0], isLast: true))
            .Partial("min", 1, ValueShape.Any, a => Extreme(a[0], isLast: false));
        table.Calling("sort_by", 2, ValueShape.List, (site, a) => SortInAnyOrder(site, a, descending: false));
        table.Calling("sort_by", 3, ValueShape.List, (site, a) =>
            a[2] is AtomValue { Name: "asc" or "desc" } order ? SortInAnyOrder(site, a, order.Name == "desc") : null);
        EnumFunctions.Add(table, "max_by", 2, ValueShape.Any, (site, items, a) => First(site, items, a[1], descending: true));
        EnumFunctions.Add(table, "min_by", 2, ValueShape.Any, (site, items, a) => First(site, items, a[1], descending: false));
    }

    /// <summary>The order of a map's keys does not matter here.</summary>
    private static AbstractValue? Sort(AbstractValue collection, bool descending) =>
        Enumerables.Items(collection, out _) is not { } items ? Enumerables.IsNone(collection) ? Raise : null
        : ValueComparer.FirstUnknown(items) is null && TermOrder.Sort(items, item => item, descending) is { } sorted
            ? new ListValue(sorted)
            : null;

    private static AbstractValue? Extreme(AbstractValue collection, bool isLast) => Sort(collection, descending: false) switch
    {
        ListValue { Items.IsEmpty: true } => Raise,
        ListValue list => isLast ? list.Items[^1] : list.Items[0],
        var other => other,
    };

    /// <summary>What has the same key keeps its order, so that the keys must differ where that order is not known.</summary>
    private static AbstractValue? SortInAnyOrder(CallSite site, ImmutableArray<AbstractValue> a, bool descending)
    {
        if (Enumerables.Ordered(a[0]) is { } ordered)
        {
            return SortBy(site, ordered, a[1], descending);
        }

        return EnumFunctions.MapInAnyOrder(site, a[0], a[1], (keys, _) =>
        {
            ImmutableArray<(AbstractValue Item, AbstractValue Key)> keyed = [.. Enumerables.Items(a[0], out _)!.Value.Zip(keys)];
            return keys.All(Enumerables.IsKey)
                && TermOrder.Sort(keyed, pair => pair.Key, descending) is { } sorted
                && sorted.Zip(sorted.Skip(1)).All(pair => TermOrder.Compare(pair.First.Key, pair.Second.Key) != 0)
                ? List(sorted.Select(pair => pair.Item))
                : null;
        });
    }

    private static AbstractValue? SortBy(CallSite site, ImmutableArray<AbstractValue> items, AbstractValue key, bool descending)
    {
        if (EnumFunctions.Map(site, items, key, out var keys) is { } never)
        {
            return never;
        }

        if (keys is null || ValueComparer.FirstUnknown(keys.Value) is not null)
        {
            return null;
        }

        ImmutableArray<(AbstractValue Item, AbstractValue Key)> keyed = [.. items.Zip(keys.Value)];
        return TermOrder.Sort(keyed, pair => pair.Key, descending) is { } sorted ? List(sorted.Select(pair => pair.Item)) : null;
    }

    private static AbstractValue? First(CallSite site, ImmutableArray<AbstractValue> items, AbstractValue key, bool descending) =>
        items.IsEmpty ? Raise
            : SortBy(site, items, key, descending) is { } sorted ? sorted is ListValue list ? list.Items[0] : sorted
            : null;
}
