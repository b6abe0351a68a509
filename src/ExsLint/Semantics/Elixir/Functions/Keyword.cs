using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Keyword</c>.</summary>
internal static class KeywordFunctions
{
    private delegate AbstractValue? OverPairs(
        CallSite site, ImmutableArray<AbstractValue> pairs, string key, ImmutableArray<AbstractValue> arguments);

    public static void AddTo(FunctionTable table)
    {
        table.In("Keyword")
            .Partial("new", 0, ValueShape.List, _ => ListValue.Empty)
            .Partial("new", 1, ValueShape.List, a =>
                Enumerables.Ordered(a[0]) is { } items ? New(items) : Enumerables.IsNone(a[0]) ? Raise : null)
            .Calling("new", 2, ValueShape.List, (site, a) => Enumerables.Ordered(a[0]) is { } items && !items.IsEmpty
                ? EnumFunctions.Map(site, items.Reverse().ToImmutableArray(), a[1], out var mapped)
                    ?? (mapped is { } pairs ? New(pairs.Reverse().ToImmutableArray()) : null)
                : null)
            .Partial("keyword?", 1, ValueShape.Boolean, a =>
                KeywordMerge.IsKeyword(a[0]) is { } known && a[0] is not ListValue { Rest: not null } ? Truth(known) : null)
            .Partial("keys", 1, ValueShape.List, a => Pairs(a[0]) is { } pairs ? List(pairs.Select(pair => pair.Items[0])) : null)
            .Partial("values", 1, ValueShape.List, a =>
                Pairs(a[0]) is { } pairs ? List(pairs.Select(pair => pair.Items[1])) : null)
            .Partial("to_list", 1, ValueShape.List, a => Pairs(a[0]) is null ? null : a[0])
            .AnyOf("merge", 2, ValueShape.List, a => Merge(a[0], a[1]))
            .Calling("merge", 3, ValueShape.List, (site, a) => MergeWith(site, a))
            .Partial("take", 2, ValueShape.List, a => Keep(a, listed: true))
            .Partial("drop", 2, ValueShape.List, a => Keep(a, listed: false))
            .Partial("split", 2, ValueShape.Any, a =>
                Keep(a, listed: true) is { } taken && Keep(a, listed: false) is { } dropped ? Tuple(taken, dropped) : null)
            .Calling("filter", 2, ValueShape.List, (site, a) =>
                Pairs(a[0]) is null ? null : KnownFunctions.Find("Enum", "filter", 2)!.Body(site, a))
            .Calling("reject", 2, ValueShape.List, (site, a) =>
                Pairs(a[0]) is null ? null : KnownFunctions.Find("Enum", "reject", 2)!.Body(site, a))
            .Calling("split_with", 2, ValueShape.Any, (site, a) =>
                Pairs(a[0]) is null ? null : KnownFunctions.Find("Enum", "split_with", 2)!.Body(site, a))
            .Partial("from_keys", 2, ValueShape.List, a => Items(a[0]) is { } keys && keys.All(key => key is AtomValue)
                ? List(keys.Select(key => Tuple(key, a[1])))
                : null)
            .Exact("equal?", 2, ValueShape.Boolean, a => Pairs(a[0]) is { } left && Pairs(a[1]) is { } right
                && left.DistinctBy(pair => KeyOf(pair)).Count() == left.Count
                && right.DistinctBy(pair => KeyOf(pair)).Count() == right.Count
                ? Truth(left.Count == right.Count
                    && left.TrueForAll(pair => right.Exists(other => ValueComparer.Same(pair, other))))
                : null);
        Add(table, "get", 2, (_, pairs, key, _) => Find(pairs, key) ?? Nil);
        Add(table, "get", 3, (_, pairs, key, a) => Find(pairs, key) ?? a[2]);
        Add(table, "get_lazy", 3, (site, pairs, key, a) => Find(pairs, key) ?? site.Invoke(a[2]));
        Add(table, "fetch", 2, (_, pairs, key, _) => Find(pairs, key) is { } found ? Ok(found) : Error);
        Add(table, "fetch!", 2, (_, pairs, key, _) => Find(pairs, key) ?? Raise);
        Add(table, "has_key?", 2, (_, pairs, key, _) => Truth(Find(pairs, key) is not null));
        Add(table, "get_values", 2, (_, pairs, key, _) => List(pairs.Where(pair => KeyOf(pair) == key).Select(ValueOf)));
        Add(table, "put", 3, (_, pairs, key, a) => Put(pairs, key, a[2]));
        Add(table, "put_new", 3, (_, pairs, key, a) => Find(pairs, key) is null ? Put(pairs, key, a[2]) : a[0]);
        Add(table, "put_new_lazy", 3, (site, pairs, key, a) =>
            Find(pairs, key) is not null ? a[0]
                : site.Invoke(a[2]) is var value and not NeverValue ? Put(pairs, key, value)
                : Raise);
        Add(table, "delete", 2, (_, pairs, key, _) => List(Without(pairs, key)));
        Add(table, "delete_first", 2, (_, pairs, key, _) =>
            IndexOf(pairs, key) is >= 0 and var index ? new ListValue(pairs.RemoveAt(index)) : new ListValue(pairs));
        Add(table, "pop", 2, (_, pairs, key, _) => Tuple(Find(pairs, key) ?? Nil, List(Without(pairs, key))));
        Add(table, "pop", 3, (_, pairs, key, a) => Tuple(Find(pairs, key) ?? a[2], List(Without(pairs, key))));
        Add(table, "pop!", 2, (_, pairs, key, _) =>
            Find(pairs, key) is { } found ? Tuple(found, List(Without(pairs, key))) : Raise);
        Add(table, "pop_lazy", 3, (site, pairs, key, a) =>
            (Find(pairs, key) ?? site.Invoke(a[2])) is var found and not NeverValue
                ? Tuple(found, List(Without(pairs, key)))
                : Raise);
        Add(table, "pop_first", 2, (_, pairs, key, _) => PopFirst(pairs, key, Nil));
        Add(table, "pop_first", 3, (_, pairs, key, a) => PopFirst(pairs, key, a[2]));
        Add(table, "pop_values", 2, (_, pairs, key, _) =>
            Tuple(List(pairs.Where(pair => KeyOf(pair) == key).Select(ValueOf)), List(Without(pairs, key))));
        Add(table, "replace_lazy", 3, (site, pairs, key, a) => Replace(pairs, key, value => site.Invoke(a[2], value)));
        Add(table, "replace", 3, (_, pairs, key, a) => Replace(pairs, key, _ => a[2]));
        Add(table, "replace!", 3, (_, pairs, key, a) => Find(pairs, key) is null ? Raise : Replace(pairs, key, _ => a[2]));
        Add(table, "update!", 3, (site, pairs, key, a) =>
            Find(pairs, key) is null ? Raise : Replace(pairs, key, value => site.Invoke(a[2], value)));
        Add(table, "update", 4, (site, pairs, key, a) =>
            Find(pairs, key) is null
                ? new ListValue(pairs.Add(Tuple(a[1], a[2])))
                : Replace(pairs, key, value => site.Invoke(a[3], value)));
    }

    /// <summary>The pairs of a keyword list; null for anything else.</summary>
    private static List<TupleValue>? Pairs(AbstractValue value) =>
        value is ListValue { Rest: null, IsKeyword: true } list ? [.. list.Items.Cast<TupleValue>()] : null;

    /// <summary>Adds a function of a keyword list and a key.</summary>
    private static void Add(FunctionTable table, string name, int arity, OverPairs body) =>
        table.Calling(name, arity, ValueShape.Any, (site, a) =>
        {
            if (a is [ListValue { Rest: null, IsKeyword: true } list, AtomValue key, ..])
            {
                return body(site, list.Items, key.Name, a);
            }

            if (a is [ConditionalListValue conditional, AtomValue wanted, ..])
            {
                return ConditionalKeywords.Call(name, conditional, wanted.Name, a);
            }

            if (a is [ListValue { Rest: { } rest, IsKeyword: true } open, AtomValue listed, ..]
                && (name is "put" or "delete" || IndexOf(open.Items, listed.Name) >= 0))
            {
                return name switch
                {
                    "put" or "put_new" or "put_new_lazy" or "replace" or "replace!" or "update" or "update!" or "delete" =>
                        body(site, open.Items, listed.Name, a) is ListValue changed ? changed with { Rest = rest } : null,
                    "get" or "get_lazy" or "fetch" or "fetch!" or "has_key?" => body(site, open.Items, listed.Name, a),
                    _ => null,
                };
            }

            // Those of other terms differ from version to version; a list or key of the wrong type raises in all.
            return a[0] is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or MapValue ? Raise : null;
        });

    private static string KeyOf(AbstractValue pair) => ((AtomValue)((TupleValue)pair).Items[0]).Name;

    private static AbstractValue ValueOf(AbstractValue pair) => ((TupleValue)pair).Items[1];

    private static int IndexOf(ImmutableArray<AbstractValue> pairs, string key)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (KeyOf(pairs[i]) == key)
            {
                return i;
            }
        }

        return -1;
    }

    private static AbstractValue? Find(ImmutableArray<AbstractValue> pairs, string key) =>
        IndexOf(pairs, key) is >= 0 and var index ? ValueOf(pairs[index]) : null;

    private static TupleValue PopFirst(ImmutableArray<AbstractValue> pairs, string key, AbstractValue otherwise) =>
        IndexOf(pairs, key) is >= 0 and var index
            ? Tuple(ValueOf(pairs[index]), new ListValue(pairs.RemoveAt(index)))
            : Tuple(otherwise, new ListValue(pairs));

    private static IEnumerable<AbstractValue> Without(IEnumerable<AbstractValue> pairs, string key) =>
        pairs.Where(pair => KeyOf(pair) != key);

    private static ListValue Put(ImmutableArray<AbstractValue> pairs, string key, AbstractValue value) =>
        List(Without(pairs, key).Prepend(Tuple(new AtomValue(key), value)));

    /// <summary>The first pair of the key gets another value, the others go.</summary>
    private static AbstractValue Replace(
        ImmutableArray<AbstractValue> pairs, string key, Func<AbstractValue, AbstractValue> change)
    {
        var index = IndexOf(pairs, key);
        if (index < 0)
        {
            return new ListValue(pairs);
        }

        var value = change(ValueOf(pairs[index]));
        return value is NeverValue
            ? value
            : List([.. pairs[..index], Tuple(new AtomValue(key), value), .. Without(pairs[(index + 1)..], key)]);
    }

    /// <summary>The last of equal keys stays, at its place.</summary>
    private static AbstractValue? New(ImmutableArray<AbstractValue> pairs)
    {
        var seen = new HashSet<string>();
        var kept = new List<AbstractValue>();
        foreach (var pair in pairs.Reverse())
        {
            switch (pair)
            {
                case TupleValue { Items: [AtomValue key, _] }:
                    if (seen.Add(key.Name))
                    {
                        kept.Insert(0, pair);
                    }

                    break;
                default:
                    return null;
            }
        }

        return List(kept);
    }

    private static AbstractValue? Merge(AbstractValue left, AbstractValue right)
    {
        if (ConditionalKeywords.Merge(left, right) is { } merged)
        {
            return merged;
        }

        if (AsOpen(left) is { } known && AsOpen(right) is { } added && (added.Rest ?? known.Rest) is { } rest)
        {
            return MergeOpen(known, added, rest);
        }

        if (Pairs(left) is not { } first || Pairs(right) is not { } second)
        {
            return left is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or MapValue ? Raise : null;
        }

        var newer = second.Select(KeyOf).ToHashSet();
        return List([.. first.Where(pair => !newer.Contains(KeyOf(pair))), .. second]);
    }

    /// <summary>A keyword list; one of which nothing is known may hold any key.</summary>
    private static ListValue? AsOpen(AbstractValue value) => value switch
    {
        ListValue { IsKeyword: true } list => list,
        UnknownValue { Shape: ValueShape.Any or ValueShape.List } unknown =>
            new ListValue([], new UnknownValue(unknown.Reason) { Origin = unknown.Origin }),
        _ => null,
    };

    /// <summary>
    /// What else the newer list may hold may replace what it does not name; another list is merged with none as it is.
    /// </summary>
    private static AbstractValue MergeOpen(ListValue known, ListValue added, UnknownValue rest)
    {
        if (known.Items.IsEmpty && added.Items.IsEmpty)
        {
            return new UnknownValue(rest.Reason, ValueShape.List);
        }

        var named = added.Items.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var kept = known.Items.Where(pair => !named.Contains(KeyOf(pair)));
        return new ListValue(
            added.Rest is { } newer
                ? [.. kept.Select(pair => Replaced((TupleValue)pair, newer)), .. added.Items]
                : [.. kept, .. added.Items],
            rest);
    }

    private static TupleValue Replaced(TupleValue pair, UnknownValue newer) => pair with
    {
        Items = [pair.Items[0], ChoiceValue.Of([pair.Items[1], new UnknownValue(newer.Reason)], newer.Reason)],
    };

    /// <summary>As <see cref="Merge"/>, and a function decides what becomes of two values of a key.</summary>
    private static AbstractValue? MergeWith(CallSite site, ImmutableArray<AbstractValue> a)
    {
        if (Pairs(a[0]) is not { } first || Pairs(a[1]) is not { } second
            || first.DistinctBy(KeyOf).Count() < first.Count || second.DistinctBy(KeyOf).Count() < second.Count)
        {
            return null;
        }

        var merged = new List<AbstractValue>(first.Where(pair => !second.Exists(newer => KeyOf(newer) == KeyOf(pair))));
        foreach (var pair in second)
        {
            var older = first.Find(candidate => KeyOf(candidate) == KeyOf(pair));
            var value = older is null ? pair.Items[1] : site.Invoke(a[2], pair.Items[0], older.Items[1], pair.Items[1]);
            if (value is NeverValue)
            {
                return value;
            }

            merged.Add(Tuple(pair.Items[0], value));
        }

        return List(merged);
    }

    private static AbstractValue? Keep(ImmutableArray<AbstractValue> a, bool listed)
    {
        if (Pairs(a[0]) is not { } pairs || Items(a[1]) is not { } keys || !keys.All(key => key is AtomValue))
        {
            return null;
        }

        var names = keys.Select(key => ((AtomValue)key).Name).ToHashSet();
        return List(pairs.Where(pair => names.Contains(KeyOf(pair)) == listed));
    }
}
