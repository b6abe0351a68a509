using System.Collections.Immutable;
using System.Numerics;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Elixir's <c>==</c> and <c>===</c> of two values.</summary>
internal static class TermEquality
{
    /// <summary>Whether two values are equal; null if that is not known.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="strict">Whether 1 and 1.0 differ.</param>
    public static bool? AreEqual(AbstractValue left, AbstractValue right, bool strict)
    {
        if (left is ChoiceValue || right is ChoiceValue)
        {
            bool?[] results =
                [.. from l in ChoiceValue.Flatten(left) from r in ChoiceValue.Flatten(right) select AreEqual(l, r, strict)];
            return Array.TrueForAll(results, result => result == results[0]) ? results[0] : null;
        }

        return (left, right) switch
        {
            (IntegerValue a, IntegerValue b) => a.Number == b.Number,
            (FloatValue { Number: 0 } a, FloatValue { Number: 0 } b) =>
                strict && double.IsNegative(a.Number) != double.IsNegative(b.Number) ? null : true,
            (FloatValue a, FloatValue b) => a.Number.Equals(b.Number),
            (IntegerValue a, FloatValue b) => !strict && IsSameNumber(a.Number, b.Number),
            (FloatValue a, IntegerValue b) => !strict && IsSameNumber(b.Number, a.Number),
            (AtomValue a, AtomValue b) => a.Name == b.Name,
            (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceEqual(b.Bytes.AsSpan()),
            (TupleValue a, TupleValue b) => AreEqualItems(a.Items, b.Items, strict),
            (ListValue { Rest: null } a, ListValue { Rest: null } b) => AreEqualItems(a.Items, b.Items, strict),
            (MapValue a, MapValue b) => AreEqualMaps(a, b, strict),
            (FunctionValue, FunctionValue) => ReferenceEquals(left, right) ? true : null,
            (OpaqueValue, OpaqueValue or MapValue or FunctionValue) or (MapValue or FunctionValue, OpaqueValue) => null,
            _ => MayHaveSameType(left, right) ? null : false,
        };
    }

    private static bool IsSameNumber(BigInteger integer, double number) =>
        double.IsInteger(number) && new BigInteger(number) == integer;

    /// <summary>Keys are compared strictly, values as asked.</summary>
    private static bool? AreEqualMaps(MapValue left, MapValue right, bool strict)
    {
        if (left.Pairs.Length != right.Pairs.Length)
        {
            return false;
        }

        bool? result = true;
        foreach (var (key, value) in left.Pairs)
        {
            // A key of the one that the other does not have as it is may still be 1.0 where the other has 1.
            if (right.Find(key) is not { } other)
            {
                return Enumerables.IsKey(key) ? false : null;
            }

            var equal = AreEqual(value, other, strict);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static bool? AreEqualItems(ImmutableArray<AbstractValue> left, ImmutableArray<AbstractValue> right, bool strict)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Length && result != false; i++)
        {
            result = AreEqual(left[i], right[i], strict) switch { false => false, null => null, true => result };
        }

        return result;
    }

    private static bool MayHaveSameType(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (UnknownValue unknown, UnknownValue other) =>
            MayBe(unknown.Shape, Example(other.Shape)) || MayBe(other.Shape, Example(unknown.Shape)),
        (UnknownValue unknown, _) => MayBe(unknown.Shape, right),
        (_, UnknownValue unknown) => MayBe(unknown.Shape, left),
        _ => left.GetType() == right.GetType(),
    };

    private static AbstractValue? Example(ValueShape shape) => shape switch
    {
        ValueShape.Binary => new BinaryValue([]),
        ValueShape.Integer => new IntegerValue(0),
        ValueShape.Float => new FloatValue(0),
        ValueShape.List => ListValue.Empty,
        ValueShape.Boolean => AtomValue.True,
        _ => null,
    };

    private static bool MayBe(ValueShape shape, AbstractValue? value) => value is null || shape switch
    {
        ValueShape.Binary => value is BinaryValue,
        ValueShape.BinaryOrNil => value is BinaryValue or AtomValue { IsNil: true },
        ValueShape.Integer or ValueShape.Float => value is IntegerValue or FloatValue,
        ValueShape.Boolean => value is AtomValue { Name: "true" or "false" },
        ValueShape.Atom => value is AtomValue,
        ValueShape.List => value is ListValue,
        _ => true,
    };
}
