using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.EnumFunctions;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: what looks for the first item that a function accepts, or does not.</summary>
internal static class EnumSearchFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Enum");
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
}
