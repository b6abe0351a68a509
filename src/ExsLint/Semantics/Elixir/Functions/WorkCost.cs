using System.Numerics;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What it takes to go through a value, and to make one.</summary>
internal static class WorkCost
{
    private const int BitsPerUnit = 64;

    /// <summary>What a function or operator may take to go through a value; the items of a range are made for that.</summary>
    public static long Of(AbstractValue value) => value switch
    {
        IntegerValue integer => 1 + (integer.Number.GetBitLength() / BitsPerUnit),
        UnknownValue { Unordered: { IsDefault: false } items } => items.Sum(Of),
        MapValue { StructName: "Elixir.Range" } when Enumerables.Bounds(value) is var (first, last, step) =>
            WorkBudget.PerExpression * (long)BigInteger.Min(Enumerables.MaximumItems, BigInteger.Abs((last - first) / step) + 1),
        _ => value.Weight,
    };

    /// <summary>What a value took to compute: a product of large numbers takes the square of their lengths.</summary>
    public static long OfResult(AbstractValue value) =>
        value is IntegerValue && Of(value) is var cost ? cost * cost : value.Weight;
}
