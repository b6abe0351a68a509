using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// The deep merge of Elixir's <c>Config</c>: two keyword lists are merged key by key, anything else is replaced
/// (<c>Config.__merge__/2</c> and <c>Keyword.merge/3</c>, Elixir 1.14).
/// </summary>
internal sealed class KeywordMerge(WorkBudget budget)
{
    /// <summary>Whether a value is a keyword list; null if that is not known.</summary>
    public static bool? IsKeyword(AbstractValue value) => value switch
    {
        ListValue list => list.IsKeyword,
        UnknownValue { Shape: ValueShape.Any or ValueShape.List } => null,
        ChoiceValue => null,
        _ => false,
    };

    /// <summary>What a setting is after <paramref name="right"/> is configured over <paramref name="left"/>.</summary>
    public AbstractValue Merge(AbstractValue left, AbstractValue right)
    {
        if (left is AbsentValue)
        {
            return right;
        }

        if (right is AbsentValue)
        {
            return left;
        }

        if (!budget.TrySpend(1))
        {
            return new UnknownValue(WorkBudget.Reason);
        }

        if (left is ChoiceValue || right is ChoiceValue)
        {
            return MergeChoices(left, right);
        }

        return (IsKeyword(left), IsKeyword(right)) switch
        {
            (_, false) or (false, _) => right with { Overrode = left },
            (true, true) => MergeLists((ListValue)left, (ListValue)right),
            (null, true) when left is UnknownValue unknown => MergeOntoUnknown(unknown, (ListValue)right),
            _ => Uncertain(left, right),
        };
    }

    private AbstractValue MergeChoices(AbstractValue left, AbstractValue right)
    {
        var merged = new List<AbstractValue>();
        foreach (var older in ChoiceValue.Flatten(left))
        {
            foreach (var newer in ChoiceValue.Flatten(right))
            {
                merged.Add(Merge(older, newer));
            }
        }

        return ChoiceValue.Of(merged, ((left as ChoiceValue) ?? (ChoiceValue)right).Reason);
    }

    /// <summary>An unknown older value leaves what the newer keywords say certain, unless they merge deeper themselves.</summary>
    private ListValue MergeOntoUnknown(UnknownValue left, ListValue right)
    {
        var items = ImmutableArray.CreateBuilder<AbstractValue>(right.Items.Length);
        foreach (var item in right.Items)
        {
            items.Add(MergeInto(new UnknownValue(left.Reason), (TupleValue)item));
        }

        return new ListValue(items.MoveToImmutable(), left) { Origin = right.Origin, Overrode = left };
    }

    private static UnknownValue Uncertain(AbstractValue left, AbstractValue right)
    {
        var reason = (right as UnknownValue ?? left as UnknownValue)?.Reason ?? "a list whose entries are not all known";
        return new UnknownValue(reason) { Origin = right.Origin, Overrode = left };
    }

    /// <summary><c>Keyword.merge/3</c>: what is not overridden stays in place, then comes the newer list.</summary>
    private AbstractValue MergeLists(ListValue left, ListValue right)
    {
        if (!budget.TrySpend(left.Items.Length + right.Items.Length))
        {
            return new UnknownValue(WorkBudget.Reason);
        }

        var overridden = new HashSet<string>();
        foreach (var item in right.Items)
        {
            overridden.Add(KeyOf(item));
        }

        var merged = ImmutableArray.CreateBuilder<AbstractValue>(left.Items.Length + right.Items.Length);
        var older = new Dictionary<string, Queue<AbstractValue>>();
        foreach (var item in left.Items)
        {
            var key = KeyOf(item);
            if (!overridden.Contains(key))
            {
                merged.Add(Kept((TupleValue)item, right.Rest));
            }
            else if (older.TryGetValue(key, out var values))
            {
                values.Enqueue(((TupleValue)item).Items[1]);
            }
            else
            {
                older.Add(key, new Queue<AbstractValue>([((TupleValue)item).Items[1]]));
            }
        }

        foreach (var item in right.Items)
        {
            var replaced = older.TryGetValue(KeyOf(item), out var values) && values.TryDequeue(out var value) ? value
                : left.Rest is null ? null
                : new UnknownValue(left.Rest.Reason);
            merged.Add(replaced is null ? item : MergeInto(replaced, (TupleValue)item));
        }

        // Nothing is replaced as a whole: what each entry overrode is in the entry. The older list must not be kept alive.
        return new ListValue(merged.DrainToImmutable(), right.Rest ?? left.Rest)
        {
            Origin = right.Origin ?? left.Origin,
            Overrode = left.Overrode ?? right.Overrode,
        };
    }

    /// <summary>What else the newer list may hold may override any other key.</summary>
    private static TupleValue Kept(TupleValue pair, UnknownValue? rest) => rest is null
        ? pair
        : WithValue(pair, ChoiceValue.Of([pair.Items[1], rest with { Origin = null }], rest.Reason));

    private TupleValue MergeInto(AbstractValue older, TupleValue pair) => WithValue(pair, Merge(older, pair.Items[1]));

    private static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;

    private static TupleValue WithValue(TupleValue pair, AbstractValue value) =>
        new([pair.Items[0], value]) { Origin = pair.Origin, Overrode = pair.Overrode };
}
