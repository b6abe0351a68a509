using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Tests.TestSupport;

/// <summary>A tree that counts what it is asked.</summary>
/// <param name="files">The tree.</param>
/// <param name="links">The links in it, and where they lead.</param>
internal sealed class CountingFiles(IProjectFiles files, IReadOnlyDictionary<string, string>? links = null) : IProjectFiles
{
    private readonly Dictionary<(string Question, string Path), int> _asked = [];

    /// <summary>How often a question was asked about a path.</summary>
    public int Asked(string question, string path) => _asked.GetValueOrDefault((question, path));

    /// <summary>How often a question was asked about any path.</summary>
    public int Asked(string question) => _asked.Where(asked => asked.Key.Question == question).Sum(asked => asked.Value);

    public bool FileExists(string path) => Count(nameof(FileExists), path, files.FileExists(path));

    public SourceFile? Read(string path) => Count(nameof(Read), path, files.Read(path));

    public IReadOnlyList<string> ListFiles(string folder) => Count(nameof(ListFiles), folder, files.ListFiles(folder));

    public IReadOnlyList<string> ListFolders(string folder) => Count(nameof(ListFolders), folder, files.ListFolders(folder));

    public string? LinkTarget(string path) => Count(nameof(LinkTarget), path, links?.GetValueOrDefault(path));

    public bool IsIgnored(string path) => files.IsIgnored(path);

    private T Count<T>(string question, string path, T answer)
    {
        _asked[(question, path)] = Asked(question, path) + 1;
        return answer;
    }
}
