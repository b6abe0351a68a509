using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Text;

namespace ExsLint.Tests.TestSupport;

/// <summary>A generated tree as the library sees it.</summary>
internal sealed class GeneratedTree : IProjectFiles
{
    private readonly Dictionary<string, TreeEntry> _entries;
    private readonly InMemoryProjectFiles _files;

    public GeneratedTree(IReadOnlyList<TreeEntry> entries)
    {
        _entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        _files = new InMemoryProjectFiles(
        [
            .. from entry in entries
               let content = ContentOf(entry)
               where content is not null
               select (entry.Path, content),
        ]);
    }

    public bool FileExists(string path) => _files.FileExists(path);

    public SourceFile? Read(string path) => KindOf(path) == TreeEntryKind.Unreadable ? null : _files.Read(path);

    public IReadOnlyList<string> ListFiles(string folder) => _files.ListFiles(folder);

    public IReadOnlyList<string> ListFolders(string folder) =>
    [
        .. _files.ListFolders(folder)
            .Concat(_entries.Values
                .Where(entry => entry.Kind == TreeEntryKind.Folder && TreePath.FolderOf(entry.Path) == folder)
                .Select(entry => TreePath.NameOf(entry.Path)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> ListOthers(string folder) =>
    [
        .. _entries.Values
            .Where(
                entry => entry.Kind == TreeEntryKind.Link && TreePath.FolderOf(entry.Path) == folder && ContentOf(entry) is null)
            .Select(entry => TreePath.NameOf(entry.Path)),
    ];

    public string? LinkTarget(string path) => KindOf(path) == TreeEntryKind.Link ? _entries[path].Content : null;

    public string CanonicalPath(string path) => FileExists(path) && LinkTarget(path) is { } target ? target : path;

    public bool IsIgnored(string path) => KindOf(path) == TreeEntryKind.Ignored;

    private TreeEntryKind? KindOf(string path) => _entries.GetValueOrDefault(path)?.Kind;

    /// <summary>
    /// The text of a file; null for a folder and for a link that leads to none. A link to a link leads nowhere here.
    /// </summary>
    private string? ContentOf(TreeEntry entry) => entry.Kind switch
    {
        TreeEntryKind.Folder => null,
        TreeEntryKind.Link =>
            _entries.GetValueOrDefault(entry.Content) is { Kind: TreeEntryKind.File or TreeEntryKind.Ignored } target
                ? target.Content : null,
        _ => entry.Content,
    };
}
