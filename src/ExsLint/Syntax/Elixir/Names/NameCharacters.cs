using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Names;

/// <summary>
/// What Elixir's names are made of: letters, marks and digits as UAX 31 has them, without the characters that UTS 39 restricts.
/// ASCII, which is nearly everything, looks at no table.
/// </summary>
internal static class NameCharacters
{
    /// <summary>The characters that any script may hold.</summary>
    public const ulong AnyScript = ulong.MaxValue;

    private const int KindShift = 21;
    private const int ScriptSetShift = 23;
    private const uint CodePointMask = (1u << KindShift) - 1;

    /// <summary>Where in a name a character may stand.</summary>
    public static NameCharacterKind GetKind(int codePoint, ElixirDialect dialect) => codePoint < 0x80
        ? GetAsciiKind((char)codePoint)
        : (NameCharacterKind)(FindRun(codePoint, dialect) >> KindShift & 3);

    /// <summary>
    /// The scripts that a character belongs to, a bit each; <see cref="AnyScript"/> for digits, underscores and characters that
    /// no name holds.
    /// </summary>
    public static ulong GetScripts(int codePoint, ElixirDialect dialect)
    {
        if (codePoint < 0x80)
        {
            return char.IsAsciiLetter((char)codePoint) ? ScriptMixing.Latin : AnyScript;
        }

        return UnicodeNameTables.ScriptSets[(int)(FindRun(codePoint, dialect) >> ScriptSetShift)];
    }

    private static NameCharacterKind GetAsciiKind(char c) =>
        char.IsAsciiLetterUpper(c) ? NameCharacterKind.Upper
        : char.IsAsciiLetterLower(c) || c == '_' ? NameCharacterKind.Start
        : char.IsAsciiDigit(c) ? NameCharacterKind.Continue
        : NameCharacterKind.None;

    private static uint FindRun(int codePoint, ElixirDialect dialect)
    {
        var runs = dialect < ElixirDialect.Elixir119 ? UnicodeNameTables.OlderRuns : UnicodeNameTables.NewerRuns;
        var (low, high) = (0, runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((runs[middle] & CodePointMask) <= codePoint)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? 0 : runs[low - 1];
    }
}
