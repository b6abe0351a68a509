using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Projects;

/// <summary>A file that took part in an evaluation.</summary>
/// <param name="Tree">Its tree.</param>
/// <param name="Role">How it took part.</param>
public sealed record ConfigFile(ElixirSyntaxTree Tree, ConfigFileRole Role)
{
    /// <summary>
    /// How the name of a file ends that <c>mix pleroma.config migrate_from_db</c> writes; the environment stands before it.
    /// </summary>
    internal const string ExportedSuffix = ".exported_from_db.secret.exs";

    /// <summary>The file.</summary>
    public SourceFile Source => Tree.File;

    /// <summary>Its path.</summary>
    public string Path => Tree.File.Path;

    /// <summary>
    /// Whether the file holds an instance's secrets (<c>prod.secret.exs</c>) and is thus its own, not upstream's.
    /// </summary>
    public bool IsSecret => HoldsSecrets(Path);

    /// <summary>Whether a file of this path holds an instance's secrets.</summary>
    public static bool HoldsSecrets(string path) => path.EndsWith(".secret.exs", StringComparison.Ordinal);

    /// <summary>Whether the file was written out from the database by <c>mix pleroma.config migrate_from_db</c>.</summary>
    public bool IsExportedFromDatabase => Path.EndsWith(ExportedSuffix, StringComparison.Ordinal);
}
