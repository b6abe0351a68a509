using ExsLint.Text;

namespace ExsLint.Semantics;

/// <summary>An empty tree.</summary>
public sealed class NoFiles : IProjectFiles
{
    private NoFiles()
    {
    }

    /// <summary>The only one.</summary>
    public static NoFiles Instance { get; } = new();

    /// <inheritdoc/>
    public bool FileExists(string path) => false;

    /// <inheritdoc/>
    public SourceFile? Read(string path) => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string folder) => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFolders(string folder) => [];

    /// <inheritdoc/>
    public bool IsIgnored(string path) => false;
}
