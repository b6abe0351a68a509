using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>Compares terms, not where they come from.</summary>
public static class ValueComparer
{
    /// <summary>Whether two values are the same term, or unknown for the same reason. Integers and floats differ, as with <c>===</c>.</summary>
    public static bool Same(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (AtomValue a, AtomValue b) => a.Name == b.Name,
        (IntegerValue a, IntegerValue b) => a.Number == b.Number,
        (FloatValue a, FloatValue b) => a.Number.Equals(b.Number),
        (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceEqual(b.Bytes.AsSpan()),
        (TupleValue a, TupleValue b) => SameItems(a.Items, b.Items),
        (ListValue a, ListValue b) => a.Rest?.Reason == b.Rest?.Reason && SameItems(a.Items, b.Items),
        (MapValue a, MapValue b) => SameMaps(a, b),
        (UnknownValue a, UnknownValue b) => a.Reason == b.Reason && a.Shape == b.Shape && a.TreePath == b.TreePath,
        (ChoiceValue a, ChoiceValue b) => SameItems(a.Alternatives, b.Alternatives),
        (AbsentValue, AbsentValue) => true,
        (OpaqueValue a, OpaqueValue b) => a.Description == b.Description && a.Origin == b.Origin,
        _ => false,
    };

    /// <summary>Whether nothing in the value, at any depth, is unknown.</summary>
    public static bool IsKnown(AbstractValue value) => value switch
    {
        AtomValue or IntegerValue or FloatValue or BinaryValue => true,
        TupleValue tuple => tuple.Items.All(IsKnown),
        ListValue list => list.Rest is null && list.Items.All(IsKnown),
        MapValue map => map.Pairs.All(pair => IsKnown(pair.Key) && IsKnown(pair.Value)),
        _ => false,
    };

    private static bool SameItems(ImmutableArray<AbstractValue> left, ImmutableArray<AbstractValue> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameMaps(MapValue left, MapValue right) =>
        left.Pairs.Length == right.Pairs.Length
        && left.Pairs.All(pair => right.Pairs.Any(other => Same(pair.Key, other.Key) && Same(pair.Value, other.Value)));
}
