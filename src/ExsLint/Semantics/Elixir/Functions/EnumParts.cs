using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Enum</c>: parts of collections, and what is gathered from them.</summary>
internal static class EnumPartFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Enum")
            .Partial("count", 1, ValueShape.Integer, a => Count(a[0]))
            .Partial("empty?", 1, ValueShape.Boolean, a =>
                Count(a[0]) is { } count ? count is IntegerValue number ? Truth(number.Number.IsZero) : count : null)
            .Partial("into", 2, ValueShape.Any, a => Enumerables.Items(a[0], out var isOrdered) is { } items
                ? Enumerables.Into(items, a[1], isOrdered)
                : Enumerables.IsNone(a[0]) ? Raise : null)
            .Partial("member?", 2, ValueShape.Boolean, a => Enumerables.Items(a[0], out _) is { } items
                ? TermOperators.In(a[1], new ListValue(items), negated: false) is AtomValue found ? found : null
                : Enumerables.IsNone(a[0]) ? Raise : null);
        AddOfAnyOrder(table, "to_list", ValueShape.List, Enumerables.ListOf);
        AddOfAnyOrder(table, "reverse", ValueShape.List, (items, isOrdered) =>
            Enumerables.ListOf([.. items.Reverse()], isOrdered));
        Add(table, "reverse", 2, ValueShape.List, (items, a) =>
            Enumerables.Ordered(a[1]) is { } tail ? new ListValue([.. items.Reverse(), .. tail]) : null);
        Add(table, "concat", 1, ValueShape.List, (items, _) => EnumFunctions.Concat(items));
        Add(table, "concat", 2, ValueShape.List, (_, a) => EnumFunctions.Concat(a));
        Add(table, "at", 2, ValueShape.Any, (items, a) => At(items, a[1], Nil));
        Add(table, "at", 3, ValueShape.Any, (items, a) => At(items, a[1], a[2]));
        Add(table, "fetch", 2, ValueShape.Any, (items, a) => SmallInteger(a[1]) is { } index
            ? At(items, a[1], new AbsentValue()) is AbsentValue ? Error : Ok(items[index < 0 ? index + items.Length : index])
            : a[1] is IntegerValue ? null : Raise);
        Add(table, "fetch!", 2, ValueShape.Any, (items, a) => At(items, a[1], Raise));
        Add(table, "take", 2, ValueShape.List, (items, a) => SmallInteger(a[1]) is { } n
            ? new ListValue(n >= 0 ? items[..Math.Min(n, items.Length)] : items[Math.Max(items.Length + n, 0)..])
            : a[1] is IntegerValue ? null : Raise);
        Add(table, "drop", 2, ValueShape.List, (items, a) => SmallInteger(a[1]) is { } n
            ? new ListValue(n >= 0 ? items[Math.Min(n, items.Length)..] : items[..Math.Max(items.Length + n, 0)])
            : a[1] is IntegerValue ? null : Raise);
        Add(table, "split", 2, ValueShape.Any, (items, a) => SmallInteger(a[1]) is { } n
            ? Math.Clamp(n >= 0 ? n : items.Length + n, 0, items.Length) is var at
                ? Tuple(new ListValue(items[..at]), new ListValue(items[at..]))
                : null
            : a[1] is IntegerValue ? null : Raise);
        Add(table, "slice", 2, ValueShape.List, (items, a) =>
            Enumerables.SliceOf(a[1], items.Length) is var (start, length) ? new ListValue(items.Slice(start, length)) : null);
        Add(table, "slice", 3, ValueShape.List, (items, a) =>
            SmallInteger(a[1]) is { } start && start >= -items.Length && SmallInteger(a[2]) is >= 0 and var length
                ? new ListValue(Slice(items, start < 0 ? start + items.Length : start, length))
                : a[1] is IntegerValue ? null : Raise);
        Add(table, "join", 1, ValueShape.Binary, (items, _) => Join(items, Str("")));
        Add(table, "join", 2, ValueShape.Binary, (items, a) => Join(items, a[1]));
        Add(table, "with_index", 1, ValueShape.List, (items, _) =>
            List(items.Select((item, index) => Tuple(item, Number(index)))));
        Add(table, "with_index", 2, ValueShape.List, (items, a) => a[1] is IntegerValue offset
            ? List(items.Select((item, index) => Tuple(item, Number(offset.Number + index))))
            : null);
        Add(table, "intersperse", 2, ValueShape.List, (items, a) =>
            List(items.SelectMany((item, index) => index == 0 ? (AbstractValue[])[item] : [a[1], item])));
        Add(table, "chunk_every", 2, ValueShape.List, (items, a) => SmallInteger(a[1]) is > 0 and var size
            ? List(items.Chunk(size).Select(chunk => List(chunk)))
            : a[1] is IntegerValue { Number.Sign: > 0 } ? null : Raise);
        Add(table, "zip", 2, ValueShape.List, (items, a) => Enumerables.Ordered(a[1]) is { } others
            ? List(items.Zip(others, (left, right) => Tuple(left, right)))
            : Enumerables.IsNone(a[1]) ? null : null);
        Add(table, "unzip", 1, ValueShape.Any, (items, _) => items.All(item => item is TupleValue { Items.Length: 2 })
            ? Tuple(
                List(items.Select(item => ((TupleValue)item).Items[0])), List(items.Select(item => ((TupleValue)item).Items[1])))
            : null);
        AddOfAnyOrder(table, "uniq", ValueShape.List, (items, isOrdered) =>
            Enumerables.Distinct(items) is { } distinct ? Enumerables.ListOf(distinct, isOrdered) : null);
        Add(table, "dedup", 1, ValueShape.List, (items, _) => items.All(Enumerables.IsKey)
            ? List(items.Where((item, index) => index == 0 || !ValueComparer.Same(items[index - 1], item)))
            : null);
        AddOfAnyOrder(table, "frequencies", ValueShape.Any, (items, _) => Frequencies(items));
        AddOfAnyOrder(table, "sum", ValueShape.Any, (items, isOrdered) => isOrdered || items.All(item => item is IntegerValue)
            ? items.Aggregate((AbstractValue)Number(0), (sum, item) =>
                sum is NeverValue ? sum : TermOperators.Operator("+", sum, item))
                is var sum and not UnknownValue ? sum : null
            : null);
        AddOfAnyOrder(table, "product", ValueShape.Any, (items, isOrdered) => isOrdered || items.All(item => item is IntegerValue)
            ? items.Aggregate((AbstractValue)Number(1), (product, item) =>
                product is NeverValue ? product : TermOperators.Operator("*", product, item))
                is var product and not UnknownValue ? product : null
            : null);
        AddOfAnyOrder(table, "any?", ValueShape.Boolean, (items, _) =>
            items.Any(item => item.IsTruthy == true) ? Truth(true)
                : items.All(item => item.IsTruthy == false) ? Truth(false)
                : null);
        AddOfAnyOrder(table, "all?", ValueShape.Boolean, (items, _) =>
            items.Any(item => item.IsTruthy == false) ? Truth(false)
                : items.All(item => item.IsTruthy == true) ? Truth(true)
                : null);
    }

    /// <summary>Adds a function of one argument that has items even where their order is not known.</summary>
    private static void AddOfAnyOrder(
        FunctionTable table, string name, ValueShape shape, Func<ImmutableArray<AbstractValue>, bool, AbstractValue?> body) =>
        table.Partial(name, 1, shape, a =>
            Enumerables.Items(a[0], out var isOrdered) is { } items ? body(items, isOrdered)
            : Enumerables.IsNone(a[0]) ? Raise
            : null);

    private static void Add(
        FunctionTable table,
        string name,
        int arity,
        ValueShape shape,
        Func<ImmutableArray<AbstractValue>, ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        table.Partial(name, arity, shape, a =>
            Enumerables.Ordered(a[0]) is { } items ? body(items, a)
            : TakesNone(name, a) ? ListValue.Empty
            : Enumerables.IsNone(a[0]) ? Raise
            : null);

    /// <summary>Whether nothing is taken, of whatever it may be: Elixir does not look then.</summary>
    private static bool TakesNone(string name, ImmutableArray<AbstractValue> arguments) => (name, arguments) switch
    {
        ("take", [_, IntegerValue { Number.IsZero: true }]) => true,
        ("slice", [_, IntegerValue, IntegerValue { Number.IsZero: true }]) => true,
        _ => false,
    };

    /// <summary>The number of items; the ends of a long range are enough.</summary>
    private static AbstractValue? Count(AbstractValue collection)
    {
        if (Enumerables.Bounds(collection) is var (first, last, step))
        {
            return Number((step.Sign > 0 ? first > last : first < last) ? 0 : ((last - first) / step) + 1);
        }

        return Enumerables.Items(collection, out _) is { } items ? Number(items.Length)
            : Enumerables.IsNone(collection) ? Raise
            : null;
    }

    private static AbstractValue? At(ImmutableArray<AbstractValue> items, AbstractValue index, AbstractValue otherwise)
    {
        if (index is not IntegerValue)
        {
            return Raise;
        }

        if (SmallInteger(index) is not { } at)
        {
            return otherwise;
        }

        at = at < 0 ? at + items.Length : at;
        return at >= 0 && at < items.Length ? items[at] : otherwise;
    }

    /// <summary>Some items from one on; none where that is before the first or behind the last.</summary>
    public static ImmutableArray<AbstractValue> Slice(ImmutableArray<AbstractValue> items, int start, int length) =>
        start < 0 || start >= items.Length ? [] : items.Slice(start, Math.Min(length, items.Length - start));

    /// <summary>The texts of items with a separator between them.</summary>
    public static AbstractValue? Join(ImmutableArray<AbstractValue> items, AbstractValue separator)
    {
        if (separator is not BinaryValue)
        {
            return separator is UnknownValue or ChoiceValue or OpaqueValue ? null : separator is ListValue ? null : Raise;
        }

        var parts = new List<AbstractValue>(2 * items.Length);
        foreach (var item in items)
        {
            if (parts.Count > 0)
            {
                parts.Add(separator);
            }

            parts.Add(TextTerms.ToText(item));
        }

        return TextTerms.Concatenate(parts) is var text and not UnknownValue ? text : null;
    }

    /// <summary>How often each item occurs.</summary>
    public static AbstractValue? Frequencies(ImmutableArray<AbstractValue> items)
    {
        if (!items.All(Enumerables.IsKey))
        {
            return null;
        }

        var counts = new MapBuilder();
        foreach (var group in items.GroupBy(item => item, ValueComparer.KeyComparer.Instance))
        {
            counts.Put(group.Key, Number(group.Count()));
        }

        return counts.ToMap();
    }
}
