using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Access</c>, and the functions of <c>Kernel</c> that follow a path of keys.</summary>
internal static class AccessFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Access")
            .Partial("get", 2, ValueShape.Any, a => Get(a[0], a[1], Nil))
            .Partial("get", 3, ValueShape.Any, a => Get(a[0], a[1], a[2]))
            .Partial("fetch", 2, ValueShape.Any, a => a[0] is AtomValue { IsNil: true } ? Error : Find(a[0], a[1]) switch
            {
                AbsentValue => Error,
                NeverValue never => never,
                { } found => Ok(found),
                null => null,
            })
            .Partial("fetch!", 2, ValueShape.Any, a =>
                Find(a[0], a[1]) is { } found ? found is AbsentValue ? Raise : found : null);
        AddAccessors(table);
        table.In("Kernel")
            .Calling("get_in", 2, ValueShape.Any, (site, a) =>
                Items(a[1]) is { IsEmpty: false } keys ? AccessPath.Get(site, a[0], keys.AsSpan()) : null)
            .Calling("put_in", 3, ValueShape.Any, (site, a) =>
                Items(a[1]) is { IsEmpty: false } keys ? AccessPath.Update(site, a[0], keys.AsSpan(), _ => a[2]) : null)
            .Calling("update_in", 3, ValueShape.Any, (site, a) => Items(a[1]) is { IsEmpty: false } keys
                ? AccessPath.Update(site, a[0], keys.AsSpan(), value => site.Invoke(a[2], value))
                : null)
            .Calling("pop_in", 2, ValueShape.Any, (site, a) =>
                Items(a[1]) is { IsEmpty: false } keys ? PopIn(site, a[0], keys.AsSpan()) : null);
    }

    /// <summary>What is given in the place of a key.</summary>
    private static void AddAccessors(FunctionTable table)
    {
        Add("key", 1, AccessorKind.Key);
        Add("key", 2, AccessorKind.Key);
        Add("key!", 1, AccessorKind.ExistingKey);
        Add("elem", 1, AccessorKind.Element);
        Add("all", 0, AccessorKind.All);
        Add("at", 1, AccessorKind.At);
        Add("at!", 1, AccessorKind.ExistingAt);
        Add("filter", 1, AccessorKind.Filter);
        table.TakesFunction(0, of: 1, "filter/1");

        void Add(string name, int arity, AccessorKind kind) => table.Calling(name, arity, ValueShape.Any, (site, a) =>
            kind is AccessorKind.Element or AccessorKind.At or AccessorKind.ExistingAt && SmallInteger(a[0]) is null or < 0
                ? a[0] is IntegerValue ? null : Raise
                : new FunctionValue(new Accessor(site.Caller, kind, a.IsEmpty ? Nil : a[0], arity == 2 ? a[1] : Nil)
                {
                    MayConfigure = kind == AccessorKind.Filter && a[0] is FunctionValue { Target.MayConfigure: true },
                }));
    }

    /// <summary>
    /// <c>pop_in(data, keys)</c>; null where a key on the way is not there, or where it leads to several places, each of which
    /// something is taken from.
    /// </summary>
    private static AbstractValue? PopIn(CallSite site, AbstractValue data, ReadOnlySpan<AbstractValue> keys)
    {
        foreach (var key in keys)
        {
            if (key is FunctionValue { Target: Accessor { Kind: AccessorKind.All or AccessorKind.Filter } })
            {
                return null;
            }
        }

        var parent = AccessPath.Get(site, data, keys[..^1]);
        var (last, isThere) = (keys[^1], false);
        AbstractValue? taken = null;
        AbstractValue? without = null;
        switch (parent)
        {
            case MapValue { IsStruct: false } map when Enumerables.IsKey(last):
                isThere = (taken = map.Find(last)) is not null;
                var builder = new MapBuilder(map);
                builder.Remove(last);
                without = builder.ToMap();
                break;
            case ListValue { Rest: null, IsKeyword: true } list when last is AtomValue key:
                var kept = list.Items.RemoveAll(pair => ((AtomValue)((TupleValue)pair).Items[0]).Name == key.Name);
                isThere = kept.Length < list.Items.Length;
                taken = Entries.Find(list, key.Name);
                without = new ListValue(kept);
                break;
            default:
                return null;
        }

        return !isThere ? keys.Length == 1 ? Tuple(Nil, data) : null
            : AccessPath.Update(site, data, keys[..^1], _ => without) is { } rest ? Tuple(taken!, rest)
            : null;
    }

    /// <summary><c>container[key]</c>; null where it is not known.</summary>
    public static AbstractValue? Get(AbstractValue container, AbstractValue key, AbstractValue otherwise) =>
        container is AtomValue { IsNil: true }
            ? otherwise
            : Find(container, key) is { } found ? found is AbsentValue ? otherwise : found : null;

    /// <summary>What stands under a key; absent where it does not occur, null where that is not known.</summary>
    private static AbstractValue? Find(AbstractValue container, AbstractValue key)
    {
        switch (container)
        {
            case MapValue { IsStruct: false } map:
                return Enumerables.IsKey(key) ? map.Find(key) ?? new AbsentValue() : null;
            case ListValue { Rest: null } list when key is AtomValue atom:
                return Entries.Find(list with { Overrode = null }, atom.Name) switch
                {
                    AbsentValue => new AbsentValue(),
                    UnknownValue { Node: null } => null,
                    var found => found,
                };
            case AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue:
                return Raise;
            default:
                return null;
        }
    }
}
