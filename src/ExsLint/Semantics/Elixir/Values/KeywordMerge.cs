using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// The deep merge of Elixir's <c>Config</c>: two keyword lists are merged key by key, anything else is replaced
/// (<c>Config.__merge__/2</c> and <c>Keyword.merge/3</c>, Elixir 1.14).
/// </summary>
/// <param name="budget">The work that may be done.</param>
/// <param name="path">What holds at the moment: older values that it excludes are not merged.</param>
internal sealed class KeywordMerge(WorkBudget budget, Func<Condition?> path)
{
    /// <summary>So few items are looked through faster than they are hashed.</summary>
    private const int FewItems = 4;

    /// <summary>Whether a value is a keyword list; null if that is not known.</summary>
    public static bool? IsKeyword(AbstractValue value) => value switch
    {
        ListValue list => list.IsKeyword,
        ConditionalListValue { Shape: ValueShape.List } => true,
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
            (true, true) => MergeLists(left, right),
            (null, true) when left is UnknownValue unknown => MergeOntoUnknown(unknown, right),
            _ => Uncertain(left, right),
        };
    }

    /// <summary>Each of the older values under each of the newer ones, but for those that exclude each other.</summary>
    private AbstractValue MergeChoices(AbstractValue left, AbstractValue right)
    {
        var merged = new List<Alternative>();
        var here = path();
        foreach (var newer in ChoiceValue.FlattenGuarded(right))
        {
            foreach (var older in ChoiceValue.FlattenGuarded(left))
            {
                if (Condition.TryAnd(here, older.Condition, out var possible)
                    && Condition.TryAnd(possible, newer.Condition, out _)
                    && Condition.TryAnd(newer.Condition, older.Condition, out var both))
                {
                    merged.Add(new Alternative(Merge(older.Value, newer.Value), both));
                }
            }
        }

        return KeywordJoin.Of(merged, ((left as ChoiceValue) ?? (ChoiceValue)right).Reason);
    }

    /// <summary>An unknown older value leaves what the newer keywords say certain, unless they merge deeper themselves.</summary>
    private AbstractValue MergeOntoUnknown(UnknownValue left, AbstractValue right)
    {
        var keywords = Keywords.Of(right)!.Value;
        var items = ImmutableArray.CreateBuilder<AbstractValue>(keywords.Items.Length);
        foreach (var item in keywords.Items)
        {
            var value = Keywords.ValueOf(item);
            items.Add(Keywords.WithValue(item, Merge(Unseen(left, value), value)));
        }

        return (keywords with { Items = items.MoveToImmutable(), Rest = left }).ToValue(left.Reason) with
        {
            Origin = right.Origin,
            Overrode = left,
        };
    }

    /// <summary>
    /// What a list of which not all is known may hold for a key. Where the newer entry may be missing, that the older one may be
    /// missing too has to stay.
    /// </summary>
    private static AbstractValue Unseen(UnknownValue rest, AbstractValue newer) => Keywords.MayBeAbsent(newer)
        ? ChoiceValue.Of([new AbsentValue { Doubt = rest.Reason }, new UnknownValue(rest.Reason)], rest.Reason)
        : new UnknownValue(rest.Reason);

    private static UnknownValue Uncertain(AbstractValue left, AbstractValue right)
    {
        var reason = (right as UnknownValue ?? left as UnknownValue)?.Reason ?? "a list whose entries are not all known";
        return new UnknownValue(reason) { Origin = right.Origin, Overrode = left };
    }

    /// <summary><c>Keyword.merge/3</c>: what is not overridden stays in place, then comes the newer list.</summary>
    private AbstractValue MergeLists(AbstractValue left, AbstractValue right)
    {
        var (old, now) = (Keywords.Of(left)!.Value, Keywords.Of(right)!.Value);
        if (!budget.TrySpend(Keywords.CostOfCopy(old.Items.Length) + now.Items.Length))
        {
            return new UnknownValue(WorkBudget.Reason);
        }

        if ((left is UnknownValue || right is UnknownValue) && !(old.HasDistinctKeys && now.HasDistinctKeys))
        {
            return Uncertain(left, right);
        }

        var (merged, older, isOrdered) = Keep(old, now);
        foreach (var item in now.Items)
        {
            var value = Keywords.ValueOf(item);
            var replaced = older.TryGetValue(Keywords.KeyOf(item), out var values) && values.TryDequeue(out var first) ? first
                : old.Rest is null ? null
                : Unseen(old.Rest, value);
            isOrdered &= replaced is null || !Keywords.MayBeAbsent(value);
            merged.Add(replaced is null ? item : Keywords.WithValue(item, Merge(replaced, value)));
        }

        // Nothing is replaced as a whole: what each entry overrode is in the entry. The older list must not be kept alive.
        var reason = (right as UnknownValue ?? left as UnknownValue)?.Reason ?? "";
        return new Keywords(merged.DrainToImmutable(), now.Rest ?? old.Rest, isOrdered).ToValue(reason) with
        {
            Origin = right.Origin ?? left.Origin,
            Overrode = left.Overrode ?? right.Overrode,
        };
    }

    /// <summary>What stays of the older list, and by key what the newer one overrides.</summary>
    private static (ImmutableArray<AbstractValue>.Builder Kept, Dictionary<string, Queue<AbstractValue>> Older,
        bool IsOrdered) Keep(
        Keywords old, Keywords now)
    {
        var overridden = now.Items.Length > FewItems ? now.Items.Select(Keywords.KeyOf).ToHashSet(StringComparer.Ordinal) : null;
        var kept = ImmutableArray.CreateBuilder<AbstractValue>(old.Items.Length + now.Items.Length);
        var older = new Dictionary<string, Queue<AbstractValue>>(StringComparer.Ordinal);
        foreach (var item in old.Items)
        {
            var key = Keywords.KeyOf(item);
            if (overridden is null ? now.IndexOf(key) < 0 : !overridden.Contains(key))
            {
                kept.Add(Kept(item, now.Rest));
            }
            else if (older.TryGetValue(key, out var values))
            {
                values.Enqueue(Keywords.ValueOf(item));
            }
            else
            {
                older.Add(key, new Queue<AbstractValue>([Keywords.ValueOf(item)]));
            }
        }

        return (kept, older, old.IsOrdered && now.IsOrdered);
    }

    /// <summary>What else the newer list may hold may override any other key.</summary>
    private static AbstractValue Kept(AbstractValue pair, UnknownValue? rest) => rest is null
        ? pair
        : Keywords.WithValue(pair, ChoiceValue.Of([Keywords.ValueOf(pair), new UnknownValue(rest.Reason)], rest.Reason));
}
