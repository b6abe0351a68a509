using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>Compares terms, not where they come from.</summary>
public static class ValueComparer
{
    /// <summary>
    /// Whether two values are the same term, or unknown for the same reason. Integers and floats differ, as with <c>===</c>; so
    /// do 0.0 and -0.0, which Erlang tells apart from OTP 27 on.
    /// </summary>
    public static bool Same(AbstractValue left, AbstractValue right) =>
        ReferenceEquals(left, right) || (left.Weight == right.Weight && (left, right) switch
        {
            (AtomValue a, AtomValue b) => a.Name == b.Name,
            (IntegerValue a, IntegerValue b) => a.Number == b.Number,
            (FloatValue a, FloatValue b) => BitConverter.DoubleToInt64Bits(a.Number) == BitConverter.DoubleToInt64Bits(b.Number),
            (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceEqual(b.Bytes.AsSpan()),
            (TupleValue a, TupleValue b) => SameItems(a.Items, b.Items),
            (ListValue a, ListValue b) => a.Rest?.Reason == b.Rest?.Reason && SameItems(a.Items, b.Items),
            (MapValue a, MapValue b) => SameMaps(a, b),
            (ConditionalListValue a, ConditionalListValue b) =>
                a.IsOrdered == b.IsOrdered && a.Rest?.Reason == b.Rest?.Reason && SameItems(a.Items, b.Items),
            (ConditionalListValue, _) or (_, ConditionalListValue) => false,
            (UnknownValue a, UnknownValue b) =>
                a.Reason == b.Reason && a.Shape == b.Shape && a.TreePath == b.TreePath && a.HasSteps == b.HasSteps
                && (a.Symbol is null ? b.Symbol is null : a.Symbol.Equals(b.Symbol))
                && a.MovesInRelease == b.MovesInRelease && a.Unordered == b.Unordered,
            (ChoiceValue a, ChoiceValue b) => SameItems(a.Alternatives, b.Alternatives),
            (AbsentValue, AbsentValue) => true,
            (MapSetValue a, MapSetValue b) => SameMaps(a.Members, b.Members),
            (RegexValue a, RegexValue b) => Same(a.Source, b.Source) && a.Options == b.Options && a.Origin == b.Origin,
            (OpaqueValue a, OpaqueValue b) => a.Description == b.Description && a.Origin == b.Origin,
            _ => false,
        });

    /// <summary>A hash that is equal for values that are the same; it looks at few parts.</summary>
    public static int GetHash(AbstractValue value) => value switch
    {
        AtomValue atom => atom.Name.GetHashCode(StringComparison.Ordinal),
        IntegerValue integer => integer.Number.GetHashCode(),
        FloatValue number => number.Number.GetHashCode(),
        BinaryValue binary => BinaryHash(binary.Bytes.AsSpan()),
        TupleValue { Items: [var first, ..] } tuple =>
            HashCode.Combine(tuple.Items.Length, GetHash(first), GetHash(tuple.Items[^1])),
        ConditionalListValue => value.Weight,
        ListValue { Items: [var first, ..] } list => HashCode.Combine(list.Items.Length, GetHash(first), GetHash(list.Items[^1])),
        _ => value.Weight,
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

    /// <summary>The first part, at any depth, that is not known; null if all is known.</summary>
    internal static AbstractValue? FirstUnknown(ImmutableArray<AbstractValue> values)
    {
        foreach (var value in values)
        {
            if (FirstUnknown(value) is { } part)
            {
                return part;
            }
        }

        return null;
    }

    private static AbstractValue? FirstUnknown(AbstractValue value)
    {
        switch (value)
        {
            case AtomValue or IntegerValue or FloatValue or BinaryValue:
                return null;
            case TupleValue tuple:
                return FirstUnknown(tuple.Items);
            case ListValue list:
                return FirstUnknown(list.Items) ?? list.Rest;
            case MapValue map:
                foreach (var pair in map.Pairs)
                {
                    if ((FirstUnknown(pair.Key) ?? FirstUnknown(pair.Value)) is { } part)
                    {
                        return part;
                    }
                }

                return null;
            default:
                return value;
        }
    }

    private static int BinaryHash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static bool SameItems(ImmutableArray<AbstractValue> left, ImmutableArray<AbstractValue> right)
    {
        if (left == right || left.Length != right.Length)
        {
            return left == right;
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

    private static bool SameMaps(MapValue left, MapValue right)
    {
        if (left.Pairs.Length != right.Pairs.Length)
        {
            return false;
        }

        var others = right.Pairs.ToDictionary(pair => pair.Key, pair => pair.Value, KeyComparer.Instance);
        return left.Pairs.All(pair => others.TryGetValue(pair.Key, out var other) && Same(pair.Value, other));
    }

    /// <summary>Lets values be keys of a dictionary.</summary>
    internal sealed class KeyComparer : IEqualityComparer<AbstractValue>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(AbstractValue? left, AbstractValue? right) =>
            left is not null && right is not null && Same(left, right);

        public int GetHashCode(AbstractValue value) => GetHash(value);
    }
}
