using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Tests.TestSupport;

/// <summary>
/// A tree in which some files may not be read, and in which every folder holds a link, <c>link.exs</c>, that is not followed.
/// </summary>
internal sealed class UnreadableFiles(IProjectFiles files, params string[] unreadable) : IProjectFiles
{
    public bool FileExists(string path) => files.FileExists(path);

    public SourceFile? Read(string path) => unreadable.Contains(path) ? null : files.Read(path);

    public IReadOnlyList<string> ListFiles(string folder) => files.ListFiles(folder);

    public IReadOnlyList<string> ListFolders(string folder) => files.ListFolders(folder);

    public IReadOnlyList<string> ListOthers(string folder) => ["link.exs"];

    public bool IsIgnored(string path) => files.IsIgnored(path);
}
