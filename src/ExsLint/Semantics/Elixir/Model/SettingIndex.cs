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

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in ChoiceValue.Flatten(holder.Value))
        {
            AddEntries(holder, value, seen, depth);
        }
    }

    private void AddEntries(Setting holder, AbstractValue value, HashSet<string> seen, int depth)
    {
        switch (value)
        {
            case ListValue list:
                foreach (var item in list.Items)
                {
                    AddItem(holder, item, seen, depth);
                }

                break;
            case ConditionalListValue list:
                foreach (var item in list.Items)
                {
                    AddItem(holder, item, seen, depth);
                }

                break;
            case MapValue map:
                foreach (var (key, entry) in map.Pairs)
                {
                    AddPair(holder, key, entry, seen, depth);
                }

                break;
            case TupleValue tuple:
                foreach (var item in tuple.Items.Where(item => item is ListValue or MapValue))
                {
                    Add(holder with { Value = item }, depth + 1);
                }

                break;
        }
    }

    private void AddItem(Setting holder, AbstractValue item, HashSet<string> seen, int depth)
    {
        if (item is TupleValue { Items: [AtomValue key, var value] })
        {
            AddPair(holder, key, value, seen, depth);
        }
        else if (item is ListValue or MapValue or TupleValue)
        {
            Add(holder with { Value = item }, depth + 1);
        }
    }

    private void AddPair(Setting holder, AbstractValue key, AbstractValue value, HashSet<string> seen, int depth)
    {
        if (key is AtomValue { Name: var name })
        {
            if (!seen.Add(name))
            {
                return;
            }

            if (!_holders.TryGetValue(name, out var holders))
            {
                _holders.Add(name, holders = []);
            }

            holders.Add(holder);
            if (IsContainer(value))
            {
                // One of several keeps its condition only if it is asked for by its key.
                Add(holder.Value is ChoiceValue ? holder.Get(name) : new Setting(holder.App, holder.Keys.Add(name), value),
                    depth + 1);
            }
        }
        else if (IsContainer(value))
        {
            Add(holder with { Value = value }, depth + 1);
        }
    }

    private static bool IsContainer(AbstractValue value) =>
        value is ListValue or ConditionalListValue or MapValue or TupleValue or ChoiceValue;
}
