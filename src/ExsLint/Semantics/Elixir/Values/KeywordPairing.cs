namespace ExsLint.Semantics.Elixir.Values;

/// <summary>Which entries of two keyword lists, in neither of which a key stands twice, have the same key.</summary>
internal readonly struct KeywordPairing
{
    /// <summary>So few entries are looked through faster than they are hashed.</summary>
    private const int FewItems = 4;

    private readonly int[] _partners;
    private readonly bool[] _hasPartner;

    /// <summary>Compares the keys.</summary>
    /// <param name="left">The entries of one list.</param>
    /// <param name="right">The entries of the other.</param>
    public KeywordPairing(ReadOnlySpan<AbstractValue> left, ReadOnlySpan<AbstractValue> right)
    {
        _partners = new int[left.Length];
        _hasPartner = new bool[right.Length];
        var few = left.Length < right.Length ? left : right;
        var many = left.Length < right.Length ? right : left;
        var indexes = few.Length > FewItems ? IndexesOf(few) : null;
        Array.Fill(_partners, -1);
        for (var i = 0; i < many.Length; i++)
        {
            var key = Keywords.KeyOf(many[i]);
            var index = indexes is null ? IndexOf(few, key) : indexes.GetValueOrDefault(key, -1);
            if (index >= 0)
            {
                var (inLeft, inRight) = left.Length < right.Length ? (index, i) : (i, index);
                _partners[inLeft] = inRight;
                _hasPartner[inRight] = true;
            }
        }
    }

    /// <summary>The number of entries of the left list.</summary>
    public int Count => _partners.Length;

    /// <summary>The index of the right list's entry with the key of an entry of the left list; null if there is none.</summary>
    public int? PartnerOf(int index) => _partners[index] is >= 0 and var partner ? partner : null;

    /// <summary>Whether an entry of the right list has a key that stands in the left list too.</summary>
    public bool HasPartner(int index) => _hasPartner[index];

    private static Dictionary<string, int> IndexesOf(ReadOnlySpan<AbstractValue> items)
    {
        var indexes = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            indexes.Add(Keywords.KeyOf(items[i]), i);
        }

        return indexes;
    }

    private static int IndexOf(ReadOnlySpan<AbstractValue> items, string key)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (Keywords.KeyOf(items[i]) == key)
            {
                return i;
            }
        }

        return -1;
    }
}
