using ExsLint.Semantics.Elixir.Files;

namespace ExsLint.Cli.Files;

/// <summary>What a symbolic link says, without following it.</summary>
internal static class FileLink
{
    /// <summary>
    /// The path that a link names, relative to a root; null for what is no link, and where it names nothing below the root.
    /// </summary>
    /// <param name="root">The root's absolute path.</param>
    /// <param name="path">The link's path from the root, with forward slashes.</param>
    /// <param name="isSystem">Whether the root is that of a system, in which an absolute link starts there.</param>
    public static string? TargetWithin(string root, string path, bool isSystem)
    {
        var place = Path.Join(root, path);
        if (FileKind.Of(place, followsLinks: false, out _) != PathKind.Link || new FileInfo(place).LinkTarget is not { } target)
        {
            return null;
        }

        return !Path.IsPathRooted(target) ? TreePath.Combine(TreePath.FolderOf(path), target)
            : isSystem ? TreePath.Combine("", target.TrimStart('/'))
            : RootedPath.Within(root, Path.GetFullPath(target))?.Relative;
    }
}
