using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// What is common to more keyword lists than are kept apart: options that are put together in several optional steps.
/// </summary>
internal static class KeywordJoin
{
    /// <summary>
    /// One list for several: the keys that all of them have, each with what it may be, and a rest that is not known. Null where
    /// that says nothing, because one of them is no keyword list or has a key twice.
    /// </summary>
    /// <param name="values">The lists.</param>
    /// <param name="reason">What decides between them.</param>
    public static AbstractValue? Of(IEnumerable<AbstractValue> values, string reason)
    {
        var lists = new List<Dictionary<string, AbstractValue>>();
        var keys = new List<string>();
        foreach (var value in values)
        {
            if (value is not ListValue { IsKeyword: true } list || ByKey(list) is not { } pairs)
            {
                return null;
            }

            if (lists.Count == 0)
            {
                keys.AddRange(list.Items.Select(KeyOf));
            }

            lists.Add(pairs);
        }

        var items = keys.Where(key => lists.TrueForAll(list => list.ContainsKey(key)))
            .Select(key => new TupleValue([new AtomValue(key), ChoiceValue.Of([.. lists.Select(list => list[key])], reason)]))
            .ToImmutableArray<AbstractValue>();
        return items.IsEmpty ? new UnknownValue(reason, ValueShape.List) : new ListValue(items, new UnknownValue(reason));
    }

    private static Dictionary<string, AbstractValue>? ByKey(ListValue list)
    {
        var pairs = new Dictionary<string, AbstractValue>(StringComparer.Ordinal);
        return list.Items.All(item => pairs.TryAdd(KeyOf(item), ((TupleValue)item).Items[1])) ? pairs : null;
    }

    private static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;
}
