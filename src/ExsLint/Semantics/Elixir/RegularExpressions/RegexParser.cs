using System.Collections.Immutable;
using System.Globalization;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>
/// Reads the regular expressions that are followed: the part of PCRE's syntax (pcrepattern(3)) that every version reads alike.
/// What is left out does not parse: lookbehind, recursion, conditions, options inside, properties of characters, octal numbers.
/// </summary>
/// <remarks>
/// By hand, not with Pidgin as the other parsers: its combinators over characters would make the executable a tenth slower to
/// start, for a language that few configurations use.
/// </remarks>
internal sealed class RegexParser
{
    private const int MaximumCount = 1_000;

    private readonly string _pattern;
    private readonly bool _ignoresCase;
    private readonly RegexNode _dot;
    private int _at;
    private bool _failed;

    private RegexParser(string pattern, bool ignoresCase, bool dotMatchesAll)
    {
        _pattern = pattern;
        _ignoresCase = ignoresCase;
        _dot = new RegexCharacter(dotMatchesAll ? CharacterSet.All : CharacterSet.Of('\n').Complement);
    }

    private bool IsAtEnd => _at == _pattern.Length;

    /// <summary>The pattern's tree; null where it does not parse, for whatever reason.</summary>
    /// <param name="pattern">The pattern, in ASCII.</param>
    /// <param name="ignoresCase">The option <c>i</c>.</param>
    /// <param name="dotMatchesAll">The option <c>s</c>.</param>
    public static RegexNode? Parse(string pattern, bool ignoresCase, bool dotMatchesAll)
    {
        var parser = new RegexParser(pattern, ignoresCase, dotMatchesAll);
        var tree = parser.ParseAlternation();
        return parser._failed || !parser.IsAtEnd ? null : tree;
    }

    private RegexNode ParseAlternation()
    {
        var branches = ImmutableArray.CreateBuilder<RegexNode>();
        do
        {
            branches.Add(ParseSequence());
        }
        while (Accept("|"));
        return branches.Count == 1 ? branches[0] : new RegexAlternation(branches.DrainToImmutable());
    }

    private RegexNode ParseSequence()
    {
        var nodes = ImmutableArray.CreateBuilder<RegexNode>();
        while (!IsAtEnd && !_failed && _pattern[_at] is not ('|' or ')'))
        {
            nodes.Add(ParseRepeat(ParseAtom()));
        }

        return nodes.Count == 1 ? nodes[0] : new RegexSequence(nodes.DrainToImmutable());
    }

    private RegexNode ParseRepeat(RegexNode node)
    {
        if (ParseTimes() is not var (minimum, maximum))
        {
            return node;
        }

        // A place cannot be repeated, nor can a repetition.
        var kind = Accept("?") ? RegexRepeatKind.Lazy : Accept("+") ? RegexRepeatKind.Possessive : RegexRepeatKind.Greedy;
        return node is RegexAnchor or RegexLookahead || ParseTimes() is not null
            ? Fail()
            : new RegexRepeat(node, minimum, maximum, kind);
    }

    private (int Minimum, int Maximum)? ParseTimes() =>
        Accept("*") ? (0, int.MaxValue)
        : Accept("+") ? (1, int.MaxValue)
        : Accept("?") ? (0, 1)
        : Accept("{") ? ParseCount()
        : null;

    /// <summary><c>2}</c>, <c>2,}</c> or <c>2,3}</c></summary>
    private (int Minimum, int Maximum)? ParseCount()
    {
        var minimum = ParseNumber();
        var maximum = !Accept(",") ? minimum : !IsAtEnd && _pattern[_at] == '}' ? int.MaxValue : ParseNumber();
        if (minimum is null || maximum is null || minimum > maximum || !Accept("}"))
        {
            Fail();
            return null;
        }

        return (minimum.Value, maximum.Value);
    }

    private int? ParseNumber()
    {
        var start = _at;
        while (!IsAtEnd && char.IsAsciiDigit(_pattern[_at]))
        {
            _at++;
        }

        return int.TryParse(_pattern.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= MaximumCount
            ? number
            : null;
    }

    private RegexNode ParseAtom()
    {
        var c = _pattern[_at++];
        return c switch
        {
            '.' => _dot,
            '^' => new RegexAnchor(RegexAnchorKind.LineStart),
            '$' => new RegexAnchor(RegexAnchorKind.LineEnd),
            '(' => ParseGroup(),
            '[' =>
                new RegexClassParser(_pattern, _at, _ignoresCase) is { Set: { } set } parsed ? Behind(parsed.End, set) : Fail(),
            '\\' => ParseEscape(),
            '*' or '+' or '?' or '{' => Fail(),
            _ => Character(c),
        };
    }

    private RegexNode ParseEscape()
    {
        if (IsAtEnd)
        {
            return Fail();
        }

        switch (_pattern[_at])
        {
            case 'A':
                return Place(RegexAnchorKind.Start);
            case 'z':
                return Place(RegexAnchorKind.End);
            case 'Z':
                return Place(RegexAnchorKind.EndOrLastLine);
            case 'b':
                return Place(RegexAnchorKind.WordBoundary);
            case 'B':
                return Place(RegexAnchorKind.NoWordBoundary);
            case >= '1' and <= '9' when _at + 1 == _pattern.Length || !char.IsAsciiDigit(_pattern[_at + 1]):
                return new RegexBackReference(_pattern[_at++] - '0');
        }

        if (RegexEscape.SetOf(_pattern[_at]) is { } set)
        {
            _at++;
            return new RegexCharacter(set);
        }

        return RegexEscape.TryRead(_pattern, ref _at, out var character) ? Character(character) : Fail();
    }

    private RegexNode ParseGroup()
    {
        var kind = "?: ?= ?! ?>".Split(' ').FirstOrDefault(Accept);
        string? name = null;
        if (kind is null && !IsAtEnd && _pattern[_at] is '?' or '*')
        {
            name = Accept("?<") || Accept("?P<") ? ParseName('>') : Accept("?'") ? ParseName('\'') : null;
            if (name is null)
            {
                return Fail();
            }
        }

        var body = ParseAlternation();
        if (!Accept(")"))
        {
            return Fail();
        }

        return kind switch
        {
            "?:" => body,
            "?=" => new RegexLookahead(body, IsNegated: false),
            "?!" => new RegexLookahead(body, IsNegated: true),
            "?>" => new RegexAtomic(body),
            _ => new RegexGroup(body, name, 0),
        };
    }

    private string? ParseName(char close)
    {
        var end = _pattern.IndexOf(close, _at);
        var name = end < 0 ? "" : _pattern[_at..end];
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return null;
        }

        _at = end + 1;
        return name;
    }

    private RegexAnchor Place(RegexAnchorKind kind)
    {
        _at++;
        return new RegexAnchor(kind);
    }

    private RegexNode Behind(int end, CharacterSet set)
    {
        _at = end;
        return new RegexCharacter(set);
    }

    private RegexNode Character(char character)
    {
        var set = CharacterSet.Of(character);
        return new RegexCharacter(_ignoresCase ? set.IgnoringCase : set);
    }

    private bool Accept(string text)
    {
        var isThere = string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;
        _at += isThere ? text.Length : 0;
        return isThere;
    }

    private RegexNode Fail()
    {
        _failed = true;
        return _dot;
    }
}
