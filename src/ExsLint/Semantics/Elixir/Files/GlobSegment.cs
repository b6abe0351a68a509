using System.Collections.Immutable;
using System.Text;

namespace ExsLint.Semantics.Elixir.Files;

/// <summary>
/// One segment of a file pattern as Erlang's <c>filelib:wildcard/2</c> reads it: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c>,
/// and <c>\</c> before a character that stands for itself. Braces do not nest.
/// </summary>
internal sealed class GlobSegment
{
    private const int MaximumAlternatives = 256;

    private readonly ImmutableArray<ImmutableArray<Part>> _alternatives;

    private GlobSegment(ImmutableArray<ImmutableArray<Part>> alternatives, bool isAnyDepth)
    {
        _alternatives = alternatives;
        IsAnyDepth = isAnyDepth;
    }

    /// <summary>Whether this is <c>**</c>: whatever lies below, at any depth.</summary>
    public bool IsAnyDepth { get; }

    /// <summary>The only name it can match, where it holds no wildcard.</summary>
    public string? Literal => _alternatives is [var only] && only.All(part => part.Kind == PartKind.One)
        ? string.Concat(only.Select(part => part.First.ToString()))
        : null;

    /// <summary>Names that it matches, one for each of its alternatives, with <c>x</c> for what may be anything.</summary>
    public IEnumerable<string> Samples => _alternatives.Select(parts => string.Concat(parts.Select(part => part.Sample)));

    /// <summary>Reads a segment; null where Erlang refuses it, or versions of it differ.</summary>
    public static GlobSegment? Parse(string text)
    {
        if (text == "**")
        {
            return new GlobSegment([[Part.Star]], isAnyDepth: true);
        }

        var alternatives = new List<ImmutableArray<Part>>();
        return TryRead([.. text.EnumerateRunes()], 0, [], alternatives)
            ? new GlobSegment([.. alternatives], isAnyDepth: false)
            : null;
    }

    /// <summary>Whether a name matches, whether or not it starts with a dot.</summary>
    public bool Matches(string name)
    {
        Rune[] runes = [.. name.EnumerateRunes()];
        return _alternatives.Any(parts => Matches(parts, runes));
    }

    /// <summary>Reads from a character on; each alternative of braces goes on by itself behind them.</summary>
    private static bool TryRead(
        ReadOnlySpan<Rune> text, int start, ImmutableArray<Part> before, List<ImmutableArray<Part>> alternatives)
    {
        var parts = before.ToBuilder();
        for (var i = start; i < text.Length;)
        {
            if (text[i].Value == '{')
            {
                return TryReadBraces(text, i + 1, parts.ToImmutable(), alternatives);
            }

            if (ReadPart(text, ref i) is not { } part)
            {
                return false;
            }

            parts.AddRange(part);
        }

        alternatives.Add(parts.ToImmutable());
        return alternatives.Count <= MaximumAlternatives;
    }

    private static bool TryReadBraces(
        ReadOnlySpan<Rune> text, int start, ImmutableArray<Part> before, List<ImmutableArray<Part>> alternatives)
    {
        var found = new List<ImmutableArray<Part>>();
        var parts = before.ToBuilder();
        for (var i = start; i < text.Length;)
        {
            switch (text[i].Value)
            {
                case '{':
                    return false;
                case ',':
                    found.Add(parts.ToImmutable());
                    parts = before.ToBuilder();
                    i++;
                    break;
                case '}':
                    found.Add(parts.ToImmutable());
                    var rest = i + 1;
                    foreach (var alternative in found)
                    {
                        if (!TryRead(text, rest, alternative, alternatives))
                        {
                            return false;
                        }
                    }

                    return true;
                default:
                    if (ReadPart(text, ref i) is not { } part)
                    {
                        return false;
                    }

                    parts.AddRange(part);
                    break;
            }
        }

        return false;
    }

    /// <summary>One part, none for a backslash at the end; null for what is not followed.</summary>
    private static ImmutableArray<Part>? ReadPart(ReadOnlySpan<Rune> text, ref int i)
    {
        var character = text[i++];
        switch (character.Value)
        {
            case '*':
                return [Part.Star];
            case '?':
                return [Part.Question];
            case '\\' when i < text.Length && text[i].Value == '@':
                // Erlang marks escapes with this very character, and confuses the two.
                return null;
            case '\\':
                return i < text.Length ? [Part.Of(text[i++])] : [];
            case '[':
                var end = i;
                return ReadSet(text, ref end, out var set) switch
                {
                    null => null,
                    false => [Part.Of(character)],
                    true when (i = end) >= 0 => [set],
                    _ => null,
                };
            default:
                return [Part.Of(character)];
        }
    }

    /// <summary>
    /// <c>a-z]</c>: false where no bracket closes it, so that the one that opened it stands for itself; null with a backslash in
    /// it. A closing bracket that comes first is one of the characters; there is no negation.
    /// </summary>
    private static bool? ReadSet(ReadOnlySpan<Rune> text, ref int i, out Part set)
    {
        var ranges = ImmutableArray.CreateBuilder<(Rune First, Rune Last)>();
        set = Part.Star;
        for (var isFirst = true; i < text.Length; isFirst = false)
        {
            if (text[i].Value == '\\')
            {
                return null;
            }

            if (text[i].Value == ']' && isFirst)
            {
                ranges.Add((text[i], text[i]));
                i++;
            }
            else if (i + 2 < text.Length && text[i + 1].Value == '-' && text[i] <= text[i + 2])
            {
                if (text[i + 2].Value == '\\')
                {
                    return null;
                }

                ranges.Add((text[i], text[i + 2]));
                i += 3;
            }
            else if (text[i].Value == ']')
            {
                i++;
                set = Part.OneOf(ranges.ToImmutable());
                return true;
            }
            else
            {
                ranges.Add((text[i], text[i]));
                i++;
            }
        }

        return false;
    }

    private static bool Matches(ImmutableArray<Part> parts, ReadOnlySpan<Rune> name)
    {
        var (p, n) = (0, 0);
        var (star, resume) = (-1, 0);
        while (n < name.Length)
        {
            if (p < parts.Length && parts[p].Kind == PartKind.Star)
            {
                (star, resume) = (p++, n);
            }
            else if (p < parts.Length && parts[p].Takes(name[n]))
            {
                (p, n) = (p + 1, n + 1);
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (p < parts.Length && parts[p].Kind == PartKind.Star)
        {
            p++;
        }

        return p == parts.Length;
    }

    private enum PartKind
    {
        Star,
        Question,
        One,
        Set,
    }

    private readonly record struct Part(PartKind Kind, Rune First, ImmutableArray<(Rune First, Rune Last)> Ranges)
    {
        public static Part Star { get; } = new(PartKind.Star, default, []);

        public static Part Question { get; } = new(PartKind.Question, default, []);

        public string Sample => Kind switch
        {
            PartKind.One => First.ToString(),
            PartKind.Set => Ranges[0].First.ToString(),
            _ => "x",
        };

        public static Part Of(Rune character) => new(PartKind.One, character, []);

        public static Part OneOf(ImmutableArray<(Rune First, Rune Last)> ranges) => new(PartKind.Set, default, ranges);

        public bool Takes(Rune character) => Kind switch
        {
            PartKind.Question => true,
            PartKind.One => First == character,
            PartKind.Set => Ranges.Any(range => range.First <= character && character <= range.Last),
            _ => false,
        };
    }
}
