namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>Reads <c>[a-z_]</c> behind its opening bracket; the sets within, such as <c>\d</c>, are no ends of a range.</summary>
internal sealed class RegexClassParser
{
    private static readonly Dictionary<string, CharacterSet> NamedSets = new()
    {
        ["alnum"] = CharacterSet.Digits | CharacterSet.Lower | CharacterSet.Upper,
        ["alpha"] = CharacterSet.Lower | CharacterSet.Upper,
        ["ascii"] = CharacterSet.Ascii,
        ["blank"] = CharacterSet.Blank,
        ["digit"] = CharacterSet.Digits,
        ["graph"] = CharacterSet.Graph,
        ["lower"] = CharacterSet.Lower,
        ["print"] = CharacterSet.Graph | CharacterSet.Of(' '),
        ["space"] = CharacterSet.Space,
        ["upper"] = CharacterSet.Upper,
        ["word"] = CharacterSet.Word,
        ["xdigit"] = CharacterSet.Digits | CharacterSet.Range('a', 'f') | CharacterSet.Range('A', 'F'),
    };

    private readonly string _pattern;
    private int _at;

    /// <summary>Reads a class.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="start">Where the text behind the bracket starts.</param>
    /// <param name="ignoresCase">The option <c>i</c>.</param>
    public RegexClassParser(string pattern, int start, bool ignoresCase)
    {
        _pattern = pattern;
        _at = start;
        var isNegated = Accept('^');
        var all = default(CharacterSet);
        for (var isFirst = true; isFirst || !Accept(']'); isFirst = false)
        {
            // An empty class is none, and a bracket at its start is left out for clarity's sake.
            if (ParseItem(isFirst) is not { } item)
            {
                return;
            }

            all |= item;
        }

        all = ignoresCase ? all.IgnoringCase : all;
        Set = isNegated ? all.Complement : all;
    }

    /// <summary>The characters; null where the class is none that is followed.</summary>
    public CharacterSet? Set { get; }

    /// <summary>Where the text behind the closing bracket starts.</summary>
    public int End => _at;

    private CharacterSet? ParseItem(bool isFirst)
    {
        if (_at >= _pattern.Length || (isFirst && _pattern[_at] == ']'))
        {
            return null;
        }

        if (_pattern[_at] == '[' && _at + 1 < _pattern.Length && _pattern[_at + 1] is ':' or '.' or '=')
        {
            return ParseNamed();
        }

        if (_pattern[_at] == '\\' && _at + 1 < _pattern.Length && RegexEscape.SetOf(_pattern[_at + 1]) is { } set)
        {
            _at += 2;
            return _at < _pattern.Length && _pattern[_at] == '-' ? null : set;
        }

        return ParseRange();
    }

    private CharacterSet? ParseNamed()
    {
        var end = _pattern.IndexOf(":]", _at, StringComparison.Ordinal);
        if (end < 0 || !NamedSets.TryGetValue(_pattern[(_at + 2)..end], out var set))
        {
            return null;
        }

        // No end of a range either.
        _at = end + 2;
        return _at < _pattern.Length && _pattern[_at] == '-' ? null : set;
    }

    private CharacterSet? ParseRange()
    {
        if (ParseCharacter() is not { } first)
        {
            return null;
        }

        if (_at + 1 >= _pattern.Length || _pattern[_at] != '-' || _pattern[_at + 1] == ']')
        {
            return CharacterSet.Of(first);
        }

        _at++;
        return ParseCharacter() is { } last && first <= last ? CharacterSet.Range(first, last) : null;
    }

    private char? ParseCharacter()
    {
        if (!Accept('\\'))
        {
            return _pattern[_at] == '[' && _at + 1 < _pattern.Length && _pattern[_at + 1] is ':' or '.' or '='
                ? null
                : _pattern[_at++];
        }

        if (Accept('b'))
        {
            return '\b';
        }

        return _at < _pattern.Length
            && RegexEscape.SetOf(_pattern[_at]) is null
            && RegexEscape.TryRead(_pattern, ref _at, out var character)
            ? character
            : null;
    }

    private bool Accept(char character)
    {
        var isThere = _at < _pattern.Length && _pattern[_at] == character;
        _at += isThere ? 1 : 0;
        return isThere;
    }
}
