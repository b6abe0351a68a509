namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>What the imports of a file have brought so far.</summary>
internal sealed class FileImports
{
    /// <summary>Whether an import has brought <c>config</c>.</summary>
    public bool Config { get; set; }

    /// <summary>Whether other modules than Config were imported: they may bring another <c>config</c>.</summary>
    public bool Other { get; set; }

    /// <summary>Whether <c>Mix.Config</c> was imported.</summary>
    public bool MixConfig { get; set; }

    /// <summary>Whether <c>Config</c> was imported.</summary>
    public bool NewConfig { get; set; }
}
