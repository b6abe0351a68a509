using System.Collections.Immutable;
using System.Globalization;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace ExsLint.Semantics.Elixir;

/// <summary>
/// The regular expressions that are followed: the part of PCRE's syntax (pcrepattern(3)) that every version reads alike. What is left out
/// does not parse: lookbehind, recursion, conditions, options inside, properties of characters, octal numbers.
/// </summary>
internal sealed class RegexGrammar
{
    private const string Special = @"\^$.|?*+()[{";
    private const int MaximumCount = 1_000;

    private static readonly Dictionary<string, CharacterSet> NamedClasses = new()
    {
        ["alnum"] = CharacterSet.Digits | CharacterSet.Lower | CharacterSet.Upper,
        ["alpha"] = CharacterSet.Lower | CharacterSet.Upper,
        ["ascii"] = CharacterSet.All,
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

    private static readonly Parser<char, char> HexEscape = String("x").Then(
        Token(char.IsAsciiHexDigit).Repeat(2)
            .Or(Token(char.IsAsciiHexDigit).AtLeastOnce().Between(Char('{'), Char('}')))
            .Select(digits => int.TryParse(string.Concat(digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? code : int.MaxValue)
            .Where(code => code < 128).Select(code => (char)code));

    /// <summary>What stands for one character behind a backslash.</summary>
    private static readonly Parser<char, char> CharacterEscape = HexEscape.Or(Any.Select(escaped => escaped switch
    {
        'a' => '\a',
        'e' => '\e',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => char.IsAsciiLetterOrDigit(escaped) ? '\uFFFF' : escaped,
    }).Where(char.IsAscii));

    private static readonly Parser<char, CharacterSet> SetEscape = Any.Select(escaped => escaped switch
    {
        'd' => CharacterSet.Digits,
        'D' => CharacterSet.Digits.Complement,
        'w' => CharacterSet.Word,
        'W' => CharacterSet.Word.Complement,
        's' => CharacterSet.Space,
        'S' => CharacterSet.Space.Complement,
        'h' => CharacterSet.Blank,
        'H' => CharacterSet.Blank.Complement,
        _ => default,
    }).Where(set => set != default);

    private static readonly Parser<char, (int Minimum, int Maximum)> Count = Try(
        from least in Digit.AtLeastOnceString()
        from most in Char(',').Then(Digit.ManyString()).Optional()
        from close in Char('}')
        let minimum = Bound(least)
        let maximum = !most.HasValue ? minimum : most.Value.Length == 0 ? int.MaxValue : Bound(most.Value)
        where minimum <= MaximumCount && maximum is <= MaximumCount or int.MaxValue && minimum <= maximum
        select (minimum, maximum));

    private static readonly Parser<char, (int Minimum, int Maximum)> Times = OneOf(
        Char('*').ThenReturn((0, int.MaxValue)), Char('+').ThenReturn((1, int.MaxValue)), Char('?').ThenReturn((0, 1)), Char('{').Then(Count));

    private static readonly Parser<char, RegexRepeatKind> Kind = OneOf(
        Char('?').ThenReturn(RegexRepeatKind.Lazy), Char('+').ThenReturn(RegexRepeatKind.Possessive), Return(RegexRepeatKind.Greedy));

    private static readonly Parser<char, string> GroupName =
        Token(c => char.IsAsciiLetter(c) || c == '_').Then(Token(c => char.IsAsciiLetterOrDigit(c) || c == '_').ManyString(), (first, rest) => first + rest);

    private readonly bool _ignoresCase;
    private readonly Parser<char, RegexNode> _pattern;

    private RegexGrammar(bool ignoresCase, bool dotMatchesAll)
    {
        _ignoresCase = ignoresCase;
        var dot = new RegexCharacter(dotMatchesAll ? CharacterSet.All : CharacterSet.Of('\n').Complement);
        var literal = Token(c => char.IsAscii(c) && !Special.Contains(c, StringComparison.Ordinal)).Select(c => Character(CharacterSet.Of(c)));
        var escape = Char('\\').Then(OneOf(
            Try(SetEscape).Select(set => (RegexNode)new RegexCharacter(set)),
            Try(Any.Select(AnchorOf).Where(anchor => anchor is not null)).Select(anchor => (RegexNode)anchor!),
            Token(c => c is >= '1' and <= '9').Before(Not(Lookahead(Digit))).Select(digit => (RegexNode)new RegexBackReference(digit - '0')),
            CharacterEscape.Select(c => Character(CharacterSet.Of(c)))));
        var anchor = Char('^').ThenReturn((RegexNode)new RegexAnchor(RegexAnchorKind.LineStart))
            .Or(Char('$').ThenReturn((RegexNode)new RegexAnchor(RegexAnchorKind.LineEnd)));
        var alternation = Rec(() => _pattern!);
        var atom = OneOf(literal, Char('.').ThenReturn((RegexNode)dot), escape, anchor, Class(), Group(alternation));
        var sequence = atom.Then(Times.Then(Kind, (times, kind) => (times, kind)).Optional(), Repeat)
            .Where(node => node is not RegexRepeat { Body: RegexAnchor or RegexLookahead })
            .Many().Select(nodes => nodes.ToImmutableArray()).Select(nodes => nodes is [var only] ? only : new RegexSequence(nodes));
        _pattern = sequence.Separated(Char('|')).Select(branches => branches.ToImmutableArray())
            .Select(branches => branches is [var only] ? only : new RegexAlternation(branches));
    }

    /// <summary>The pattern's tree; null where it does not parse, for whatever reason.</summary>
    /// <param name="pattern">The pattern, in ASCII.</param>
    /// <param name="ignoresCase">The option <c>i</c>.</param>
    /// <param name="dotMatchesAll">The option <c>s</c>.</param>
    public static RegexNode? Parse(string pattern, bool ignoresCase, bool dotMatchesAll)
    {
        var result = new RegexGrammar(ignoresCase, dotMatchesAll)._pattern.Before(End).Parse(pattern);
        return result.Success ? result.Value : null;
    }

    private static int Bound(string digits) => digits.Length <= 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : MaximumCount + 1;

    private static RegexAnchor? AnchorOf(char escaped) => escaped switch
    {
        'A' => new RegexAnchor(RegexAnchorKind.Start),
        'z' => new RegexAnchor(RegexAnchorKind.End),
        'Z' => new RegexAnchor(RegexAnchorKind.EndOrLastLine),
        'b' => new RegexAnchor(RegexAnchorKind.WordBoundary),
        'B' => new RegexAnchor(RegexAnchorKind.NoWordBoundary),
        _ => null,
    };

    private static RegexNode Repeat(RegexNode node, Maybe<((int Minimum, int Maximum) Times, RegexRepeatKind Kind)> repeat) => repeat.HasValue
        ? new RegexRepeat(node, repeat.Value.Times.Minimum, repeat.Value.Times.Maximum, repeat.Value.Kind)
        : node;

    private RegexNode Character(CharacterSet set) => new RegexCharacter(_ignoresCase ? set.IgnoringCase : set);

    /// <summary><c>[a-z_]</c>; the sets within, such as <c>\d</c>, are no ends of a range.</summary>
    private Parser<char, RegexNode> Class()
    {
        var named = Try(String("[:")).Then(Letter.AtLeastOnceString()).Before(String(":]"))
            .Where(NamedClasses.ContainsKey).Select(name => NamedClasses[name]);
        var single = Char('\\').Then(Char('b').ThenReturn('\b').Or(CharacterEscape)).Or(Token(c => char.IsAscii(c) && c is not (']' or '\\' or '[')));
        var range = single.Then(Try(Char('-').Then(single)).Optional(), (first, last) => (first, last: last.HasValue ? last.Value : first))
            .Where(bounds => bounds.first <= bounds.last)
            .Select(bounds => CharacterSet.Range(bounds.first, bounds.last));
        var set = Try(Char('\\').Then(SetEscape)).Before(Not(Char('-')));
        var bracket = Char('[').Before(Not(OneOf(':', '.', '='))).Select(CharacterSet.Of);
        var item = OneOf(named, set, range, Try(bracket));
        return Char('[').Then(
            Char('^').Optional().Then(
                item.AtLeastOnce().Before(Char(']')),
                (negated, items) =>
                {
                    var all = items.Aggregate((left, right) => left | right);
                    all = _ignoresCase ? all.IgnoringCase : all;
                    return (RegexNode)new RegexCharacter(negated.HasValue ? all.Complement : all);
                }));
    }

    private static Parser<char, RegexNode> Group(Parser<char, RegexNode> body)
    {
        var name = OneOf(
            Try(String("?<").Then(GroupName)).Before(Char('>')),
            Try(String("?P<")).Then(GroupName).Before(Char('>')),
            Try(String("?'")).Then(GroupName).Before(Char('\'')));
        return Char('(').Then(OneOf(
            Try(String("?:")).Then(body),
            Try(String("?=")).Then(body).Select(inner => (RegexNode)new RegexLookahead(inner, IsNegated: false)),
            Try(String("?!")).Then(body).Select(inner => (RegexNode)new RegexLookahead(inner, IsNegated: true)),
            Try(String("?>")).Then(body).Select(inner => (RegexNode)new RegexAtomic(inner)),
            name.Then(body, (known, inner) => (RegexNode)new RegexGroup(inner, known, 0)),
            Not(OneOf('?', '*')).Then(body).Select(inner => (RegexNode)new RegexGroup(inner, null, 0)))).Before(Char(')'));
    }
}
