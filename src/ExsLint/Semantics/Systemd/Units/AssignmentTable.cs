using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>The assignments of a unit by section and key. Made for many questions about keys that are not there.</summary>
internal sealed class AssignmentTable
{
    private const int None = -1;

    private readonly Dictionary<string, Dictionary<string, Chain>> _sections = new(StringComparer.Ordinal);

    // For each assignment the one before it of the same section and key.
    private readonly int[] _previous;

    public AssignmentTable(ImmutableArray<UnitAssignment> all)
    {
        All = all;
        _previous = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            if (!_sections.TryGetValue(all[i].Section, out var keys))
            {
                keys = new Dictionary<string, Chain>(StringComparer.Ordinal);
                _sections.Add(all[i].Section, keys);
            }

            ref var chain = ref CollectionsMarshal.GetValueRefOrAddDefault(keys, all[i].Key, out var exists);
            _previous[i] = exists ? chain.Last : None;
            chain = new Chain(i, chain.Count + 1);
        }
    }

    /// <summary>All of them, in the order in which they apply.</summary>
    public ImmutableArray<UnitAssignment> All { get; }

    /// <summary>Those of a key, in the order in which they apply.</summary>
    public ImmutableArray<UnitAssignment> Find(string section, string key)
    {
        if (!_sections.TryGetValue(section, out var keys) || !keys.TryGetValue(key, out var chain))
        {
            return [];
        }

        var found = new UnitAssignment[chain.Count];
        for (int place = chain.Count - 1, i = chain.Last; place >= 0; place--, i = _previous[i])
        {
            found[place] = All[i];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    private readonly record struct Chain(int Last, int Count);
}
