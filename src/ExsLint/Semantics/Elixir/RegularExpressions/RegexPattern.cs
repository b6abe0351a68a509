using System.Collections.Immutable;
using System.Text;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>
/// A regular expression that is followed: its groups are counted, and it matches texts as every version of PCRE does.
/// </summary>
internal sealed class RegexPattern
{
    private const int MaximumLength = 2_000;
    private const int MaximumGroups = 60;

    private readonly List<string?> _names = [null];
    private bool _isFollowed = true;

    private RegexPattern(RegexNode syntax, bool isMultiline)
    {
        Root = Number(syntax);
        IsMultiline = isMultiline;
    }

    /// <summary>The whole pattern.</summary>
    public RegexNode Root { get; }

    /// <summary>The option <c>m</c>.</summary>
    public bool IsMultiline { get; }

    /// <summary>The option <c>i</c>.</summary>
    public bool IgnoresCase { get; private init; }

    /// <summary>The option <c>s</c>, with which Elixir lets a carriage return end a line.</summary>
    public bool EndsLinesAtReturns { get; private init; }

    /// <summary>The option <c>u</c>: the text is of characters, not of bytes.</summary>
    public bool IsUnicode { get; private init; }

    /// <summary>
    /// Whether it is known where the pattern matches in a text beyond ASCII: it asks for none of the classes that depend on
    /// tables and versions (<c>\w</c>, <c>\b</c>, letters of either case), and with <c>u</c> takes no character beyond ASCII
    /// itself.
    /// </summary>
    public bool IsKnownBeyondAscii => IsKnown(Root);

    private bool IsKnown(RegexNode node) => node switch
    {
        RegexCharacter { Set.Others: var others } =>
            others == BeyondAscii.None || (others == BeyondAscii.All && !IsUnicode),
        RegexSequence sequence => sequence.Nodes.All(IsKnown),
        RegexAlternation alternation => alternation.Nodes.All(IsKnown),
        RegexGroup group => IsKnown(group.Body),
        RegexRepeat repeat => IsKnown(repeat.Body),
        RegexLookahead ahead => IsKnown(ahead.Body),
        RegexAtomic atomic => IsKnown(atomic.Body),
        RegexBackReference => !IgnoresCase,
        RegexAnchor anchor => anchor.Kind is not (RegexAnchorKind.WordBoundary or RegexAnchorKind.NoWordBoundary),
        _ => false,
    };

    /// <summary>How many groups capture.</summary>
    public int GroupCount => _names.Count - 1;

    /// <summary>The names of groups with their numbers, sorted by byte, as PCRE keeps them.</summary>
    public ImmutableArray<(string Name, int Number)> Names =>
        [.. _names
            .Select((name, number) => (name!, number))
            .Where(pair => pair.Item1 is not null)
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal)];

    /// <summary>Reads a pattern; null where it is none that is followed.</summary>
    /// <param name="source">The pattern, a character for each byte.</param>
    /// <param name="options">Elixir's letters for options: <c>i</c>, <c>m</c>, <c>s</c>, <c>u</c>, <c>x</c>; others are not
    /// followed.</param>
    public static RegexPattern? TryParse(string source, string options)
    {
        if (source.Length > MaximumLength || !Ascii.IsValid(source) || source.Contains('\0', StringComparison.Ordinal)
            || source.Count(c => c == '(') > MaximumGroups
            || options.Any(option => option is not ('i' or 'm' or 's' or 'u' or 'x')))
        {
            return null;
        }

        var text = options.Contains('x', StringComparison.Ordinal) ? WithoutSpace(source) : source;
        if (RegexParser.Parse(
                text, options.Contains('i', StringComparison.Ordinal), options.Contains('s', StringComparison.Ordinal))
            is not { } syntax)
        {
            return null;
        }

        var pattern = new RegexPattern(syntax, options.Contains('m', StringComparison.Ordinal))
        {
            IgnoresCase = options.Contains('i', StringComparison.Ordinal),
            EndsLinesAtReturns = options.Contains('s', StringComparison.Ordinal),
            IsUnicode = options.Contains('u', StringComparison.Ordinal),
        };
        return pattern._isFollowed ? pattern : null;
    }

    /// <summary>A pattern without the white space and the comments that the option <c>x</c> allows.</summary>
    private static string WithoutSpace(string source)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '\\' when i + 1 < source.Length:
                    text.Append(source[i]).Append(source[++i]);
                    continue;
                case '[' when !inClass:
                    inClass = true;
                    break;
                case ']' when inClass:
                    inClass = false;
                    break;
                case '#' when !inClass:
                    var end = source.IndexOf('\n', i);
                    i = end < 0 ? source.Length : end;
                    continue;
                case var space when !inClass && CharacterSet.Space.Contains(space):
                    continue;
            }

            text.Append(source[i]);
        }

        return text.ToString();
    }

    /// <summary>Counts the groups, and looks for what versions of PCRE may take differently.</summary>
    private RegexNode Number(RegexNode node)
    {
        switch (node)
        {
            case RegexSequence sequence:
                return new RegexSequence([.. sequence.Nodes.Select(Number)]);
            case RegexAlternation alternation:
                return new RegexAlternation([.. alternation.Nodes.Select(Number)]);
            case RegexGroup group:
                var number = _names.Count;
                _isFollowed &= group.Name is null || !_names.Contains(group.Name);
                _names.Add(group.Name);
                return new RegexGroup(Number(group.Body), group.Name, number);
            case RegexRepeat repeat:
                // How often an empty match is repeated is a matter of taste.
                _isFollowed &= repeat.Maximum <= 1 || !MayBeEmpty(repeat.Body);
                return repeat with { Body = Number(repeat.Body) };
            case RegexLookahead ahead:
                return ahead with { Body = Number(ahead.Body) };
            case RegexAtomic atomic:
                return new RegexAtomic(Number(atomic.Body));
            case RegexBackReference reference:
                _isFollowed &= reference.Number < _names.Count;
                return reference;
            default:
                return node;
        }
    }

    private static bool MayBeEmpty(RegexNode node) => node switch
    {
        RegexCharacter => false,
        RegexSequence sequence => sequence.Nodes.All(MayBeEmpty),
        RegexAlternation alternation => alternation.Nodes.Any(MayBeEmpty),
        RegexGroup group => MayBeEmpty(group.Body),
        RegexAtomic atomic => MayBeEmpty(atomic.Body),
        RegexRepeat repeat => repeat.Minimum == 0 || MayBeEmpty(repeat.Body),
        _ => true,
    };
}
