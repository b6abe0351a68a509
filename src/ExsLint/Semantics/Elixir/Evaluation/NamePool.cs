namespace ExsLint.Semantics.Elixir;

/// <summary>Keeps each name once: a file repeats a few names many times, and every value holds some.</summary>
internal sealed class NamePool
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name with this text.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var name))
        {
            return name;
        }

        name = text.ToString();
        _names.Add(name);
        return name;
    }
}
