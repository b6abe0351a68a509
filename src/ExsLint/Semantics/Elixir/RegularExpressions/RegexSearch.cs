using System.Collections.Immutable;
using System.Text;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>The matches of a regular expression in a text, as Erlang's <c>re</c> finds them.</summary>
internal sealed class RegexSearch
{
    private readonly RegexMatcher _matcher;

    private RegexSearch(RegexPattern pattern, string subject)
    {
        (Pattern, Subject) = (pattern, subject);
        _matcher = new RegexMatcher(pattern, subject);
    }

    /// <summary>The pattern.</summary>
    public RegexPattern Pattern { get; }

    /// <summary>The text.</summary>
    public string Subject { get; }

    /// <summary>How much was done so far.</summary>
    public int Steps => _matcher.Steps;

    /// <summary>Whether the search was given up, so that what was found says nothing.</summary>
    public bool GaveUp => _matcher.GaveUp;

    /// <summary>
    /// A search; null where it is not followed: the text is not ASCII, where versions and options differ in what a letter is; or
    /// it ends lines in a way that counts only with some options.
    /// </summary>
    public static RegexSearch? Of(RegexPattern pattern, string subject) =>
        Ascii.IsValid(subject) && !(pattern.EndsLinesAtReturns && subject.Contains('\r', StringComparison.Ordinal))
            ? new RegexSearch(pattern, subject)
            : null;

    /// <summary>The first match and its groups.</summary>
    public ImmutableArray<RegexSpan?>? First() => _matcher.Match(0);

    /// <summary>
    /// All matches, one behind the other. Behind an empty one Erlang looks for another at the same place that is not empty, and
    /// else goes one character on (<c>re:loopexec</c> in re.erl).
    /// </summary>
    public IEnumerable<ImmutableArray<RegexSpan?>> All()
    {
        var from = 0;
        while (from <= Subject.Length && _matcher.Match(from) is { } match)
        {
            yield return match;
            var (start, length) = match[0]!.Value;
            if (length > 0)
            {
                from = start + length;
                continue;
            }

            var next = _matcher.Match(from, isAnchored: true, isNonEmpty: true);
            if (next is { } other)
            {
                yield return other;
            }

            from = start + Math.Max(next?[0]?.Length ?? 0, 1);
        }
    }
}
