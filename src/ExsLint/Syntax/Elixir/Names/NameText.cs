using System.Runtime.InteropServices;
using System.Text;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Names;

/// <summary>
/// Names as Elixir knows them. However a name is typed, its atom is in Unicode's normal form C, and the micro sign is the Greek
/// letter. The runtime's own normalization takes all text for normal where there is no ICU, so this one brings its tables: they
/// cover the characters of names and what those are composed of.
/// </summary>
internal static class NameText
{
    private const char MicroSign = '\u00B5';
    private const char GreekMu = '\u03BC';
    private const int ClassShift = 21;
    private const uint CodePointMask = (1u << ClassShift) - 1;

    /// <summary>The name of the atom that a name makes.</summary>
    public static string Normalize(string name)
    {
        if (Ascii.IsValid(name) || !MayChange(name))
        {
            return name;
        }

        var codePoints = new List<int>(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            Decompose(rune.Value == MicroSign ? GreekMu : rune.Value, codePoints);
        }

        Reorder(CollectionsMarshal.AsSpan(codePoints));
        Compose(codePoints);
        var text = new StringBuilder(name.Length);
        foreach (var codePoint in codePoints)
        {
            text.Append(char.ConvertFromUtf32(codePoint));
        }

        return text.ToString();
    }

    /// <summary>
    /// Only marks compose with what precedes them, and no name holds a character that is never normal by itself.
    /// </summary>
    private static bool MayChange(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value == MicroSign || IsMark(rune.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(int codePoint) => codePoint >= 0x80
        && (NameCharacters.GetKind(codePoint, ElixirDialect.Elixir114) == NameCharacterKind.Continue
            || NameCharacters.GetKind(codePoint, ElixirDialect.Latest) == NameCharacterKind.Continue
            || GetCombiningClass(codePoint) > 0);

    private static void Decompose(int codePoint, List<int> parts)
    {
        var table = UnicodeNameTables.Compositions;
        var (low, high) = (0, table.Length / 3);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (table[3 * middle] == codePoint)
            {
                Decompose(table[3 * middle + 1], parts);
                parts.Add(table[3 * middle + 2]);
                return;
            }

            (low, high) = table[3 * middle] < codePoint ? (middle + 1, high) : (low, middle);
        }

        parts.Add(codePoint);
    }

    /// <summary>Marks of different classes do not touch each other; they are put in the order of their classes.</summary>
    private static void Reorder(Span<int> codePoints)
    {
        for (var i = 1; i < codePoints.Length; i++)
        {
            var combining = GetCombiningClass(codePoints[i]);
            for (var j = i; combining > 0 && j > 0 && GetCombiningClass(codePoints[j - 1]) > combining; j--)
            {
                (codePoints[j - 1], codePoints[j]) = (codePoints[j], codePoints[j - 1]);
            }
        }
    }

    /// <summary>
    /// A mark joins the last starter unless one of its own class, or one without a class, stands between. Marks never join each
    /// other: that is where Erlang, whose composition Elixir uses, leaves normal form C (the two halves of an Indic vowel stay
    /// apart).
    /// </summary>
    private static void Compose(List<int> codePoints)
    {
        var (starter, lastClass, kept) = (-1, -1, 0);
        var all = CollectionsMarshal.AsSpan(codePoints);
        foreach (var codePoint in all)
        {
            var combining = GetCombiningClass(codePoint);
            if (starter >= 0 && lastClass < combining && FindComposed(all[starter], codePoint) is > 0 and var composed)
            {
                all[starter] = composed;
                continue;
            }

            if (IsMark(codePoint))
            {
                lastClass = combining == 0 ? int.MaxValue : combining;
            }
            else
            {
                (starter, lastClass) = (kept, -1);
            }

            all[kept++] = codePoint;
        }

        codePoints.RemoveRange(kept, codePoints.Count - kept);
    }

    private static int FindComposed(int first, int second)
    {
        var table = UnicodeNameTables.Compositions;
        for (var i = 0; i < table.Length; i += 3)
        {
            if (table[i + 1] == first && table[i + 2] == second)
            {
                return table[i];
            }
        }

        return 0;
    }

    private static int GetCombiningClass(int codePoint)
    {
        foreach (var entry in UnicodeNameTables.CombiningClasses)
        {
            if ((entry & CodePointMask) == codePoint)
            {
                return (int)(entry >> ClassShift);
            }
        }

        return 0;
    }
}
