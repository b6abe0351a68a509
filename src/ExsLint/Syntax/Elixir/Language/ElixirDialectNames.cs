using System.Globalization;

namespace ExsLint.Syntax.Elixir.Language;

/// <summary>Dialects as people name them.</summary>
public static class ElixirDialectNames
{
    private const int OldestMinor = 14;

    /// <summary>
    /// The dialect of a version from <c>1.14</c> on (a patch version may follow), or of <c>latest</c>; versions that are not
    /// known yet are read as the newest one. False for anything else.
    /// </summary>
    public static bool TryParse(string name, out ElixirDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(name);
        dialect = ElixirDialect.Latest;
        if (name == "latest")
        {
            return true;
        }

        var parts = name.Split('.');
        if (parts is not ["1", var digits, ..]
            || parts.Length > 3
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            || minor < OldestMinor)
        {
            return false;
        }

        dialect = minor switch
        {
            14 => ElixirDialect.Elixir114,
            15 or 16 => ElixirDialect.Elixir115,
            17 => ElixirDialect.Elixir117,
            18 => ElixirDialect.Elixir118,
            19 => ElixirDialect.Elixir119,
            _ => ElixirDialect.Elixir120,
        };
        return true;
    }
}
