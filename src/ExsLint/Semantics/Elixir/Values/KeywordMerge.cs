using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>
/// The deep merge of Elixir's <c>Config</c>: two keyword lists are merged key by key, anything else is replaced
/// (<c>Config.__merge__/2</c> and <c>Keyword.merge/3</c>, Elixir 1.14).
/// </summary>
public static class KeywordMerge
{
    /// <summary>What a setting is after <paramref name="right"/> is configured over <paramref name="left"/>.</summary>
    public static AbstractValue Merge(AbstractValue left, AbstractValue right)
    {
        if (right is AbsentValue)
        {
            return left;
        }

        if (left is ChoiceValue || right is ChoiceValue)
        {
            var merged = from older in ChoiceValue.Flatten(left) from newer in ChoiceValue.Flatten(right) select Merge(older, newer);
            return ChoiceValue.Of([.. merged], ((left as ChoiceValue) ?? (ChoiceValue)right).Reason);
        }

        return (IsKeyword(left), IsKeyword(right)) switch
        {
            (_, false) or (false, _) => right with { Overrode = Overridden(left) },
            (true, true) => MergeLists((ListValue)left, (ListValue)right),
            (null, true) when left is UnknownValue unknown => MergeOntoUnknown(unknown, (ListValue)right),
            _ => Uncertain(left, right),
        };
    }

    /// <summary>Whether a value is a keyword list; null if that is not known.</summary>
    public static bool? IsKeyword(AbstractValue value) => value switch
    {
        ListValue list => list.IsKeyword,
        UnknownValue { Shape: ValueShape.Any or ValueShape.List } => null,
        ChoiceValue => null,
        _ => false,
    };

    private static AbstractValue? Overridden(AbstractValue left) => left is AbsentValue ? null : left;

    /// <summary>An unknown older value leaves what the newer keywords say certain, unless they merge deeper themselves.</summary>
    private static ListValue MergeOntoUnknown(UnknownValue left, ListValue right) => right with
    {
        Items = [.. right.Items.Select(item => WithValue((TupleValue)item, value => Merge(new UnknownValue(left.Reason), value)))],
        Rest = left,
        Overrode = left,
    };

    private static AbstractValue Uncertain(AbstractValue left, AbstractValue right)
    {
        var reason = (right as UnknownValue ?? left as UnknownValue)?.Reason ?? "a list whose entries are not all known";
        return new UnknownValue(reason) { Origin = right.Origin, Overrode = Overridden(left) };
    }

    private static AbstractValue MergeLists(ListValue left, ListValue right)
    {
        if (right.Rest is not null)
        {
            return Uncertain(left, right.Rest);
        }

        var older = new Dictionary<string, Queue<AbstractValue>>();
        foreach (var item in left.Items.Cast<TupleValue>())
        {
            older.TryAdd(KeyOf(item), new Queue<AbstractValue>());
            older[KeyOf(item)].Enqueue(item.Items[1]);
        }

        var overridden = right.Items.Select(KeyOf).ToHashSet();
        var appended = right.Items.Cast<TupleValue>().Select(item =>
        {
            if (older.TryGetValue(KeyOf(item), out var values) && values.TryDequeue(out var value))
            {
                return WithValue(item, newer => Merge(value, newer));
            }

            return left.Rest is null ? item : WithValue(item, newer => Merge(new UnknownValue(left.Rest.Reason), newer));
        });

        var items = left.Items.Where(item => !overridden.Contains(KeyOf(item))).Concat(appended);
        return new ListValue([.. items], left.Rest) { Origin = right.Origin ?? left.Origin, Overrode = left };
    }

    private static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;

    private static TupleValue WithValue(TupleValue pair, Func<AbstractValue, AbstractValue> change) =>
        pair with { Items = [pair.Items[0], change(pair.Items[1])] };
}
