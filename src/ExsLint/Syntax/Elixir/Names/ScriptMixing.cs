using System.Numerics;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Names;

/// <summary>
/// Names that mix scripts can look like other names, so Elixir refuses most of them (UTS 39): one script has to hold every
/// character.
/// </summary>
internal static class ScriptMixing
{
    /// <summary>The Latin script.</summary>
    public const ulong Latin = 1;

    private const ulong Japanese = 2;
    private const ulong HanWithBopomofo = 4;
    private const ulong Korean = 8;

    /// <summary>Whether a name in normal form mixes scripts as the dialect does not allow.</summary>
    public static bool IsRefused(ReadOnlySpan<char> name, ElixirDialect dialect) =>
        !HoldsOneScript(name, dialect) && (dialect < ElixirDialect.Elixir118
            ? !IsHighlyRestrictive(name, dialect)
            : !EachChunkHoldsOneScript(name, dialect));

    /// <summary>The scripts of a name's characters, in order: <c>Latin, Cyrillic</c>.</summary>
    public static string Describe(ReadOnlySpan<char> name, ElixirDialect dialect)
    {
        var names = new List<string>();
        foreach (var rune in name.EnumerateRunes())
        {
            var scripts = NameCharacters.GetScripts(rune.Value, dialect);
            if (scripts != NameCharacters.AnyScript
                && UnicodeNameTables.GetScriptName(FirstOwnBit(scripts)) is var script
                && !names.Contains(script))
            {
                names.Add(script);
            }
        }

        return string.Join(", ", names);
    }

    /// <summary>The bit of a script itself, not of one that it is written together with.</summary>
    private static int FirstOwnBit(ulong scripts) =>
        BitOperations.TrailingZeroCount(scripts & ~(Japanese | HanWithBopomofo | Korean));

    private static bool HoldsOneScript(ReadOnlySpan<char> name, ElixirDialect dialect)
    {
        var common = NameCharacters.AnyScript;
        foreach (var rune in name.EnumerateRunes())
        {
            common &= NameCharacters.GetScripts(rune.Value, dialect);
        }

        return common != 0;
    }

    /// <summary>Until 1.17, Latin went together with Japanese, with Korean, and with Han and Bopomofo.</summary>
    private static bool IsHighlyRestrictive(ReadOnlySpan<char> name, ElixirDialect dialect)
    {
        foreach (var cover in (ReadOnlySpan<ulong>)[Latin | Japanese, Latin | HanWithBopomofo, Latin | Korean])
        {
            var covers = true;
            foreach (var rune in name.EnumerateRunes())
            {
                covers &= (NameCharacters.GetScripts(rune.Value, dialect) & cover) != 0;
            }

            if (covers)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From 1.18 on, what stands between underscores may have a script of its own.</summary>
    private static bool EachChunkHoldsOneScript(ReadOnlySpan<char> name, ElixirDialect dialect)
    {
        foreach (var range in name.Split('_'))
        {
            if (!HoldsOneScript(name[range], dialect))
            {
                return false;
            }
        }

        return true;
    }
}
