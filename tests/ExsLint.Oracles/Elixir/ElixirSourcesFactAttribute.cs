namespace ExsLint.Oracles.Elixir;

/// <summary>
/// A test over the sources of the installed Elixir; skipped, with the reason, where nobody says where they are.
/// </summary>
public sealed class ElixirSourcesFactAttribute : FactAttribute
{
    /// <summary>The environment variable that names their directory: a checkout, or the unpacked source package.</summary>
    public const string Variable = "EXSLINT_ELIXIR_SOURCES";

    /// <summary>A test over those sources.</summary>
    public ElixirSourcesFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"{Variable} names no directory.";
        }
    }
}
