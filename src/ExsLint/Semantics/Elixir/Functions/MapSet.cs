using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>MapSet</c>, of members that can be told from each other.</summary>
internal static class MapSetFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("MapSet")
            .Partial("new", 0, ValueShape.Any, _ => Of([]))
            .Partial("new", 1, ValueShape.Any, a => a[0] is MapSetValue ? a[0]
                : Enumerables.Items(a[0], out _) is { } items ? Add(new MapValue([]), items)
                : Enumerables.IsNone(a[0]) ? Raise : null)
            .Calling("new", 2, ValueShape.Any, (site, a) => Enumerables.Ordered(a[0]) is { } items
                ? EnumFunctions.Map(site, items, a[1], out var mapped)
                    ?? (mapped is { } members ? Add(new MapValue([]), members) : null)
                : Enumerables.IsNone(a[0]) ? Raise : null);
        Add(table, "put", 2, ValueShape.Any, (set, a) => Add(set, [a[1]]));
        Add(table, "delete", 2, ValueShape.Any, (set, a) =>
            Enumerables.IsKey(a[1]) ? Of(set.Pairs.RemoveAll(pair => ValueComparer.Same(pair.Key, a[1]))) : null);
        Add(table, "member?", 2, ValueShape.Boolean, (set, a) =>
            Enumerables.IsKey(a[1]) ? Truth(set.Find(a[1]) is not null) : null);
        Add(table, "size", 1, ValueShape.Integer, (set, _) => Number(set.Pairs.Length));
        Add(table, "to_list", 1, ValueShape.List, (set, _) =>
            Enumerables.Ordered(new MapSetValue(set)) is { } members ? new ListValue(members) : null);
        table
            .Calling("filter", 2, ValueShape.Any, (site, a) => Filter(site, a, "filter"))
            .Calling("reject", 2, ValueShape.Any, (site, a) => Filter(site, a, "reject"));
        AddOfTwo(table, "union", ValueShape.Any, (left, right) => Add(left, [.. right.Pairs.Select(pair => pair.Key)]));
        AddOfTwo(table, "difference", ValueShape.Any, (left, right) =>
            Of([.. left.Pairs.Where(pair => right.Find(pair.Key) is null)]));
        AddOfTwo(table, "intersection", ValueShape.Any, (left, right) =>
            Of([.. left.Pairs.Where(pair => right.Find(pair.Key) is not null)]));
        AddOfTwo(table, "subset?", ValueShape.Boolean, (left, right) =>
            Truth(left.Pairs.All(pair => right.Find(pair.Key) is not null)));
        AddOfTwo(table, "disjoint?", ValueShape.Boolean, (left, right) =>
            Truth(left.Pairs.All(pair => right.Find(pair.Key) is null)));
        AddOfTwo(table, "equal?", ValueShape.Boolean, (left, right) =>
            Truth(left.Pairs.Length == right.Pairs.Length && left.Pairs.All(pair => right.Find(pair.Key) is not null)));
    }

    /// <summary>A set with more members; null where one cannot be told from others.</summary>
    public static MapSetValue? Add(MapValue set, ImmutableArray<AbstractValue> members)
    {
        var builder = new MapBuilder(set);
        foreach (var member in members)
        {
            if (!Enumerables.IsKey(member))
            {
                return null;
            }

            builder.Put(member, ListValue.Empty);
        }

        return new MapSetValue(builder.ToMap());
    }

    private static MapSetValue Of(ImmutableArray<KeyValuePair<AbstractValue, AbstractValue>> pairs) => new(new MapValue(pairs));

    private static void Add(
        FunctionTable table,
        string name,
        int arity,
        ValueShape shape,
        Func<MapValue, ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        table.Partial(name, arity, shape, a =>
            a[0] is MapSetValue { Members: var set } ? body(set, a) : IsNoSet(a[0]) ? Raise : null);

    private static void AddOfTwo(
        FunctionTable table, string name, ValueShape shape, Func<MapValue, MapValue, AbstractValue?> body) =>
        table.Partial(name, 2, shape, a => a is [MapSetValue left, MapSetValue right] ? body(left.Members, right.Members)
            : IsNoSet(a[0]) || IsNoSet(a[1]) ? Raise
            : null);

    private static bool IsNoSet(AbstractValue value) =>
        Enumerables.IsNone(value) || value is ListValue or FunctionValue or MapValue { IsStruct: false };

    private static AbstractValue? Filter(CallSite site, ImmutableArray<AbstractValue> a, string name) => a[0] is not MapSetValue
        ? IsNoSet(a[0]) ? Raise : null
        : KnownFunctions.Find("Enum", name, 2)!.Body(site, a) switch
        {
            ListValue kept => Add(new MapValue([]), kept.Items),
            NeverValue never => never,
            _ => null,
        };
}
