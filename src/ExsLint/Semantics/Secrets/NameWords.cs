namespace ExsLint.Semantics.Secrets;

/// <summary>The words of a name: between signs, and at the capitals of <c>accessKey</c> and <c>DBPassword</c>.</summary>
/// <param name="name">The name.</param>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private readonly ReadOnlySpan<char> _name = name;
    private int _end;

    /// <summary>The word that stands here.</summary>
    public Range Current { get; private set; }

    /// <summary>The words themselves.</summary>
    public readonly NameWords GetEnumerator() => this;

    /// <summary>Goes on to the next word.</summary>
    public bool MoveNext()
    {
        while (_end < _name.Length && !char.IsLetterOrDigit(_name[_end]))
        {
            _end++;
        }

        var start = _end;
        while (_end < _name.Length && char.IsLetterOrDigit(_name[_end]) && (_end == start || !StartsWord(_end)))
        {
            _end++;
        }

        Current = start.._end;
        return _end > start;
    }

    private readonly bool StartsWord(int offset) => char.IsUpper(_name[offset])
        && (!char.IsUpper(_name[offset - 1]) || (offset + 1 < _name.Length && char.IsLower(_name[offset + 1])));
}
