using System.Collections.Immutable;
using System.Numerics;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What <c>Enum</c> and <c>for</c> go over, and what they gather.</summary>
internal static class Enumerables
{
    /// <summary>Longer ranges are not counted out.</summary>
    public const int MaximumItems = 10_000;

    /// <summary>Why what comes of the pairs of a map is not known.</summary>
    public const string UnknownOrder = "the order of a map";

    /// <summary>Larger maps are kept in an order that is the virtual machine's own.</summary>
    private const int MaximumSmallMap = 32;

    /// <summary>The items of a collection; null where they are not known.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="isOrdered">Whether their order is the same in every version: that of atom keys of a map is not.</param>
    public static ImmutableArray<AbstractValue>? Items(AbstractValue collection, out bool isOrdered)
    {
        isOrdered = true;
        switch (collection)
        {
            case ListValue { Rest: null } list:
                return list.Items;
            case UnknownValue { Unordered: { IsDefault: false } items }:
                isOrdered = false;
                return items;
            case MapValue { IsStruct: false } map:
                isOrdered = IsOrdered(map);
                var pairs = isOrdered && map.Pairs.Length > 1
                    ? map.Pairs.Sort(static (a, b) => TermOrder.Compare(a.Key, b.Key) ?? 0)
                    : map.Pairs;
                return [.. pairs.Select(pair => new TupleValue([pair.Key, pair.Value]))];
            case MapSetValue { Members: var members }:
                return Items(members, out isOrdered)?.Select(pair => ((TupleValue)pair).Items[0]).ToImmutableArray();
            case MapValue { StructName: "Elixir.Range" } range:
                return CountOut(range);
            default:
                return null;
        }
    }

    /// <summary>The items, where their order is known too.</summary>
    public static ImmutableArray<AbstractValue>? Ordered(AbstractValue collection) =>
        Items(collection, out var isOrdered) is { } items && isOrdered ? items : null;

    /// <summary>A list of these items, whose order may be unknown.</summary>
    public static AbstractValue ListOf(ImmutableArray<AbstractValue> items, bool isOrdered) => isOrdered || items.Length <= 1
        ? new ListValue(items)
        : new UnknownValue(UnknownOrder, ValueShape.List) { Unordered = items };

    /// <summary>Whether a value is certainly no collection, so that going over it raises.</summary>
    public static bool IsNone(AbstractValue value) =>
        value is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue;

    /// <summary>
    /// Whether a map's order is the same in every version. Up to 32 keys it is that of the keys, but atoms are ordered by when
    /// they were made from OTP 26 on.
    /// </summary>
    private static bool IsOrdered(MapValue map) => map.Pairs.Length <= 1
        || (map.Pairs.Length <= MaximumSmallMap
            && (map.Pairs.All(pair => pair.Key is BinaryValue) || map.Pairs.All(pair => pair.Key is IntegerValue)));

    /// <summary><c>first..last//step</c></summary>
    public static AbstractValue Range(AbstractValue first, AbstractValue last, AbstractValue? step)
    {
        if (first is IntegerValue from && last is IntegerValue to && step is null or IntegerValue { Number.IsZero: false })
        {
            return MapValue.Struct(
                "Range", ("first", from), ("last", to), ("step", step ?? new IntegerValue(from.Number <= to.Number ? 1 : -1)));
        }

        return ValueComparer.FirstUnknown(step is null ? [first, last] : [first, last, step]) switch
        {
            UnknownValue unknown => new UnknownValue(unknown.Reason),
            ChoiceValue choice => new UnknownValue(choice.Reason),
            _ => new UnknownValue("a range"),
        };
    }

    /// <summary>The bounds of a range.</summary>
    public static (BigInteger First, BigInteger Last, BigInteger Step)? Bounds(AbstractValue value) =>
        value is MapValue { StructName: "Elixir.Range" } range
        && range.Find(new AtomValue("first")) is IntegerValue first
        && range.Find(new AtomValue("last")) is IntegerValue last
        && range.Find(new AtomValue("step")) is IntegerValue { Number.IsZero: false } step
            ? (first.Number, last.Number, step.Number)
            : null;

    /// <summary>
    /// What <c>first..last</c> takes of a list or text of this length. Null for steps and ranges that versions treat differently;
    /// of those that count down only <c>2..-1</c>, which all of them read as <c>2..-1//1</c>, is known.
    /// </summary>
    public static (int Start, int Length)? SliceOf(AbstractValue range, int length)
    {
        if (Bounds(range) is not var (first, last, step)
            || BigInteger.Abs(first) > int.MaxValue
            || BigInteger.Abs(last) > int.MaxValue
            || !(step.IsOne || (step == -1 && first.Sign >= 0 && last.Sign < 0)))
        {
            return null;
        }

        var start = first.Sign < 0 ? first + length : first;
        var end = last.Sign < 0 ? last + length : last;
        return start.Sign < 0 ? null
            : start >= length || end < start ? (0, 0)
            : ((int)start, (int)(BigInteger.Min(end, length - 1) - start) + 1);
    }

    private static ImmutableArray<AbstractValue>? CountOut(MapValue range)
    {
        if (Bounds(range) is not var (first, last, step))
        {
            return null;
        }

        var count = (step.Sign > 0 ? first > last : first < last) ? 0 : ((last - first) / step) + 1;
        if (count > MaximumItems)
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<AbstractValue>((int)count);
        for (var i = 0; i < (int)count; i++)
        {
            items.Add(new IntegerValue(first + (i * step)));
        }

        return items.MoveToImmutable();
    }

    /// <summary>Each item once, the first of equal ones; null where it is not known whether two are equal.</summary>
    public static ImmutableArray<AbstractValue>? Distinct(ImmutableArray<AbstractValue> items)
    {
        var seen = new HashSet<AbstractValue>(ValueComparer.KeyComparer.Instance);
        var distinct = ImmutableArray.CreateBuilder<AbstractValue>(items.Length);
        foreach (var item in items)
        {
            if (!IsKey(item))
            {
                return null;
            }

            if (seen.Add(item))
            {
                distinct.Add(item);
            }
        }

        return distinct.DrainToImmutable();
    }

    /// <summary>Whether a term can be compared as a map's key. Whether 0.0 and -0.0 are one key depends on the version.</summary>
    public static bool IsKey(AbstractValue value) => value switch
    {
        FloatValue number => number.Number != 0,
        AtomValue or IntegerValue or BinaryValue => true,
        TupleValue tuple => tuple.Items.All(IsKey),
        ListValue list => list.Rest is null && list.Items.All(IsKey),
        MapValue map => map.Pairs.All(pair => IsKey(pair.Key) && IsKey(pair.Value)),
        _ => false,
    };

    /// <summary><c>Enum.into(items, into)</c>; null where that is not known.</summary>
    public static AbstractValue? Into(ImmutableArray<AbstractValue> items, AbstractValue into, bool isOrdered = true) =>
        into switch
        {
            // Something other than an empty list is deprecated as a target.
            ListValue { Items.IsEmpty: true } => isOrdered ? new ListValue(items) : null,
            MapValue { IsStruct: false } map => IntoMap(items, map, isOrdered),
            MapSetValue { Members: var members } => MapSetFunctions.Add(members, items),
            BinaryValue text when items.All(item => item is BinaryValue) && isOrdered => TextTerms.Concatenate([text, .. items]),
            _ => null,
        };

    private static AbstractValue? IntoMap(ImmutableArray<AbstractValue> items, MapValue map, bool isOrdered)
    {
        var builder = new MapBuilder(map);
        var seen = isOrdered ? null : new HashSet<AbstractValue>(ValueComparer.KeyComparer.Instance);
        foreach (var item in items)
        {
            switch (item)
            {
                case TupleValue { Items: [var key, var value] } when IsKey(key):
                    if (seen?.Add(key) == false)
                    {
                        return null;
                    }

                    builder.Put(key, value);
                    break;
                case TupleValue { Items: [_, _] } or UnknownValue or ChoiceValue or OpaqueValue:
                    return null;
                default:
                    return new NeverValue();
            }
        }

        return builder.ToMap();
    }
}

/// <summary>Changes a map; keys are compared as Elixir does.</summary>
internal sealed class MapBuilder
{
    private readonly OrderedDictionary<AbstractValue, AbstractValue> _pairs = new(ValueComparer.KeyComparer.Instance);

    public MapBuilder(MapValue? map = null)
    {
        foreach (var (key, value) in map?.Pairs ?? [])
        {
            _pairs[key] = value;
        }
    }

    public void Put(AbstractValue key, AbstractValue value) => _pairs[key] = value;

    public void Remove(AbstractValue key) => _pairs.Remove(key);

    public MapValue ToMap() => new([.. _pairs]);
}
