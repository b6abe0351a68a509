using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.EnumFunctions;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: what hands an accumulator from item to item.</summary>
internal static class EnumFoldFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Enum");
        Add(table, "reduce", 3, ValueShape.Any, (site, items, a) => Fold(site, items, a[1], a[2]));
        Add(table, "reduce", 2, ValueShape.Any, (site, items, a) =>
            items.IsEmpty ? Raise : Fold(site, items[1..], items[0], a[1]));
        Add(table, "map_reduce", 3, ValueShape.Any, (site, items, a) => MapReduce(site, items, a[1], a[2]));
        Add(table, "reduce_while", 3, ValueShape.Any, (site, items, a) => ReduceWhile(site, items, a[1], a[2]));
        Add(table, "scan", 2, ValueShape.List, (site, items, a) =>
            items.IsEmpty ? ListValue.Empty : Scan(site, items[1..], items[0], a[1], [items[0]]));
        Add(table, "scan", 3, ValueShape.List, (site, items, a) => Scan(site, items, a[1], a[2], []));
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
}
