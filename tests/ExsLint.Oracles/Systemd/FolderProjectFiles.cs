using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Oracles.Systemd;

/// <summary>A folder on disk, without a git repository.</summary>
internal sealed class FolderProjectFiles(string root) : IProjectFiles
{
    public bool FileExists(string path) => File.Exists(Path.Combine(root, path));

    public SourceFile? Read(string path) =>
        FileExists(path) ? SourceFile.FromBytes(path, File.ReadAllBytes(Path.Combine(root, path))) : null;

    public IReadOnlyList<string> ListFiles(string folder) => List(folder, Directory.GetFiles);

    public IReadOnlyList<string> ListFolders(string folder) => List(folder, Directory.GetDirectories);

    public string? LinkTarget(string path) =>
        new FileInfo(Path.Combine(root, path)).LinkTarget is { } target && !Path.IsPathRooted(target) ? target : null;

    public bool IsIgnored(string path) => false;

    private string[] List(string folder, Func<string, string[]> list)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path) ? [.. list(path).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)]
            : [];
    }
}
