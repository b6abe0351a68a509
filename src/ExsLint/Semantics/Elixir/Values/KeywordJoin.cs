using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// Keyword lists under conditions, joined key by key: options that are put together in optional steps are one list, each of whose
/// entries has its own alternatives and conditions. What is the same in all of them is not looked into.
/// </summary>
internal static class KeywordJoin
{
    /// <summary>One value for several, in which no two alternatives are keyword lists.</summary>
    /// <param name="alternatives">The values under their conditions.</param>
    /// <param name="reason">What decides, for people.</param>
    public static AbstractValue Of(IEnumerable<Alternative> alternatives, string reason)
    {
        var flat = new List<Alternative>();
        foreach (var alternative in alternatives)
        {
            foreach (var inner in ChoiceValue.FlattenGuarded(alternative.Value))
            {
                if (Condition.TryAnd(alternative.Condition, inner.Condition, out var both))
                {
                    flat.Add(new Alternative(inner.Value, both));
                }
            }
        }

        return ChoiceValue.Of(ByKey(flat, reason), reason);
    }

    /// <summary>The same value, in which no two alternatives are keyword lists, at any depth of its own keyword lists.</summary>
    public static AbstractValue Normalize(AbstractValue value)
    {
        switch (value)
        {
            case ChoiceValue choice:
                var joined = Of(choice.Guarded, choice.Reason);
                return joined is ChoiceValue several && ValueComparer.Same(several, choice) ? choice : joined;
            case ListValue list when Keywords.Of(list) is { } keywords:
                var items = NormalizeItems(keywords.Items);
                return items == keywords.Items ? list : list with { Items = items };
            default:
                return value;
        }
    }

    /// <summary>The alternatives, those of them that are keyword lists joined into one where the first of them stood.</summary>
    /// <param name="alternatives">The values under their conditions, none a choice.</param>
    /// <param name="reason">What decides, for people.</param>
    public static IReadOnlyList<Alternative> ByKey(IReadOnlyList<Alternative> alternatives, string reason)
    {
        var result = new List<Alternative>(alternatives.Count);
        var (place, isJoined) = (-1, false);
        foreach (var (value, condition) in alternatives)
        {
            var normal = Normalize(value);
            if (Keywords.Of(normal) is not { HasDistinctKeys: true } keywords)
            {
                result.Add(new Alternative(Restriction.Apply(normal, condition), condition));
            }
            else if (place < 0)
            {
                place = result.Count;
                result.Add(new Alternative(normal, condition));
            }
            else
            {
                isJoined = true;
                var (older, other) = result[place];
                result[place] = new Alternative(
                    ReferenceEquals(older, normal)
                        ? older
                        : Join((older, Keywords.Of(older)!.Value, other), (normal, keywords, condition), reason),
                    Condition.Common(other, condition));
            }
        }

        if (place >= 0 && !isJoined)
        {
            // What is joined is looked into entry by entry, and only where the lists differ.
            var (value, condition) = result[place];
            result[place] = new Alternative(Restriction.Apply(value, condition), condition);
        }

        return result;
    }

    private static ImmutableArray<AbstractValue> NormalizeItems(ImmutableArray<AbstractValue> items)
    {
        ImmutableArray<AbstractValue>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var value = Keywords.ValueOf(items[i]);
            var normal = Normalize(value);
            if (!ReferenceEquals(normal, value))
            {
                changed ??= items.ToBuilder();
                changed[i] = Keywords.WithValue(items[i], normal);
            }
        }

        return changed?.MoveToImmutable() ?? items;
    }

    /// <summary>Two lists as one.</summary>
    private static AbstractValue Join(
        (AbstractValue Value, Keywords Keywords, Condition? Condition) first,
        (AbstractValue Value, Keywords Keywords, Condition? Condition) second,
        string reason)
    {
        var (left, right) = (first.Keywords, second.Keywords);
        var items = ImmutableArray.CreateBuilder<AbstractValue>(left.Items.Length + right.Items.Length);
        var shared = SharedStart(left.Items, right.Items);
        items.AddRange(left.Items, shared);
        var pairing = new KeywordPairing(left.Items.AsSpan()[shared..], right.Items.AsSpan()[shared..]);
        var (isOrdered, next) = (left.IsOrdered && right.IsOrdered, 0);
        for (var i = 0; i < pairing.Count; i++)
        {
            var item = left.Items[shared + i];
            if (pairing.PartnerOf(i) is not { } index)
            {
                items.Add(OnlyIn(item, first.Condition, right.Rest, second.Condition, reason));
                continue;
            }

            isOrdered &= index >= next;
            AddOthersBefore(index);
            items.Add(JoinEntry(item, first.Condition, right.Items[shared + index], second.Condition, reason));
            next = Math.Max(next, index + 1);
        }

        AddOthersBefore(right.Items.Length - shared);

        return new Keywords(items.DrainToImmutable(), left.Rest ?? right.Rest, isOrdered).ToValue(reason) with
        {
            Node = first.Value.Node ?? second.Value.Node,
            Overrode = first.Value.Overrode ?? second.Value.Overrode,
        };

        // In no run do entries of which each list has one stand together: any order of those is right.
        void AddOthersBefore(int end)
        {
            for (; next < end; next++)
            {
                if (!pairing.HasPartner(next))
                {
                    items.Add(OnlyIn(right.Items[shared + next], second.Condition, left.Rest, first.Condition, reason));
                }
            }
        }
    }

    private static int SharedStart(ImmutableArray<AbstractValue> left, ImmutableArray<AbstractValue> right)
    {
        var shared = 0;
        while (shared < left.Length && shared < right.Length && ReferenceEquals(left[shared], right[shared]))
        {
            shared++;
        }

        return shared;
    }

    private static AbstractValue JoinEntry(
        AbstractValue first, Condition? firstIf, AbstractValue second, Condition? secondIf, string reason)
    {
        var (left, right) = (Keywords.ValueOf(first), Keywords.ValueOf(second));
        return ReferenceEquals(left, right) || (left is not ChoiceValue && ValueComparer.Same(left, right))
            ? first
            : Keywords.WithValue(first, Of([new Alternative(left, firstIf), new Alternative(right, secondIf)], reason));
    }

    private static AbstractValue OnlyIn(
        AbstractValue item, Condition? condition, UnknownValue? otherRest, Condition? otherwise, string reason)
    {
        var value = Keywords.ValueOf(item);
        return condition is null && otherRest is null && SaysMayBeAbsent(value, otherwise)
            ? item
            : Keywords.WithValue(
                item,
                Of(
                    [
                        new Alternative(value, condition),
                        new Alternative(new AbsentValue { Doubt = otherRest?.Reason }, otherwise),
                        .. otherRest is null
                            ? ReadOnlySpan<Alternative>.Empty
                            : [new Alternative(new UnknownValue(otherRest.Reason), otherwise)],
                    ],
                    reason));
    }

    /// <summary>Whether an entry is said to be absent already where a condition holds.</summary>
    private static bool SaysMayBeAbsent(AbstractValue value, Condition? otherwise)
    {
        if (value is not ChoiceValue choice)
        {
            return false;
        }

        for (var i = 0; i < choice.Alternatives.Length; i++)
        {
            if (choice.Alternatives[i] is AbsentValue { Doubt: null })
            {
                return Condition.Implies(otherwise, choice.ConditionOf(i));
            }
        }

        return false;
    }
}
