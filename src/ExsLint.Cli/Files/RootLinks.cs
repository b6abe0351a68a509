using System.Collections.Concurrent;

namespace ExsLint.Cli.Files;

/// <summary>The links of a tree: which of them stay within its root. Any number of threads may ask.</summary>
/// <param name="root">The absolute path of the root.</param>
/// <param name="named">The files in it that the user named, relative to it: these may lead anywhere.</param>
/// <param name="isNoLink">Whether a path of the tree is known to be that of a file or a folder itself.</param>
internal sealed class RootLinks(string root, IEnumerable<string> named, Func<string, bool> isNoLink)
{
    private readonly string? _realRoot = RealPath.Resolve(root);
    private readonly HashSet<string> _named = [.. named];
    private readonly ConcurrentDictionary<string, string?> _realFolders = new(StringComparer.Ordinal);

    /// <summary>Whether a path, with its links followed, is in the root. What is not there at all is no link either.</summary>
    public bool IsInside(string path) => _named.Contains(path)
        || RealOf(path) is not { } real
        || (_realRoot is not null && RootedPath.Within(_realRoot, real) is not null);

    /// <summary>
    /// Whether a path is a link to <c>/dev/null</c> that takes the place of a drop-in of the same name in a later folder
    /// (systemd.unit(5)).
    /// </summary>
    public bool IsMaskedDropIn(string path) =>
        path.EndsWith(".conf", StringComparison.Ordinal) && RootedPath.FolderOf(path).EndsWith(".d", StringComparison.Ordinal)
            && FileKind.Of(Absolute(path), followsLinks: false, out _) == PathKind.Link
            && new FileInfo(Absolute(path)).LinkTarget == "/dev/null";

    /// <summary>
    /// A path without links; null if nothing is there. Those of folders are kept, so that deep trees are not walked again and
    /// again.
    /// </summary>
    private string? RealOf(string path)
    {
        if (path.Length == 0)
        {
            return _realRoot;
        }

        if (RealOfFolder(RootedPath.FolderOf(path)) is not { } folder)
        {
            return null;
        }

        var real = Path.Combine(folder, RootedPath.NameOf(path));
        return isNoLink(path) ? real : FileKind.Of(real, followsLinks: false, out _) switch
        {
            PathKind.None => null,
            PathKind.Link => RealPath.Resolve(real),
            _ => real,
        };
    }

    private string? RealOfFolder(string folder) => _realFolders.GetOrAdd(folder, RealOf);

    private string Absolute(string path) => new RootedPath(root, path).Absolute;
}
