namespace ExsLint.Syntax.Elixir;

/// <summary>Placeholder for the version of Elixir whose syntax is read.</summary>
public sealed record ElixirDialect(string Name)
{
    /// <summary>The newest one.</summary>
    public static ElixirDialect Latest { get; } = new("latest");

    /// <summary>Finds a dialect by its name.</summary>
    public static bool TryParse(string name, out ElixirDialect dialect)
    {
        dialect = new ElixirDialect(name);
        return name is "1.14" or "latest";
    }
}
