using System.Collections.Immutable;
using System.Numerics;

namespace ExsLint.Semantics.Elixir;

/// <content>Operators on known values.</content>
internal static partial class KnownFunctions
{
    /// <summary>Larger integers are left unknown, so that a short text cannot ask for endless arithmetic.</summary>
    private const long MaximumIntegerBits = 4_096;

    /// <summary>Every integer up to this one is a float exactly.</summary>
    private const long MaximumExactInteger = 1L << 53;

    /// <summary>The value of a binary operator whose operands were evaluated.</summary>
    public static AbstractValue Operator(string text, AbstractValue left, AbstractValue right) => text switch
    {
        "==" or "===" => Truth(AreEqual(left, right, text.Length == 3), left, right),
        "!=" or "!==" => Truth(!AreEqual(left, right, text.Length == 3), left, right),
        "<" or ">" or "<=" or ">=" => Truth(Compare(text, left, right), left, right),
        "<>" => Concatenate([RequireText(left), RequireText(right)]),
        "++" => left is ListValue { Rest: null } first && right is ListValue { Rest: null } second
            ? new ListValue(first.Items.AddRange(second.Items))
            : new UnknownValue(FirstReason(left, right)),
        "+" or "-" or "*" or "/" => Arithmetic(text, left, right),
        "=~" => new UnknownValue(FirstReason(left, right), ValueShape.Boolean),
        _ => new UnknownValue($"result of operator {text}"),
    };

    /// <summary><c>+a</c> and <c>-a</c></summary>
    public static AbstractValue Sign(string text, AbstractValue operand) => operand switch
    {
        IntegerValue integer => new IntegerValue(text == "-" ? -integer.Number : integer.Number),
        FloatValue number => new FloatValue(text == "-" ? -number.Number : number.Number),
        UnknownValue unknown => new UnknownValue(unknown.Reason, unknown.Shape is ValueShape.Integer or ValueShape.Float ? unknown.Shape : ValueShape.Any),
        _ => new UnknownValue(ReasonOf(operand)),
    };

    /// <summary><c>a in b</c></summary>
    public static AbstractValue In(AbstractValue left, AbstractValue right, bool negated)
    {
        if (right is not ListValue { Rest: null } list)
        {
            return new UnknownValue(FirstReason(left, right), ValueShape.Boolean);
        }

        bool? found = false;
        foreach (var item in list.Items)
        {
            var equal = AreEqual(left, item, strict: true);
            if (equal == true)
            {
                return AtomValue.Of(!negated);
            }

            found = equal is null ? null : found;
        }

        return found is null ? new UnknownValue(FirstReason(left, right), ValueShape.Boolean) : AtomValue.Of(negated);
    }

    /// <summary>Whether two values are equal; null if that is not known.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="strict">Whether 1 and 1.0 differ.</param>
    public static bool? AreEqual(AbstractValue left, AbstractValue right, bool strict)
    {
        if (left is ChoiceValue || right is ChoiceValue)
        {
            bool?[] results = [.. from l in ChoiceValue.Flatten(left) from r in ChoiceValue.Flatten(right) select AreEqual(l, r, strict)];
            return Array.TrueForAll(results, result => result == results[0]) ? results[0] : null;
        }

        return (left, right) switch
        {
            (IntegerValue a, IntegerValue b) => a.Number == b.Number,
            (FloatValue { Number: 0 } a, FloatValue { Number: 0 } b) => strict && double.IsNegative(a.Number) != double.IsNegative(b.Number) ? null : true,
            (FloatValue a, FloatValue b) => a.Number.Equals(b.Number),
            (IntegerValue a, FloatValue b) => !strict && IsSameNumber(a.Number, b.Number),
            (FloatValue a, IntegerValue b) => !strict && IsSameNumber(b.Number, a.Number),
            (AtomValue a, AtomValue b) => a.Name == b.Name,
            (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceEqual(b.Bytes.AsSpan()),
            (TupleValue a, TupleValue b) => AreEqualItems(a.Items, b.Items, strict),
            (ListValue { Rest: null } a, ListValue { Rest: null } b) => AreEqualItems(a.Items, b.Items, strict),
            (MapValue, MapValue) => ValueComparer.IsKnown(left) && ValueComparer.Same(left, right) ? true : null,
            (OpaqueValue, MapValue) or (MapValue, OpaqueValue) => null,
            _ => MayHaveSameType(left, right) ? null : false,
        };
    }

    private static bool IsSameNumber(BigInteger integer, double number) => double.IsInteger(number) && new BigInteger(number) == integer;

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
        (UnknownValue unknown, UnknownValue other) => MayBe(unknown.Shape, Example(other.Shape)) || MayBe(other.Shape, Example(unknown.Shape)),
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

    private static AbstractValue Truth(bool? result, AbstractValue left, AbstractValue right) =>
        result is { } known ? AtomValue.Of(known) : new UnknownValue(FirstReason(left, right), ValueShape.Boolean);

    private static bool? Compare(string text, AbstractValue left, AbstractValue right)
    {
        int? order = (left, right) switch
        {
            (IntegerValue a, IntegerValue b) => a.Number.CompareTo(b.Number),
            (FloatValue a, FloatValue b) => a.Number == b.Number ? 0 : a.Number.CompareTo(b.Number),
            (IntegerValue a, FloatValue b) => Compare(a.Number, b.Number),
            (FloatValue a, IntegerValue b) => -Compare(b.Number, a.Number),
            (BinaryValue a, BinaryValue b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes.AsSpan()),
            _ => null,
        };
        return order is null ? null : text switch
        {
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        };
    }

    /// <summary>As Erlang compares: exactly, whatever the size.</summary>
    private static int Compare(BigInteger integer, double number)
    {
        var floor = Math.Floor(number);
        var order = integer.CompareTo(new BigInteger(floor));
        return order == 0 && floor < number ? -1 : order;
    }

    private static AbstractValue RequireText(AbstractValue value) => value switch
    {
        BinaryValue => value,
        UnknownValue unknown => unknown with { Shape = ValueShape.Binary },
        _ => new UnknownValue(ReasonOf(value), ValueShape.Binary),
    };

    private static AbstractValue Arithmetic(string text, AbstractValue left, AbstractValue right)
    {
        switch (left, right)
        {
            case (IntegerValue, IntegerValue { Number.IsZero: true }) when text == "/":
                return new NeverValue();
            case (IntegerValue a, IntegerValue b) when text == "/":
                return BigInteger.Abs(a.Number) <= MaximumExactInteger && BigInteger.Abs(b.Number) <= MaximumExactInteger
                    ? Finite((double)a.Number / (double)b.Number)
                    : new UnknownValue("a large number", ValueShape.Float);
            case (IntegerValue a, IntegerValue b):
                return a.Number.GetBitLength() + b.Number.GetBitLength() > MaximumIntegerBits
                    ? new UnknownValue("a large number", ValueShape.Integer)
                    : new IntegerValue(text == "+" ? a.Number + b.Number : text == "-" ? a.Number - b.Number : a.Number * b.Number);
            case (FloatValue or IntegerValue, FloatValue or IntegerValue) when ToDouble(left) is { } x && ToDouble(right) is { } y:
                return Finite(text == "+" ? x + y : text == "-" ? x - y : text == "*" ? x * y : x / y);
            default:
                return new UnknownValue(
                    FirstReason(left, right),
                    text != "/" && IsIntegerShaped(left) && IsIntegerShaped(right) ? ValueShape.Integer : ValueShape.Any);
        }
    }

    private static bool IsIntegerShaped(AbstractValue value) => value is IntegerValue or UnknownValue { Shape: ValueShape.Integer };

    private static double? ToDouble(AbstractValue value) => value switch
    {
        FloatValue number => number.Number,
        IntegerValue integer when BigInteger.Abs(integer.Number) <= MaximumExactInteger => (double)integer.Number,
        _ => null,
    };

    /// <summary>Elixir raises where IEEE arithmetic would give infinity or NaN.</summary>
    private static AbstractValue Finite(double number) => double.IsFinite(number) ? new FloatValue(number) : new NeverValue();

    private static string FirstReason(AbstractValue left, AbstractValue right) =>
        left is UnknownValue or ChoiceValue ? ReasonOf(left) : ReasonOf(right);
}
