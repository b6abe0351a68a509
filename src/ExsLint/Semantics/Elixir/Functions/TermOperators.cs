using System.Collections.Immutable;
using System.Numerics;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Operators on known values.</summary>
internal static class TermOperators
{
    /// <summary>Larger integers are left unknown, so that a short text cannot ask for endless arithmetic.</summary>
    private const long MaximumIntegerBits = 4_096;

    /// <summary>Every integer up to this one is a float exactly.</summary>
    private const long MaximumExactInteger = 1L << 53;

    private const string ArithmeticError = "Elixir.ArithmeticError";

    /// <summary>Whether an operator is one of Kernel's that are followed.</summary>
    public static bool IsOperator(string text) =>
        text is "==" or "===" or "!=" or "!==" or "<" or ">" or "<=" or ">=" or "<>" or "++" or "--" or "+" or "-" or "*" or "/"
            or "**" or "..";

    /// <summary>The value of a binary operator whose operands were evaluated.</summary>
    public static AbstractValue Operator(string text, AbstractValue left, AbstractValue right) => text switch
    {
        "==" or "===" => Truth(AreEqual(left, right, text.Length == 3), left, right),
        "!=" or "!==" => Truth(!AreEqual(left, right, text.Length == 3), left, right),
        "<" or ">" or "<=" or ">=" => Truth(Compare(text, left, right), left, right),
        "<>" => TextTerms.Concatenate([RequireText(left), RequireText(right)]),
        "++" => Append(left, right),
        "--" => Subtract(left, right),
        "+" or "-" or "*" or "/" => Arithmetic(text, left, right),
        "**" => Power(left, right),
        ".." => Enumerables.Range(left, right, step: null),
        _ => new UnknownValue($"result of operator {text}"),
    };

    private static AbstractValue Append(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (ListValue { Rest: null } first, ListValue { Rest: null } second) => new ListValue(first.Items.AddRange(second.Items)),
        (ListValue { IsKeyword: true } first, ListValue { IsKeyword: true } second) => AppendOpen(first, second),
        (ListValue or UnknownValue, _) => new UnknownValue(FirstReason(left, right)),
        _ => new NeverValue(),
    };

    /// <summary>
    /// Keyword lists of which one holds more than is known: a key counts where nothing unknown may stand before it.
    /// </summary>
    private static ListValue AppendOpen(ListValue first, ListValue second)
    {
        var keys = first.Items.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return first.Rest is null
            ? new ListValue(first.Items.AddRange(second.Items.Where(item => !keys.Contains(KeyOf(item)))), second.Rest)
            : first;

        static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;
    }

    /// <summary>Takes the first item away that is equal, for each on the right.</summary>
    private static AbstractValue Subtract(AbstractValue left, AbstractValue right)
    {
        if (left is not ListValue { Rest: null } list || right is not ListValue { Rest: null } taken)
        {
            return left is ListValue or UnknownValue && right is ListValue or UnknownValue
                ? new UnknownValue(FirstReason(left, right))
                : new NeverValue();
        }

        var items = list.Items.ToBuilder();
        foreach (var item in taken.Items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (AreEqual(items[i], item, strict: true) is not { } equal)
                {
                    return new UnknownValue("items that are not all known", ValueShape.List);
                }

                if (equal)
                {
                    items.RemoveAt(i);
                    break;
                }
            }
        }

        return new ListValue(items.DrainToImmutable());
    }

    /// <summary><c>a ** b</c> of integers; floats are left to the C library of the machine.</summary>
    private static AbstractValue Power(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (IntegerValue a, IntegerValue { Number.Sign: >= 0 } b) =>
            Terms.Power(a.Number, b.Number) ?? (AbstractValue)new UnknownValue("a large number", ValueShape.Integer),
        (IntegerValue or FloatValue or UnknownValue, IntegerValue or FloatValue or UnknownValue) =>
            new UnknownValue(left is UnknownValue or ChoiceValue || right is UnknownValue or ChoiceValue
                ? FirstReason(left, right)
                : "a power"),
        _ => new NeverValue(),
    };

    /// <summary><c>+a</c> and <c>-a</c></summary>
    public static AbstractValue Sign(string text, AbstractValue operand) => operand switch
    {
        IntegerValue integer => new IntegerValue(text == "-" ? -integer.Number : integer.Number),

        // `+(-0.0)` is 0.0 from OTP 27 on.
        FloatValue { Number: 0 } number when text == "+" && double.IsNegative(number.Number) =>
            new UnknownValue("the sign of zero", ValueShape.Float),
        FloatValue number => new FloatValue(text == "-" ? -number.Number : number.Number),
        UnknownValue unknown => new UnknownValue(unknown.Reason, unknown.Shape is ValueShape.Integer or ValueShape.Float
            ? unknown.Shape
            : ValueShape.Any),
        ChoiceValue => new UnknownValue(TextTerms.ReasonOf(operand)),
        _ => new NeverValue(),
    };

    /// <summary><c>a in b</c></summary>
    public static AbstractValue In(AbstractValue left, AbstractValue right, bool negated)
    {
        if (Enumerables.Bounds(right) is var (first, last, step) && left is not (UnknownValue or ChoiceValue))
        {
            return AtomValue.Of(negated != (left is IntegerValue { Number: var number } && (step.Sign > 0
                ? number >= first && number <= last
                : number <= first && number >= last)
                && ((number - first) % step).IsZero));
        }

        if (right is MapSetValue { Members: var members } && Enumerables.IsKey(left))
        {
            return AtomValue.Of(negated != members.Find(left) is not null);
        }

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

    private static AbstractValue Truth(bool? result, AbstractValue left, AbstractValue right) =>
        result is { } known ? AtomValue.Of(known) : new UnknownValue(FirstReason(left, right), ValueShape.Boolean);

    private static bool? Compare(string text, AbstractValue left, AbstractValue right)
    {
        var order = TermOrder.Compare(left, right);
        return order is null ? null : text switch
        {
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        };
    }

    private static AbstractValue RequireText(AbstractValue value) => value switch
    {
        BinaryValue => value,
        UnknownValue unknown => unknown with { Shape = ValueShape.Binary },
        ChoiceValue => value,
        _ => new NeverValue(),
    };

    private static AbstractValue Arithmetic(string text, AbstractValue left, AbstractValue right)
    {
        switch (left, right)
        {
            case (IntegerValue, IntegerValue { Number.IsZero: true }) when text == "/":
                return new NeverValue { ExceptionType = ArithmeticError };
            case (IntegerValue a, IntegerValue b) when text == "/":
                return BigInteger.Abs(a.Number) <= MaximumExactInteger && BigInteger.Abs(b.Number) <= MaximumExactInteger
                    ? Finite((double)a.Number / (double)b.Number)
                    : new UnknownValue("a large number", ValueShape.Float);
            case (IntegerValue a, IntegerValue b):
                return a.Number.GetBitLength() + b.Number.GetBitLength() > MaximumIntegerBits
                    ? new UnknownValue("a large number", ValueShape.Integer)
                    : new IntegerValue(
                        text == "+" ? a.Number + b.Number : text == "-" ? a.Number - b.Number : a.Number * b.Number);
            case (FloatValue or IntegerValue, FloatValue or IntegerValue) when ToDouble(left) is { } x
                && ToDouble(right) is { } y:
                return Finite(text == "+" ? x + y : text == "-" ? x - y : text == "*" ? x * y : x / y);
            case var _ when IsNoNumber(left) || IsNoNumber(right):
                return new NeverValue { ExceptionType = ArithmeticError };
            default:
                return new UnknownValue(
                    FirstReason(left, right),
                    text != "/" && IsIntegerShaped(left) && IsIntegerShaped(right) ? ValueShape.Integer : ValueShape.Any);
        }
    }

    private static bool IsNoNumber(AbstractValue value) =>
        value is AtomValue or BinaryValue or TupleValue or ListValue or MapValue or MapSetValue or RegexValue or FunctionValue
        or UnknownValue
        {
            Shape: ValueShape.Binary or ValueShape.BinaryOrNil or ValueShape.List or ValueShape.Atom
            or ValueShape.Boolean
        };

    private static bool IsIntegerShaped(AbstractValue value) =>
        value is IntegerValue or UnknownValue { Shape: ValueShape.Integer };

    private static double? ToDouble(AbstractValue value) => value switch
    {
        FloatValue number => number.Number,
        IntegerValue integer when BigInteger.Abs(integer.Number) <= MaximumExactInteger => (double)integer.Number,
        _ => null,
    };

    /// <summary>Elixir raises where IEEE arithmetic would give infinity or NaN.</summary>
    private static AbstractValue Finite(double number) =>
        double.IsFinite(number) ? new FloatValue(number) : new NeverValue { ExceptionType = ArithmeticError };

    private static string FirstReason(AbstractValue left, AbstractValue right) =>
        left is UnknownValue or ChoiceValue ? TextTerms.ReasonOf(left) : TextTerms.ReasonOf(right);
}
