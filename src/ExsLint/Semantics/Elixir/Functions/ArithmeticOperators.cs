using System.Numerics;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Operators that calculate: <c>+ - * / **</c> and signs.</summary>
internal static class ArithmeticOperators
{
    /// <summary>Larger integers are left unknown, so that a short text cannot ask for endless arithmetic.</summary>
    private const long MaximumIntegerBits = 4_096;

    /// <summary>Every integer up to this one is a float exactly.</summary>
    private const long MaximumExactInteger = 1L << 53;

    private const string ArithmeticError = "Elixir.ArithmeticError";

    public static AbstractValue Calculate(string text, AbstractValue left, AbstractValue right)
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
                    TextTerms.FirstReason(left, right),
                    text != "/" && IsIntegerShaped(left) && IsIntegerShaped(right) ? ValueShape.Integer : ValueShape.Any);
        }
    }

    /// <summary><c>a ** b</c> of integers; floats are left to the C library of the machine.</summary>
    public static AbstractValue Power(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (IntegerValue a, IntegerValue { Number.Sign: >= 0 } b) =>
            Terms.Power(a.Number, b.Number) ?? (AbstractValue)new UnknownValue("a large number", ValueShape.Integer),
        (IntegerValue or FloatValue or UnknownValue, IntegerValue or FloatValue or UnknownValue) =>
            new UnknownValue(left is UnknownValue or ChoiceValue || right is UnknownValue or ChoiceValue
                ? TextTerms.FirstReason(left, right)
                : "a power"),
        _ => new NeverValue(),
    };

    /// <summary><c>+a</c> and <c>-a</c></summary>
    public static AbstractValue Sign(string text, AbstractValue operand) => operand switch
    {
        IntegerValue integer => new IntegerValue(text == "-" ? -integer.Number : integer.Number),

        // `+(-0.0)` is 0.0 from OTP 27 on.
        FloatValue { Number: 0 } zero when text == "+" && double.IsNegative(zero.Number) =>
            new UnknownValue("the sign of zero", ValueShape.Float),
        FloatValue number => new FloatValue(text == "-" ? -number.Number : number.Number),
        UnknownValue unknown => new UnknownValue(unknown.Reason, unknown.Shape is ValueShape.Integer or ValueShape.Float
            ? unknown.Shape
            : ValueShape.Any),
        ChoiceValue => new UnknownValue(TextTerms.ReasonOf(operand)),
        _ => new NeverValue(),
    };

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
}
