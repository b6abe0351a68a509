namespace ExsLint.Syntax.Elixir;

/// <summary>The names of dialects on the command line.</summary>
public static class ElixirDialects
{
    private const int OldestMinor = 14;

    /// <summary>Finds the dialect of a version.</summary>
    /// <param name="name"><c>latest</c>, or a version from <c>1.14</c> on.</param>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out ElixirDialect dialect)
    {
        dialect = ElixirDialect.Latest;
        if (name == "latest")
        {
            return true;
        }

        if (!Version.TryParse(name, out var version) || version is not { Major: 1, Minor: >= OldestMinor, Build: -1 })
        {
            return false;
        }

        dialect = version.Minor switch
        {
            14 => ElixirDialect.Elixir114,
            15 or 16 => ElixirDialect.Elixir115,
            < 20 => ElixirDialect.Elixir117,
            _ => ElixirDialect.Elixir120,
        };
        return true;
    }
}
