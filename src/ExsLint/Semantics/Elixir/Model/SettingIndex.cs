using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>
/// All keys of a configuration, at any depth: below keyword lists and maps, and in the lists and tuples among their values. It is
/// made in one pass over the configuration, when it is first asked.
/// </summary>
internal sealed class SettingIndex
{
    // Nobody nests settings deeper.
    private const int MaximumDepth = 12;

    private readonly Dictionary<string, List<Setting>> _holders = new(StringComparer.Ordinal);

    /// <summary>The index of a configuration.</summary>
    public SettingIndex(ConfigModel model)
    {
        foreach (var app in model.State.AppNames)
        {
            foreach (var (key, _) in model.State.GetSettings(app))
            {
                Add(model.Get(app, key), depth: 0);
            }
        }
    }

    /// <summary>What holds a key, in the configuration's order.</summary>
    public IEnumerable<Setting> HoldersOf(string key) => _holders.TryGetValue(key, out var holders) ? holders : [];

    private void Add(Setting holder, int depth)
    {
        if (depth == MaximumDepth)
        {
            return;
        }

        if (holder.Value is not ChoiceValue)
        {
            AddEntries(holder, holder.Value, NewSeen(holder.Value), depth);
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in ChoiceValue.Flatten(holder.Value))
        {
            AddEntries(holder, value, seen, depth);
        }
    }

    /// <summary>What tells the keys of a value that were met; null where it has one entry at most.</summary>
    private static HashSet<string>? NewSeen(AbstractValue value) =>
        value is MapValue or TupleValue or ListValue { Items.Length: < 2 } ? null : new HashSet<string>(StringComparer.Ordinal);

    private void AddEntries(Setting holder, AbstractValue value, HashSet<string>? seen, int depth)
    {
        switch (value)
        {
            case ListValue list:
                AddItems(holder, list.Items, seen, depth);
                break;
            case ConditionalListValue list:
                AddItems(holder, list.Items, seen, depth);
                break;
            case MapValue map:
                foreach (var (key, entry) in map.Pairs)
                {
                    AddPair(holder, key, entry, seen, depth);
                }

                break;
            case TupleValue tuple:
                AddElements(holder, tuple.Items, depth);
                break;
        }
    }

    private void AddItems(Setting holder, ImmutableArray<AbstractValue> items, HashSet<string>? seen, int depth)
    {
        foreach (var item in items)
        {
            if (item is TupleValue { Items: [AtomValue key, var value] })
            {
                AddPair(holder, key, value, seen, depth);
            }
            else if (HoldsMore(item))
            {
                Add(holder with { Value = item }, depth + 1);
            }
        }
    }

    private void AddElements(Setting holder, ImmutableArray<AbstractValue> elements, int depth)
    {
        foreach (var element in elements)
        {
            if (element is ListValue or MapValue or ConditionalListValue && HoldsMore(element))
            {
                Add(holder with { Value = element }, depth + 1);
            }
        }
    }

    private void AddPair(Setting holder, AbstractValue key, AbstractValue value, HashSet<string>? seen, int depth)
    {
        if (key is AtomValue { Name: var name })
        {
            if (seen?.Add(name) == false)
            {
                return;
            }

            if (!_holders.TryGetValue(name, out var holders))
            {
                _holders.Add(name, holders = []);
            }

            holders.Add(holder);
            if (HoldsMore(value))
            {
                // One of several keeps its condition only if it is asked for by its key.
                Add(holder.Value is ChoiceValue ? holder.Get(name) : new Setting(holder.App, holder.Keys.Add(name), value),
                    depth + 1);
            }
        }
        else if (HoldsMore(value))
        {
            Add(holder with { Value = value }, depth + 1);
        }
    }

    /// <summary>Whether there may be keys in a value. Most lists and tuples are of texts, addresses, versions.</summary>
    private static bool HoldsMore(AbstractValue value) => value switch
    {
        ListValue list => HasContainer(list.Items),
        TupleValue tuple => HasContainer(tuple.Items),
        ConditionalListValue or MapValue or ChoiceValue => true,
        _ => false,
    };

    private static bool HasContainer(ImmutableArray<AbstractValue> values)
    {
        foreach (var value in values)
        {
            if (value is TupleValue or ListValue or MapValue or ConditionalListValue or ChoiceValue)
            {
                return true;
            }
        }

        return false;
    }
}
