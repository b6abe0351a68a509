using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.EnumFunctions;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: what keeps, drops or groups items by what a function says of each.</summary>
internal static class EnumGroupFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Enum");
        table.Calling("filter", 2, ValueShape.List, (site, a) => EnumFilter.Filter(site, a[0], a[1], keeps: true));
        table.Calling("reject", 2, ValueShape.List, (site, a) => EnumFilter.Filter(site, a[0], a[1], keeps: false));
        Add(table, "split_with", 2, ValueShape.Any, (site, items, a) => Partition(site, items, a[1]));
        table.Calling("count", 2, ValueShape.Integer, (site, a) =>
            EnumFilter.Count(EnumFilter.Filter(site, a[0], a[1], keeps: true)));
        Add(table, "group_by", 2, ValueShape.Any, (site, items, a) => GroupBy(site, items, a[1], null));
        Add(table, "group_by", 3, ValueShape.Any, (site, items, a) => GroupBy(site, items, a[1], a[2]));
        Add(table, "uniq_by", 2, ValueShape.List, (site, items, a) =>
            Map(site, items, a[1], out var mapped) ?? (mapped is null ? null : UniqueBy(items, mapped.Value)));
        Add(table, "frequencies_by", 2, ValueShape.Any, (site, items, a) =>
            Map(site, items, a[1], out var mapped) ?? (mapped is null ? null : EnumPartFunctions.Frequencies(mapped.Value)));
        Add(table, "dedup_by", 2, ValueShape.List, (site, items, a) => Map(site, items, a[1], out var mapped)
            ?? (mapped is { } keys && keys.All(Enumerables.IsKey)
                ? List(items.Where((_, index) => index == 0 || !ValueComparer.Same(keys[index - 1], keys[index])))
                : null));
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

    private static AbstractValue? UniqueBy(ImmutableArray<AbstractValue> items, ImmutableArray<AbstractValue> keys)
    {
        var seen = new HashSet<AbstractValue>(ValueComparer.KeyComparer.Instance);
        return keys.All(Enumerables.IsKey) ? List(items.Where((_, index) => seen.Add(keys[index]))) : null;
    }
}
