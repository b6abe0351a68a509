using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>A keyword list, whether all of its entries are certain or not.</summary>
/// <param name="Items">The entries, each a pair of an atom and its value.</param>
/// <param name="Rest">Where not null, there may be other keys too.</param>
/// <param name="IsOrdered">Whether the entries stand in this order.</param>
internal readonly record struct Keywords(ImmutableArray<AbstractValue> Items, UnknownValue? Rest, bool IsOrdered)
{
    /// <summary>Whether no key stands twice by the way the list was made.</summary>
    private bool IsDistinct { get; init; }

    /// <summary>The keyword list that a value is; null for any other value.</summary>
    public static Keywords? Of(AbstractValue value) => value switch
    {
        ListValue { IsKeyword: true } list => new Keywords(list.Items, list.Rest, true),
        ConditionalListValue { Shape: ValueShape.List } list =>
            new Keywords(list.Items, list.Rest, list.IsOrdered) { IsDistinct = true },
        _ => null,
    };

    private const int CopiesPerUnit = 16;

    /// <summary>What it takes to copy entries without looking into them, as <see cref="WorkBudget"/> counts.</summary>
    public static int CostOfCopy(int count) => 1 + (count / CopiesPerUnit);

    /// <summary>The key of an entry.</summary>
    public static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;

    /// <summary>The value of an entry.</summary>
    public static AbstractValue ValueOf(AbstractValue item) => ((TupleValue)item).Items[1];

    /// <summary>An entry with another value.</summary>
    public static TupleValue WithValue(AbstractValue item, AbstractValue value) =>
        new([((TupleValue)item).Items[0], value]) { Node = item.Node, Overrode = item.Overrode };

    /// <summary>Whether an entry's value says that the entry may be missing.</summary>
    public static bool MayBeAbsent(AbstractValue value) =>
        value is ChoiceValue choice && choice.Alternatives.Any(alternative => alternative is AbsentValue);

    /// <summary>Whether no key stands twice.</summary>
    public bool HasDistinctKeys
    {
        get
        {
            if (Items.Length < 2 || IsDistinct)
            {
                return true;
            }

            var keys = new HashSet<string>(Items.Length, StringComparer.Ordinal);
            foreach (var item in Items)
            {
                if (!keys.Add(KeyOf(item)))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The index of a key's first entry; -1 if there is none.</summary>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (KeyOf(Items[i]) == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The list as a value: a list like any other where nothing about its entries is in doubt.</summary>
    public AbstractValue ToValue(string reason)
    {
        var isCertain = IsOrdered;
        foreach (var item in Items)
        {
            var value = ValueOf(item);
            if (value is AbsentValue)
            {
                return (this with { Items = [.. Items.Where(other => ValueOf(other) is not AbsentValue)] }).ToValue(reason);
            }

            isCertain = isCertain && !MayBeAbsent(value);
        }

        return isCertain
            ? new ListValue(Items, Rest)
            : new ConditionalListValue(Items, reason) { Rest = Rest, IsOrdered = IsOrdered };
    }
}
