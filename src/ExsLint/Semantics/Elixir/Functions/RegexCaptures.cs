using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// What <c>Regex.run/3</c> and <c>Regex.scan/3</c> give of a match, by their options <c>:capture</c> and <c>:return</c>.
/// </summary>
internal sealed class RegexCaptures
{
    private readonly RegexSearch _search;
    private readonly Func<ImmutableArray<RegexSpan?>, IEnumerable<RegexSpan?>> _select;
    private readonly bool _givesIndexes;

    private RegexCaptures(
        RegexSearch search, Func<ImmutableArray<RegexSpan?>, IEnumerable<RegexSpan?>> select, bool givesIndexes) =>
        (_search, _select, _givesIndexes) = (search, select, givesIndexes);

    /// <summary>Whether nothing at all is wanted of a match.</summary>
    public bool IsNone { get; private init; }

    /// <summary>Reads the options; null where they are not known, or not followed.</summary>
    public static RegexCaptures? TryRead(RegexSearch search, AbstractValue options)
    {
        AbstractValue capture = new AtomValue("all");
        var givesIndexes = false;
        foreach (var option in Items(options) ?? [Nil])
        {
            switch (option)
            {
                case TupleValue { Items: [AtomValue { Name: "capture" }, var wanted] }:
                    capture = wanted;
                    break;
                case TupleValue { Items: [AtomValue { Name: "return" }, AtomValue { Name: "binary" or "index" } kind] }:
                    givesIndexes = kind.Name == "index";
                    break;
                default:
                    return null;
            }
        }

        return Items(options) is { Length: > 1 } several
            && several.Select(option => ((AtomValue)((TupleValue)option).Items[0]).Name).Distinct().Count() < several.Length
            ? null
            : Selector(search.Pattern, capture) is { } select ? new RegexCaptures(search, select, givesIndexes)
            {
                IsNone = capture is AtomValue { Name: "none" }
                    || (capture is AtomValue { Name: "all_names" } && search.Pattern.Names.IsEmpty),
            }
            : null;
    }

    /// <summary>The text of a group; empty where it took no part.</summary>
    public static BinaryValue TextOf(RegexSearch search, RegexSpan? span) =>
        Bytes(span is var (start, length) ? search.Subject.Substring(start, length) : "");

    /// <summary>What is wanted of a match.</summary>
    public AbstractValue Of(ImmutableArray<RegexSpan?> match) => List(_select(match).Select(span => _givesIndexes
        ? Tuple(Number(span?.Start ?? -1), Number(span?.Length ?? 0))
        : (AbstractValue)TextOf(_search, span)));

    private static Func<ImmutableArray<RegexSpan?>, IEnumerable<RegexSpan?>>? Selector(
        RegexPattern pattern, AbstractValue capture)
    {
        switch (capture)
        {
            case AtomValue { Name: "all" }:
                return match => Taking(match);
            case AtomValue { Name: "first" }:
                return match => match[..1];
            case AtomValue { Name: "all_but_first" }:
                return match => Taking(match).Skip(1);
            case AtomValue { Name: "none" }:
                return _ => [];
            case AtomValue { Name: "all_names" }:
                var all = pattern.Names;
                return match => all.Select(name => match[name.Number]);
            case ListValue { Rest: null, Items: { IsEmpty: false } wanted }:
                var numbers = wanted.Select(item => NumberOf(pattern, item)).ToList();
                return numbers.Contains(null) ? null : match => numbers.Select(number => match[number!.Value]);
            default:
                return null;
        }
    }

    /// <summary>The match and its groups up to the last one that took part.</summary>
    private static IEnumerable<RegexSpan?> Taking(ImmutableArray<RegexSpan?> match) =>
        match.Take(1 + Enumerable.Range(0, match.Length).Last(number => match[number] is not null));

    private static int? NumberOf(RegexPattern pattern, AbstractValue wanted) => wanted switch
    {
        IntegerValue { Number: var number } when number >= 0 && number <= pattern.GroupCount => (int)number,
        AtomValue { Name: var name } => NumberOf(pattern, name),
        BinaryValue { ValidText: { } name } => NumberOf(pattern, name),
        _ => null,
    };

    private static int? NumberOf(RegexPattern pattern, string name) =>
        pattern.Names.FirstOrDefault(known => known.Name == name) is { Name: not null } found ? found.Number : null;
}
