using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>What <c>~r</c> makes of its text, and what Elixir calls the options of a regular expression.</summary>
internal static class RegexSource
{
    /// <summary>
    /// Replaces the escapes of a <c>~r</c> that stand for a control character (<c>Regex.unescape_map/1</c>); all others are the
    /// pattern's own.
    /// </summary>
    public static ImmutableArray<byte> Unescape(ImmutableArray<byte> source)
    {
        var result = ImmutableArray.CreateBuilder<byte>(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\' || i + 1 == source.Length)
            {
                result.Add(source[i]);
                continue;
            }

            var escaped = source[++i];
            switch ((char)escaped)
            {
                case '\n':
                    break;
                case 'f':
                    result.Add((byte)'\f');
                    break;
                case 'n':
                    result.Add((byte)'\n');
                    break;
                case 'r':
                    result.Add((byte)'\r');
                    break;
                case 't':
                    result.Add((byte)'\t');
                    break;
                case 'v':
                    result.Add((byte)'\v');
                    break;
                case 'a':
                    result.Add((byte)'\a');
                    break;
                default:
                    result.Add((byte)'\\');
                    result.Add(escaped);
                    break;
            }
        }

        return result.DrainToImmutable();
    }

    /// <summary>The letters of options that are given as a string, or as a list of Erlang's names; null where they are not known.</summary>
    public static string? OptionsOf(AbstractValue value)
    {
        if (value is BinaryValue { ValidText: { } letters })
        {
            return letters;
        }

        var names = Terms.Items(value)?.Select(item => item is AtomValue { Name: var name } ? LetterOf(name) : null).ToList();
        return names is null || names.Contains(null) ? null : string.Concat(names);
    }

    private static string? LetterOf(string name) => name switch
    {
        "caseless" => "i",
        "multiline" => "m",
        "extended" => "x",
        "unicode" or "ucp" => "u",
        _ => null,
    };
}
