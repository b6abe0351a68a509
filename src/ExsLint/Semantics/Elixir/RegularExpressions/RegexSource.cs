using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>What <c>~r</c> makes of its text, and what Elixir calls the options of a regular expression.</summary>
internal static class RegexSource
{
    private const string Escapes = "fnrtva";
    private const string Characters = "\f\n\r\t\v\a";

    /// <summary>
    /// Replaces the escapes of a <c>~r</c> that stand for a control character, and takes out escaped line ends (<c>Regex.unescape_map/1</c>);
    /// all other escapes are the pattern's own.
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
            var index = Escapes.IndexOf((char)escaped, StringComparison.Ordinal);
            if (index >= 0)
            {
                result.Add((byte)Characters[index]);
            }
            else if (escaped != '\n')
            {
                result.Add((byte)'\\');
                result.Add(escaped);
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
