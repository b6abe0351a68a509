using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// Functions of keyword lists of which some entries may be missing: options that are put together in more optional steps than
/// are told apart.
/// </summary>
internal static class ConditionalKeywords
{
    /// <summary><c>left ++ right</c>; null where one of them is no keyword list without repeated keys.</summary>
    public static AbstractValue? Append(AbstractValue left, AbstractValue right)
    {
        if (ListsOf(left, right) is not var (first, second, reason))
        {
            return null;
        }

        var items = first.Items.ToBuilder();
        var rest = first.Rest ?? second.Rest;
        var isOrdered = first.IsOrdered && second.IsOrdered;
        foreach (var item in second.Items)
        {
            if (first.IndexOf(Keywords.KeyOf(item)) is not (>= 0 and var index))
            {
                items.Add(first.Rest is null ? item : OldOrUnknown(item, first.Rest));
                continue;
            }

            // The first entry of a key counts; who takes the last is told that there may be more than is known.
            items[index] = Keywords.WithValue(
                items[index], Otherwise(Keywords.ValueOf(items[index]), Keywords.ValueOf(item), reason));
            rest ??= new UnknownValue(reason);
            isOrdered = false;
        }

        return new Keywords(items.DrainToImmutable(), rest, isOrdered).ToValue(reason);
    }

    /// <summary><c>Keyword.merge(left, right)</c>; null where one of them is no keyword list without repeated keys.</summary>
    public static AbstractValue? Merge(AbstractValue left, AbstractValue right)
    {
        if (ListsOf(left, right) is not var (first, second, reason))
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<AbstractValue>(first.Items.Length + second.Items.Length);
        items.AddRange(first.Items.Where(item => second.IndexOf(Keywords.KeyOf(item)) < 0)
            .Select(item => second.Rest is null ? item : OldOrUnknown(item, second.Rest)));
        var isOrdered = first.IsOrdered && second.IsOrdered;
        foreach (var item in second.Items)
        {
            var index = first.IndexOf(Keywords.KeyOf(item));
            var value = Keywords.ValueOf(item);
            isOrdered &= index < 0 || !Keywords.MayBeAbsent(value);
            items.Add(index < 0 ? item
                : Keywords.WithValue(item, Otherwise(value, Keywords.ValueOf(first.Items[index]), reason)));
        }

        return new Keywords(items.DrainToImmutable(), first.Rest ?? second.Rest, isOrdered).ToValue(reason);
    }

    /// <summary>A function of <c>Keyword</c>, of a list and a key; null for one that is not followed.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="list">The list.</param>
    /// <param name="key">The key.</param>
    /// <param name="arguments">All arguments.</param>
    public static AbstractValue? Call(
        string name, ConditionalListValue list, string key, ImmutableArray<AbstractValue> arguments)
    {
        var found = Entries.Find(list, key);
        return (name, arguments.Length) switch
        {
            ("get", 2) => OrElse(found, Nil),
            ("get", 3) => OrElse(found, arguments[2]),
            ("fetch", 2) => Map(found, list.Reason, Ok, Error),
            ("fetch!", 2) => Present(found, list.Reason),
            ("has_key?", 2) => Map(found, list.Reason, value => value is UnknownValue unknown
                ? new UnknownValue(unknown.Reason, ValueShape.Boolean)
                : AtomValue.True, AtomValue.False),
            ("put", 3) => Put(list, key, arguments[2]),
            ("put_new", 3) => found is UnknownValue ? null : Put(list, key, OrElse(found, arguments[2])) switch
            {
                ConditionalListValue changed when Keywords.MayBeAbsent(found) => changed with { IsOrdered = false },
                _ when found is not AbsentValue => list,
                var changed => changed,
            },
            ("delete", 2) => Without(list, key).ToValue(list.Reason),
            _ => null,
        };
    }

    private static AbstractValue Put(ConditionalListValue list, string key, AbstractValue value)
    {
        var others = Without(list, key);
        return (others with { Items = others.Items.Insert(0, Tuple(new AtomValue(key), value)) }).ToValue(list.Reason);
    }

    private static Keywords Without(ConditionalListValue list, string key) =>
        new([.. list.Items.Where(item => Keywords.KeyOf(item) != key)], list.Rest, list.IsOrdered);

    private static AbstractValue OldOrUnknown(AbstractValue item, UnknownValue rest) => Keywords.WithValue(
        item, ChoiceValue.Of([Keywords.ValueOf(item), new UnknownValue(rest.Reason)], rest.Reason));

    /// <summary>A value, or another one where it is absent.</summary>
    private static AbstractValue OrElse(AbstractValue value, AbstractValue other) =>
        Otherwise(value, other, Reasons.Of(value));

    private static AbstractValue Otherwise(AbstractValue value, AbstractValue other, string reason) => value switch
    {
        AbsentValue => other,
        ChoiceValue choice => ChoiceValue.Of(
            choice.Guarded.Select(alternative => alternative.Value is AbsentValue
                ? alternative with { Value = Restriction.Apply(other, alternative.Condition) }
                : alternative),
            reason),
        _ => value,
    };

    private static AbstractValue Map(
        AbstractValue value, string reason, Func<AbstractValue, AbstractValue> present, AbstractValue absent) =>
        ChoiceValue.Of(
            ChoiceValue.FlattenGuarded(value).Select(alternative => alternative with
            {
                Value = alternative.Value is AbsentValue ? absent : present(alternative.Value),
            }),
            reason);

    private static AbstractValue? Present(AbstractValue value, string reason)
    {
        var present = ChoiceValue.FlattenGuarded(value).Where(alternative => alternative.Value is not AbsentValue).ToList();
        return present.Count == 0 ? Raise : ChoiceValue.Of(present, reason);
    }

    private static (Keywords First, Keywords Second, string Reason)? ListsOf(AbstractValue left, AbstractValue right) =>
        (left as ConditionalListValue ?? right as ConditionalListValue)?.Reason is { } reason
        && Keywords.Of(left) is { HasDistinctKeys: true } first
        && Keywords.Of(right) is { HasDistinctKeys: true } second
            ? (first, second, reason)
            : null;
}
