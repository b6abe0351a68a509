using ExsLint.Cli.Streams;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Files;

/// <summary>Lists folders on disk, and tells of what is in them and cannot be looked at.</summary>
/// <param name="root">The absolute path of the tree's root.</param>
/// <param name="report">Takes trouble: the path in the tree, and why.</param>
internal sealed class FolderListing(string root, Action<string, string> report)
{
    private const string NotSearchable = "what is in it cannot be looked at: permission denied";
    private const char Undecodable = '\uFFFD';

    // The system takes no path of more than 4,095 bytes (PATH_MAX), and no name of more than 255 (NAME_MAX).
    private const int LongestPath = 4_095 - 256;

    /// <summary>What is directly in a folder; nothing if there is no such folder.</summary>
    /// <param name="folder">The folder's path in the tree.</param>
    /// <param name="isInside">Whether the folder itself, with its links followed, is in the tree.</param>
    /// <param name="isFile">Whether a file stands at a path of the tree, be it by a link.</param>
    public FolderContent List(string folder, bool isInside, Func<string, bool> isFile)
    {
        var absolute = new RootedPath(root, folder).Absolute;
        var content = new FolderContent();
        var listed = System.Text.Encoding.UTF8.GetByteCount(absolute) > LongestPath ? null : FolderStream.Read(absolute);
        if (listed is null && !Directory.Exists(absolute))
        {
            return content;
        }

        try
        {
            content.IsWhole = true;
            foreach (var (name, kind) in listed ?? NamesIn(absolute))
            {
                Add(content, folder, absolute, name, (kind, isInside), isFile);
            }
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            report(folder, FileTrouble.Describe(exception));
            content.IsWhole = false;
        }

        content.Sort();
        return content;
    }

    private static IEnumerable<(string Name, PathKind Kind)> NamesIn(string absolute) =>
        Directory.EnumerateFileSystemEntries(absolute).Select(entry => (Path.GetFileName(entry), PathKind.None));

    private void Add(
        FolderContent content,
        string folder,
        string absolute,
        string name,
        (PathKind Kind, bool IsInside) known,
        Func<string, bool> isFile)
    {
        var isDecoded = !name.Contains(Undecodable, StringComparison.Ordinal);
        var kind = known.Kind != PathKind.None && isDecoded
            ? known.Kind
            : FileKind.Of(Path.Join(absolute, name), followsLinks: false, out _);
        if (kind == PathKind.None)
        {
            content.IsWhole = false;
            ReportLost(folder, name, isDecoded);
        }
        else if (kind == PathKind.Folder)
        {
            content.Folders.Add(name);
        }
        else if ((kind == PathKind.File && known.IsInside) || isFile(RootedPath.Join(folder, name)))
        {
            content.AddFile(name, isLink: kind != PathKind.File);
        }
        else
        {
            content.Others.Add(name);
        }
    }

    /// <summary>Tells that nothing is known of what a folder lists, unless nobody would look at it.</summary>
    private void ReportLost(string folder, string name, bool isDecoded)
    {
        if (isDecoded)
        {
            report(folder, NotSearchable);
        }
        else if (FileRecognizer.IsUnitName(name)
            || name.EndsWith(".exs", StringComparison.Ordinal)
            || !name.Contains('.', StringComparison.Ordinal))
        {
            report(RootedPath.Join(folder, name), "its name is not UTF-8: left out");
        }
    }
}
