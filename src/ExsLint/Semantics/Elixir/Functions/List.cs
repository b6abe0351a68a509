using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>List</c>.</summary>
internal static class ListFunctions
{
    /// <summary>Longer lists are not made of one item.</summary>
    private const int MaximumCopies = 10_000;

    private delegate AbstractValue? OverItems(
        CallSite site, ImmutableArray<AbstractValue> items, ImmutableArray<AbstractValue> arguments);

    public static void AddTo(FunctionTable table)
    {
        table.In("List")
            .Partial("wrap", 1, ValueShape.List, a =>
                a[0] is ListValue ? a[0] : a[0] is AtomValue { IsNil: true } ? ListValue.Empty : List([a[0]]))
            .Partial("duplicate", 2, ValueShape.List, a =>
                SmallInteger(a[1]) is >= 0 and <= MaximumCopies and var count ? List(Enumerable.Repeat(a[0], count))
                    : a[1] is IntegerValue { Number.Sign: >= 0 } ? null
                    : Raise)
            .Exact("to_string", 1, ValueShape.Binary, a => a[0] is ListValue list ? Characters(list) : Raise)
            .Exact("to_charlist", 1, ValueShape.List, a =>
                a[0] is ListValue list ? Characters(list) is BinaryValue text ? Charlist(text) : null : Raise)
            .Exact("to_atom", 1, ValueShape.Atom, a =>
                a[0] is ListValue list
                    ? list.Items.All(item => item is IntegerValue)
                        && Characters(list) is BinaryValue { ValidText: { } name }
                        && name.Length < 256
                        ? new AtomValue(name)
                        : null
                    : Raise)
            .Exact("to_integer", 1, ValueShape.Integer, a =>
                a[0] is ListValue { Items.Length: < 1000 } list && Characters(list) is BinaryValue { ValidText: { } text }
                    && list.Items.All(item => item is IntegerValue)
                    ? ElixirText.ParseInteger(text) is { } number ? Number(number) : Raise
                    : null);
        Add(table, "first", 1, (_, items, _) => items.IsEmpty ? Nil : items[0]);
        Add(table, "first", 2, (_, items, a) => items.IsEmpty ? a[1] : items[0]);
        Add(table, "last", 1, (_, items, _) => items.IsEmpty ? Nil : items[^1]);
        Add(table, "last", 2, (_, items, a) => items.IsEmpty ? a[1] : items[^1]);
        Add(table, "flatten", 1, (_, items, _) => Flatten(items) is { } flat ? List(flat) : null);
        Add(table, "flatten", 2, (_, items, a) =>
            Flatten(items) is { } flat && Items(a[1]) is { } tail ? List([.. flat, .. tail]) : null);
        Add(table, "foldl", 3, (site, items, a) => EnumFoldFunctions.Fold(site, items, a[1], a[2]));
        Add(table, "foldr", 3, (site, items, a) => EnumFoldFunctions.Fold(site, [.. items.Reverse()], a[1], a[2]));
        Add(table, "to_tuple", 1, (_, items, _) => new TupleValue(items));
        Add(table, "delete", 2, (_, items, a) =>
            TermOperators.Operator("--", new ListValue(items), List([a[1]])) is ListValue list ? list : null);
        Add(table, "delete_at", 2, (_, items, a) =>
            Index(items, a[1]) is { } index ? index < 0 ? new ListValue(items) : new ListValue(items.RemoveAt(index)) : null);
        Add(table, "replace_at", 3, (_, items, a) =>
            Index(items, a[1]) is { } index
                ? index < 0 ? new ListValue(items) : new ListValue(items.SetItem(index, a[2]))
                : null);
        Add(table, "update_at", 3, (site, items, a) => Index(items, a[1]) is not { } index ? null
            : index < 0 ? new ListValue(items)
            : site.Invoke(a[2], items[index]) is var value and not NeverValue
                ? new ListValue(items.SetItem(index, value))
                : Raise);
        Add(table, "insert_at", 3, (_, items, a) => SmallInteger(a[1]) is { } at
            ? new ListValue(items.Insert(Math.Clamp(at < 0 ? items.Length + at + 1 : at, 0, items.Length), a[2]))
            : null);
        Add(table, "pop_at", 2, (_, items, a) => PopAt(items, a[1], Nil));
        Add(table, "pop_at", 3, (_, items, a) => PopAt(items, a[1], a[2]));
        Add(table, "starts_with?", 2, (_, items, a) => Items(a[1]) is { } prefix
            ? prefix.Length > items.Length ? Truth(false)
            : TermEquality.AreEqual(new ListValue(items[..prefix.Length]), new ListValue(prefix), strict: true) is { } equal
                ? Truth(equal)
                : null
            : null);
        Add(table, "zip", 1, (_, lists, _) => lists.All(list => Items(list) is not null)
            ? List(Enumerable.Range(0, lists.IsEmpty ? 0 : lists.Min(list => Items(list)!.Value.Length)).Select(index =>
                Tuple([.. lists.Select(list => Items(list)!.Value[index])])))
            : null);
        Add(table, "keyfind", 3, (_, items, a) => Find(items, a, out var found) ? found < 0 ? Nil : items[found] : null);
        Add(table, "keyfind", 4, (_, items, a) => Find(items, a, out var found) ? found < 0 ? a[3] : items[found] : null);
        Add(table, "keymember?", 3, (_, items, a) => Find(items, a, out var found) ? Truth(found >= 0) : null);
        Add(table, "keydelete", 3, (_, items, a) =>
            Find(items, a, out var found) ? new ListValue(found < 0 ? items : items.RemoveAt(found)) : null);
        Add(table, "keyreplace", 4, (_, items, a) =>
            a[3] is TupleValue && Find(items, a, out var found)
                ? new ListValue(found < 0 ? items : items.SetItem(found, a[3]))
                : null);
        Add(table, "keystore", 4, (_, items, a) =>
            Find(items, a, out var found) && a[3] is TupleValue
                ? new ListValue(found < 0 ? items.Add(a[3]) : items.SetItem(found, a[3]))
                : null);
        Add(table, "keytake", 3, (_, items, a) =>
            Find(items, a, out var found) ? found < 0 ? Nil : Tuple(items[found], new ListValue(items.RemoveAt(found))) : null);
    }

    /// <summary>Adds a function whose first argument is a list.</summary>
    private static void Add(FunctionTable table, string name, int arity, OverItems body) =>
        table.Calling(name, arity, ValueShape.Any, (site, a) =>
            Items(a[0]) is { } items ? body(site, items, a) : a[0] is ListValue or OpaqueValue or FunctionValue ? null : Raise);

    private static List<AbstractValue>? Flatten(ImmutableArray<AbstractValue> items)
    {
        var flat = new List<AbstractValue>();
        foreach (var item in items)
        {
            switch (item)
            {
                case ListValue { Rest: null } inner:
                    if (Flatten(inner.Items) is not { } parts)
                    {
                        return null;
                    }

                    flat.AddRange(parts);
                    break;
                case ListValue or ChoiceValue or UnknownValue { Shape: ValueShape.Any or ValueShape.List }:
                    return null;
                default:
                    flat.Add(item);
                    break;
            }
        }

        return flat;
    }

    /// <summary>An index from either end; -1 where it is beyond the list, null where it is none.</summary>
    private static int? Index(ImmutableArray<AbstractValue> items, AbstractValue index) => SmallInteger(index) is { } at
        ? (at < 0 ? at + items.Length : at) is var place && place >= 0 && place < items.Length ? place : -1
        : null;

    private static TupleValue? PopAt(ImmutableArray<AbstractValue> items, AbstractValue index, AbstractValue otherwise) =>
        Index(items, index) is { } at
            ? Tuple(at < 0 ? otherwise : items[at], new ListValue(at < 0 ? items : items.RemoveAt(at)))
            : null;

    /// <summary>Where the first tuple stands that has this key at this place; false where that is not known.</summary>
    private static bool Find(ImmutableArray<AbstractValue> items, ImmutableArray<AbstractValue> a, out int found)
    {
        found = -1;
        if (SmallInteger(a[2]) is not { } place || place < 0 || !Enumerables.IsKey(a[1]))
        {
            return false;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is UnknownValue or ChoiceValue)
            {
                return false;
            }

            if (items[i] is not TupleValue tuple || tuple.Items.Length <= place)
            {
                continue;
            }

            // lists:keyfind compares with ==, so that 1 finds 1.0; what follows from that is left alone.
            var same = TermEquality.AreEqual(tuple.Items[place], a[1], strict: true);
            if (same != TermEquality.AreEqual(tuple.Items[place], a[1], strict: false) || same is null)
            {
                return false;
            }

            if (same == true)
            {
                found = i;
                return true;
            }
        }

        return true;
    }
}
