using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Integer</c>, <c>Bitwise</c> and <c>:timer</c>.</summary>
internal static class IntegerFunctions
{
    /// <summary>Longer numbers are left unknown, so that a text cannot ask for endless arithmetic.</summary>
    public const int MaximumDigits = 1_000;

    public static void AddTo(FunctionTable table)
    {
        table.In("Integer")
            .Exact("parse", 1, ValueShape.Any, a =>
                a[0] is BinaryValue { Bytes.Length: <= MaximumDigits } text ? Parse(BytesOf(text)!)
                    : a[0] is BinaryValue ? null
                    : Raise)
            .Exact("to_string", 1, ValueShape.Binary, a => a[0] is IntegerValue n ? Str(ToText(n.Number, 10)) : Raise)
            .Exact("to_string", 2, ValueShape.Binary, a => InBase(a) is var (number, radix) ? Str(ToText(number, radix)) : Raise)
            .Exact("to_charlist", 1, ValueShape.List, a => a[0] is IntegerValue n ? Charlist(Str(ToText(n.Number, 10))) : Raise)
            .Exact("digits", 1, ValueShape.List, a =>
                a[0] is IntegerValue n
                    ? n.Number.Sign < 0 ? null : List(ToText(n.Number, 10).Select(c => Number(c - '0')))
                    : Raise)
            .Exact("gcd", 2, ValueShape.Integer, a =>
                a is [IntegerValue x, IntegerValue y] ? Number(BigInteger.GreatestCommonDivisor(x.Number, y.Number)) : Raise)
            .Exact("floor_div", 2, ValueShape.Integer, a =>
                a is [IntegerValue x, IntegerValue { Number.IsZero: false } y]
                    ? Number((x.Number - Modulo(x.Number, y.Number)) / y.Number)
                    : Raise)
            .Exact("mod", 2, ValueShape.Integer, a =>
                a is [IntegerValue x, IntegerValue { Number.IsZero: false } y] ? Number(Modulo(x.Number, y.Number)) : Raise)
            .Exact("pow", 2, ValueShape.Integer, a =>
                a is [IntegerValue x, IntegerValue { Number.Sign: >= 0 } y] ? Power(x.Number, y.Number) : Raise)
            .Exact("is_even", 1, ValueShape.Boolean, a => a[0] is IntegerValue n ? Truth(n.Number.IsEven) : null)
            .Exact("is_odd", 1, ValueShape.Boolean, a => a[0] is IntegerValue n ? Truth(!n.Number.IsEven) : null);
        table.In("Bitwise")
            .Exact("band", 2, ValueShape.Integer, a =>
                a is [IntegerValue x, IntegerValue y] ? Number(x.Number & y.Number) : Raise)
            .Exact("bor", 2, ValueShape.Integer, a => a is [IntegerValue x, IntegerValue y] ? Number(x.Number | y.Number) : Raise)
            .Exact("bxor", 2, ValueShape.Integer, a =>
                a is [IntegerValue x, IntegerValue y] ? Number(x.Number ^ y.Number) : Raise)
            .Exact("bnot", 1, ValueShape.Integer, a => a[0] is IntegerValue x ? Number(-x.Number - 1) : Raise)
            .Exact("bsl", 2, ValueShape.Integer, a => Shift(a, 1))
            .Exact("bsr", 2, ValueShape.Integer, a => Shift(a, -1));
        table.In(":timer")
            .Exact("seconds", 1, ValueShape.Any, a => Times(a[0], 1_000))
            .Exact("minutes", 1, ValueShape.Any, a => Times(a[0], 60_000))
            .Exact("hours", 1, ValueShape.Any, a => Times(a[0], 3_600_000))
            .Exact("hms", 3, ValueShape.Any, a => a is [IntegerValue h, IntegerValue m, IntegerValue s]
                ? Number((h.Number * 3_600_000) + (m.Number * 60_000) + (s.Number * 1_000))
                : null);
    }

    private static AbstractValue? Times(AbstractValue value, int factor) =>
        value is IntegerValue n ? Number(n.Number * factor) : value is FloatValue ? null : Raise;

    private static BigInteger Modulo(BigInteger number, BigInteger divisor)
    {
        var rest = number % divisor;
        return rest.IsZero || rest.Sign == divisor.Sign ? rest : rest + divisor;
    }

    private static AbstractValue? Shift(ImmutableArray<AbstractValue> a, int direction)
    {
        if (a is not [IntegerValue number, IntegerValue count])
        {
            return Raise;
        }

        if (SmallInteger(count) is not { } places
            || Math.Abs(places) > MaximumIntegerBits
            || number.Number.GetBitLength() > MaximumIntegerBits)
        {
            return null;
        }

        places *= direction;
        return Number(places >= 0 ? number.Number << places : number.Number >> -places);
    }

    private static AbstractValue Parse(string text)
    {
        var start = text is ['+' or '-', ..] ? 1 : 0;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == start
            ? Error
            : Tuple(
                Number(BigInteger.Parse(text[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
                Bytes(text[end..]));
    }

    /// <summary>A number and a base from 2 to 36.</summary>
    private static (BigInteger Number, int Radix)? InBase(ImmutableArray<AbstractValue> a) =>
        a[0] is IntegerValue number && SmallInteger(a[1]) is >= 2 and <= 36 and var radix ? (number.Number, radix) : null;

    private static string ToText(BigInteger number, int radix)
    {
        if (radix == 10)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var digits = new Stack<char>();
        var rest = BigInteger.Abs(number);
        do
        {
            rest = BigInteger.DivRem(rest, radix, out var digit);
            digits.Push("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(int)digit]);
        }
        while (!rest.IsZero);

        return (number.Sign < 0 ? "-" : "") + string.Concat(digits);
    }
}
