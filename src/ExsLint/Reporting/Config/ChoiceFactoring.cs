using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Writes one of several keyword lists as one list whose entries may be one of several, or missing. That says less about which
/// of them go together, and more about all that do not differ.
/// </summary>
internal static class ChoiceFactoring
{
    /// <summary>A value with its choices moved inward, at any depth, where the order of the entries allows it.</summary>
    public static AbstractValue Apply(AbstractValue value) => value switch
    {
        ChoiceValue choice => Merge(choice) is { } list ? Apply(list) : choice,
        ListValue { IsKeyword: true } list => list with { Items = [.. list.Items.Select(item => Apply((TupleValue)item))] },
        _ => value,
    };

    private static TupleValue Apply(TupleValue pair) => pair with { Items = [pair.Items[0], Apply(pair.Items[1])] };

    private static ListValue? Merge(ChoiceValue choice)
    {
        var lists = choice.Alternatives.OfType<ListValue>().Where(list => list is { IsKeyword: true, Rest: null }).ToList();
        if (lists.Count < choice.Alternatives.Length)
        {
            return null;
        }

        var orders = lists.ConvertAll(list => list.Items.Select(KeyOf).ToList());
        if (orders.Exists(order => order.Distinct(StringComparer.Ordinal).Count() < order.Count)
            || CommonOrder(orders) is not { } keys)
        {
            return null;
        }

        return new ListValue(
        [
            .. keys.Select(key => new TupleValue(
            [
                new AtomValue(key),
                ChoiceValue.Of([.. lists.Select(list => Setting.Step(list, key))], choice.Reason),
            ])),
        ]);
    }

    /// <summary>An order in which all keys stand as they do in each list; null if two lists contradict each other.</summary>
    private static List<string>? CommonOrder(List<List<string>> orders)
    {
        var common = new List<string>();
        foreach (var order in orders)
        {
            var place = 0;
            foreach (var key in order)
            {
                var found = common.IndexOf(key);
                if (found < 0)
                {
                    common.Insert(place, key);
                    found = place;
                }

                if (found < place)
                {
                    return null;
                }

                place = found + 1;
            }
        }

        return orders.TrueForAll(order => order.SequenceEqual(common.Where(order.Contains))) ? common : null;
    }

    private static string KeyOf(AbstractValue item) => ((AtomValue)((TupleValue)item).Items[0]).Name;
}
