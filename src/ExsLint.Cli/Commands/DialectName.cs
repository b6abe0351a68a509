using ExsLint.Syntax.Elixir;

namespace ExsLint.Cli.Commands;

/// <summary>The names of Elixir's versions on the command line.</summary>
internal static class DialectName
{
    /// <summary>A word for usage texts.</summary>
    public const string Usage = "1.14|..|latest";

    private static readonly (string Name, ElixirDialect Dialect)[] Names =
    [
        ("1.14", ElixirDialect.Elixir114),
        ("1.15", ElixirDialect.Elixir115),
        ("1.16", ElixirDialect.Elixir115),
        ("1.17", ElixirDialect.Elixir117),
        ("1.18", ElixirDialect.Elixir117),
        ("1.19", ElixirDialect.Elixir117),
        ("1.20", ElixirDialect.Elixir120),
        ("latest", ElixirDialect.Latest),
    ];

    /// <summary>The dialect of a name, or null if there is none.</summary>
    public static ElixirDialect? Find(string name)
    {
        foreach (var known in Names)
        {
            if (known.Name == name)
            {
                return known.Dialect;
            }
        }

        return null;
    }
}
