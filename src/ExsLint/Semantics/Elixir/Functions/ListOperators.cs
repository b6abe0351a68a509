using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Operators of lists: <c>++</c> and <c>--</c>.</summary>
internal static class ListOperators
{
    /// <summary><c>a ++ b</c></summary>
    public static AbstractValue Append(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (ListValue { Rest: null } first, ListValue { Rest: null } second) => new ListValue(first.Items.AddRange(second.Items)),
        (ListValue { IsKeyword: true } first, ListValue { IsKeyword: true } second) => AppendOpen(first, second),
        _ when ConditionalKeywords.Append(left, right) is { } appended => appended,
        (ListValue or UnknownValue, _) => new UnknownValue(TextTerms.FirstReason(left, right)),
        _ => new NeverValue(),
    };

    /// <summary>
    /// Keyword lists of which one holds more than is known: a key counts where nothing unknown may stand before it.
    /// </summary>
    private static ListValue AppendOpen(ListValue first, ListValue second)
    {
        var keys = first.Items.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return first.Rest is null
            ? new ListValue(first.Items.AddRange(second.Items.Where(item => !keys.Contains(KeyOf(item)))), second.Rest)
            : first;

        static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;
    }

    /// <summary>Takes the first item away that is equal, for each on the right.</summary>
    public static AbstractValue Subtract(AbstractValue left, AbstractValue right)
    {
        if (left is not ListValue { Rest: null } list || right is not ListValue { Rest: null } taken)
        {
            return left is ListValue or UnknownValue && right is ListValue or UnknownValue
                ? new UnknownValue(TextTerms.FirstReason(left, right))
                : new NeverValue();
        }

        var items = list.Items.ToBuilder();
        foreach (var item in taken.Items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (TermEquality.AreEqual(items[i], item, strict: true) is not { } equal)
                {
                    return new UnknownValue("items that are not all known", ValueShape.List);
                }

                if (equal)
                {
                    items.RemoveAt(i);
                    break;
                }
            }
        }

        return new ListValue(items.DrainToImmutable());
    }
}
