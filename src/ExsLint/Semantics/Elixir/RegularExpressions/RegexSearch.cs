using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>The matches of a regular expression in a text, as Erlang's <c>re</c> finds them.</summary>
internal sealed class RegexSearch
{
    private readonly RegexMatcher _matcher;

    private readonly bool _isAscii;
    private bool _gaveUp;

    private RegexSearch(RegexPattern pattern, string subject)
    {
        (Pattern, Subject) = (pattern, subject);
        _isAscii = Ascii.IsValid(subject);
        _matcher = new RegexMatcher(pattern, subject);
    }

    /// <summary>The pattern.</summary>
    public RegexPattern Pattern { get; }

    /// <summary>The text.</summary>
    public string Subject { get; }

    /// <summary>How much was done so far.</summary>
    public int Steps => _matcher.Steps;

    /// <summary>Whether the search was given up, so that what was found says nothing.</summary>
    public bool GaveUp => _gaveUp || _matcher.GaveUp;

    /// <summary>
    /// A search; null where it is not followed: the text is not ASCII, and versions, tables and options differ in what a letter
    /// is; or it ends lines in a way that counts only with some options.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="subject">The text, a character for each byte.</param>
    public static RegexSearch? Of(RegexPattern pattern, string subject) =>
        (Ascii.IsValid(subject) || (pattern.IsKnownBeyondAscii && (!pattern.IsUnicode || IsUtf8(subject))))
        && !(pattern.EndsLinesAtReturns && subject.Contains('\r', StringComparison.Ordinal))
            ? new RegexSearch(pattern, subject)
            : null;

    /// <summary>The first match and its groups.</summary>
    public ImmutableArray<RegexSpan?>? First() => Checked(_matcher.Match(0));

    private static bool IsUtf8(string bytes) => Utf8.IsValid(Encoding.Latin1.GetBytes(bytes));

    /// <summary>An empty match moves on by a byte or a character: beyond ASCII that is left open.</summary>
    private ImmutableArray<RegexSpan?>? Checked(ImmutableArray<RegexSpan?>? match)
    {
        if (!_isAscii && match is [{ Length: 0 }, ..])
        {
            _gaveUp = true;
            return null;
        }

        return match;
    }

    /// <summary>
    /// All matches, one behind the other. Behind an empty one Erlang looks for another at the same place that is not empty, and
    /// else goes one character on (<c>re:loopexec</c> in re.erl).
    /// </summary>
    public IEnumerable<ImmutableArray<RegexSpan?>> All()
    {
        var from = 0;
        while (from <= Subject.Length && Checked(_matcher.Match(from)) is { } match)
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
