using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Erlang's order of terms: number, atom, function, tuple, map, list, binary.</summary>
internal static class TermOrder
{
    /// <summary>
    /// Less than, equal to or more than zero, as <c>==</c> and <c>&lt;</c> see it; null where that is not known.
    /// </summary>
    public static int? Compare(AbstractValue left, AbstractValue right)
    {
        if (Rank(left) is not { } first || Rank(right) is not { } second)
        {
            return null;
        }

        return first != second ? first.CompareTo(second) : (left, right) switch
        {
            (AtomValue a, AtomValue b) =>
                Encoding.UTF8.GetBytes(a.Name).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b.Name)),
            (TupleValue a, TupleValue b) =>
                a.Items.Length != b.Items.Length ? a.Items.Length.CompareTo(b.Items.Length) : CompareItems(a.Items, b.Items),
            (ListValue { Rest: null } a, ListValue { Rest: null } b) => CompareItems(a.Items, b.Items),
            (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes.AsSpan()),
            (MapValue a, MapValue b) => CompareMaps(a, b),
            _ => CompareNumbers(left, right),
        };
    }

    /// <summary>Sorted, the same ones in the order they had; null where the order is not known, or 1 and 1.0 meet.</summary>
    public static ImmutableArray<T>? Sort<T>(ImmutableArray<T> items, Func<T, AbstractValue> key, bool descending = false)
    {
        var keyed = items.Select(item => (Item: item, Key: key(item))).ToList();
        return MergeSort(keyed, descending) ? [.. keyed.Select(pair => pair.Item)] : null;
    }

    /// <summary>A stable sort that ends where an order is not known, whatever else it has seen.</summary>
    private static bool MergeSort<T>(List<(T Item, AbstractValue Key)> items, bool descending)
    {
        if (items.Count < 2)
        {
            return true;
        }

        var (left, right) = (items[..(items.Count / 2)], items[(items.Count / 2)..]);
        if (!MergeSort(left, descending) || !MergeSort(right, descending))
        {
            return false;
        }

        var (i, j) = (0, 0);
        items.Clear();
        while (i < left.Count && j < right.Count)
        {
            var order = Compare(left[i].Key, right[j].Key);
            if (order is null || (order == 0 && !ValueComparer.Same(left[i].Key, right[j].Key)))
            {
                return false;
            }

            items.Add((descending ? order >= 0 : order <= 0) ? left[i++] : right[j++]);
        }

        items.AddRange(left[i..]);
        items.AddRange(right[j..]);
        return true;
    }

    private static int? Rank(AbstractValue value) => value switch
    {
        IntegerValue or FloatValue => 0,
        AtomValue => 1,
        FunctionValue => 2,
        TupleValue => 3,
        MapValue => 4,
        ListValue { Items.IsEmpty: true, Rest: null } => 5,
        ListValue { Rest: null } => 6,
        BinaryValue => 7,
        _ => null,
    };

    private static int? CompareItems(ImmutableArray<AbstractValue> left, ImmutableArray<AbstractValue> right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (Compare(left[i], right[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Maps of one size are compared by their keys first, in an order of their own; that is left unknown.</summary>
    private static int? CompareMaps(MapValue left, MapValue right) =>
        left.Pairs.Length != right.Pairs.Length ? left.Pairs.Length.CompareTo(right.Pairs.Length)
        : ValueComparer.IsKnown(left) && ValueComparer.Same(left, right) ? 0
        : null;

    private static int? CompareNumbers(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (IntegerValue a, IntegerValue b) => a.Number.CompareTo(b.Number),
        (FloatValue a, FloatValue b) => a.Number == b.Number ? 0 : a.Number.CompareTo(b.Number),
        (IntegerValue a, FloatValue b) => Compare(a.Number, b.Number),
        (FloatValue a, IntegerValue b) => -Compare(b.Number, a.Number),
        _ => null,
    };

    /// <summary>As Erlang compares: exactly, whatever the size.</summary>
    private static int Compare(BigInteger integer, double number)
    {
        var floor = Math.Floor(number);
        var order = integer.CompareTo(new BigInteger(floor));
        return order == 0 && floor < number ? -1 : order;
    }
}
