using System.Collections.Immutable;
using System.Numerics;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Kernel</c>: arithmetic, operators that are captured, and what calls functions.</summary>
internal static class KernelFunctions
{
    private static readonly string[] Operators =
    [
        "==", "!=", "===", "!==", "<", ">", "<=", ">=", "+", "-", "*", "/", "++", "--", "<>", "**", "..",
    ];

    private static readonly Dictionary<string, int> MillisecondsOf = new()
    {
        ["week"] = 604_800_000,
        ["day"] = 86_400_000,
        ["hour"] = 3_600_000,
        ["minute"] = 60_000,
        ["second"] = 1_000,
        ["millisecond"] = 1,
    };

    public static void AddTo(FunctionTable table)
    {
        table.In("Kernel");
        foreach (var name in Operators)
        {
            table.Partial(name, 2, ValueShape.Any, a => TermOperators.Operator(name, a[0], a[1]));
        }

        table
            .Partial("in", 2, ValueShape.Boolean, a => TermOperators.In(a[0], a[1], negated: false))
            .Partial("-", 1, ValueShape.Any, a => ArithmeticOperators.Sign("-", a[0]))
            .Partial("+", 1, ValueShape.Any, a => ArithmeticOperators.Sign("+", a[0]))
            .Partial("!", 1, ValueShape.Boolean, a => a[0].IsTruthy is { } truth ? Truth(!truth) : null)
            .Partial("not", 1, ValueShape.Boolean, a =>
                a[0] is AtomValue { Name: "true" or "false" } flag ? Truth(flag.Name == "false") : Raise)
            .Exact("div", 2, ValueShape.Integer, a => Divide(a, BigInteger.Divide))
            .Exact("rem", 2, ValueShape.Integer, a => Divide(a, BigInteger.Remainder))
            .Exact("abs", 1, ValueShape.Any, a => a[0] switch
            {
                IntegerValue n => Number(BigInteger.Abs(n.Number)),
                FloatValue n => n.Number == 0 ? null : new FloatValue(Math.Abs(n.Number)),
                _ => Raise,
            })
            .Exact("max", 2, ValueShape.Any, a => Pick(a[0], a[1], wantsGreater: true))
            .Exact("min", 2, ValueShape.Any, a => Pick(a[0], a[1], wantsGreater: false))
            .Exact("round", 1, ValueShape.Integer, a =>
                ToInteger(a[0], number => Math.Round(number, MidpointRounding.AwayFromZero)))
            .Exact("trunc", 1, ValueShape.Integer, a => ToInteger(a[0], Math.Truncate))
            .Exact("ceil", 1, ValueShape.Integer, a => ToInteger(a[0], Math.Ceiling))
            .Exact("floor", 1, ValueShape.Integer, a => ToInteger(a[0], Math.Floor))
            .Any("to_string", 1, (_, a) => TextTerms.ToText(a[0]))
            .Exact("to_charlist", 1, ValueShape.List, a => a[0] switch
            {
                ListValue => a[0],
                BinaryValue { ValidText: null } => null,
                FloatValue or IntegerValue or AtomValue or BinaryValue =>
                    ToText(a[0]) is BinaryValue text ? Charlist(text) : null,
                TupleValue or MapValue { IsStruct: false } => Raise,
                _ => null,
            })
            .Exact("inspect", 1, ValueShape.Binary, a => Inspect(a[0]) is { } text ? Str(text) : null)
            .Exact("to_timeout", 1, ValueShape.Any, a => ToTimeout(a[0]))
            .Any("then", 2, (site, a) => site.Invoke(a[1], a[0]))
            .Any("tap", 2, (site, a) => site.Invoke(a[1], a[0]) is NeverValue never ? never : a[0])
            .Any("dbg", 1, (_, a) => a[0])
            .Calling("apply", 2, ValueShape.Any, (site, a) => Items(a[1]) is { } arguments ? site.Invoke(a[0], arguments) : null)
            .Calling("apply", 3, ValueShape.Any, (site, a) =>
                a is [AtomValue module, AtomValue name, _] && Items(a[2]) is { } arguments
                    ? site.Caller.Apply(module.Name, name.Name, arguments, site.Node)
                    : null);
    }

    private static AbstractValue Divide(ImmutableArray<AbstractValue> a, Func<BigInteger, BigInteger, BigInteger> divide) =>
        a is [IntegerValue left, IntegerValue { Number.IsZero: false } right] ? Number(divide(left.Number, right.Number)) : Raise;

    /// <summary>The first of equal ones; 1 and 1.0 are not told apart in all versions alike.</summary>
    private static AbstractValue? Pick(AbstractValue left, AbstractValue right, bool wantsGreater)
    {
        var order = TermOrder.Compare(left, right);
        return order is null || (order == 0 && !ValueComparer.Same(left, right)) ? null
            : order == 0 || order > 0 == wantsGreater ? left
            : right;
    }

    /// <summary>Milliseconds; from Elixir 1.17 on. Older ones have no such function and refuse the configuration.</summary>
    private static AbstractValue? ToTimeout(AbstractValue value)
    {
        switch (value)
        {
            case AtomValue { Name: "infinity" } or IntegerValue { Number.Sign: >= 0 }:
                return value;
            case MapValue:
                return null;
            case not ListValue { Rest: null }:
                return Raise;
        }

        var sum = BigInteger.Zero;
        var seen = new HashSet<string>();
        foreach (var item in ((ListValue)value).Items)
        {
            if (item is not TupleValue { Items: [AtomValue { Name: var unit }, IntegerValue { Number: { Sign: >= 0 } count }] }
                || !MillisecondsOf.TryGetValue(unit, out var factor) || !seen.Add(unit))
            {
                return Raise;
            }

            sum += count * factor;
        }

        return Number(sum);
    }

    private static AbstractValue ToInteger(AbstractValue value, Func<double, double> round) => value switch
    {
        IntegerValue => value,
        FloatValue number => Number(new BigInteger(round(number.Number))),
        _ => Raise,
    };
}
