using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>What <c>~r</c> makes of its text.</summary>
internal static class RegexSource
{
    private const string Escapes = "fnrtva";
    private const string Characters = "\f\n\r\t\v\a";

    /// <summary>
    /// Replaces the escapes of a <c>~r</c> that stand for a control character, and takes out escaped line ends
    /// (<c>Regex.unescape_map/1</c>); all other escapes are the pattern's own.
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
}
