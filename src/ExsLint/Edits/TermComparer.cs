using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Edits;

/// <summary>
/// Lets the terms of different trees be looked up in a set. Equal is what <see cref="ConfigComparison.Same"/> calls so.
/// </summary>
internal sealed class TermComparer : IEqualityComparer<AbstractValue>
{
    /// <summary>How many pairs of terms were compared.</summary>
    public long Comparisons { get; private set; }

    public bool Equals(AbstractValue? left, AbstractValue? right)
    {
        Comparisons++;
        return left is not null && right is not null && ConfigComparison.Same(left, right);
    }

    public int GetHashCode(AbstractValue value) => Hash(value);

    // It looks at every part: terms that differ in the middle only would all be compared otherwise.
    private static int Hash(AbstractValue value) => value switch
    {
        MapSetValue set => set.Members.Pairs.Length,
        RegexValue regex => ValueComparer.GetHash(regex.Source),
        OpaqueValue opaque => opaque.Description.GetHashCode(StringComparison.Ordinal),
        FunctionValue function => (function.Node?.ToString() ?? "").GetHashCode(StringComparison.Ordinal),
        TupleValue tuple => HashAll(tuple.Items),
        ListValue list => HashAll(list.Items),
        ConditionalListValue list => HashAll(list.Items),
        ChoiceValue choice => HashAll(choice.Alternatives),
        MapValue map => HashAll(map.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value })),
        _ => ValueComparer.GetHash(value),
    };

    private static int HashAll(IEnumerable<AbstractValue> values)
    {
        var hash = default(HashCode);
        foreach (var value in values)
        {
            hash.Add(Hash(value));
        }

        return hash.ToHashCode();
    }
}
