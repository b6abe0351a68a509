namespace ExsLint.Cli.Files;

/// <summary>A path within a root.</summary>
/// <param name="Root">The root's absolute path, without a slash at its end unless it is <c>/</c>.</param>
/// <param name="Relative">The path from the root, with forward slashes; empty for the root itself.</param>
internal readonly record struct RootedPath(string Root, string Relative)
{
    /// <summary>The absolute path.</summary>
    public string Absolute => Relative.Length == 0 ? Root : Path.Combine(Root, Relative);

    /// <summary>The path as people are shown it: relative to the working directory if that holds it, else to the root.</summary>
    public string Shown => BelowWorkingDirectory ?? Relative;

    /// <summary>The path relative to the working directory; null if that does not hold it.</summary>
    public string? BelowWorkingDirectory =>
        Within(WorkingDirectory.Value, Absolute) is { Relative.Length: > 0 } path ? path.Relative : null;

    private static readonly Lazy<string> WorkingDirectory = new(Directory.GetCurrentDirectory);

    /// <summary>Cuts the root off an absolute path; null if the path lies elsewhere.</summary>
    public static RootedPath? Within(string root, string absolute)
    {
        if (absolute == root)
        {
            return new RootedPath(root, "");
        }

        var prefix = root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar;
        return absolute.StartsWith(prefix, StringComparison.Ordinal)
            ? new RootedPath(root, absolute[prefix.Length..].Replace(Path.DirectorySeparatorChar, '/'))
            : null;
    }

    /// <summary>Joins a folder's relative path and a name.</summary>
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>The folder of a relative path; empty for what lies directly in the root.</summary>
    public static string FolderOf(string relative)
    {
        var slash = relative.LastIndexOf('/');
        return slash < 0 ? "" : relative[..slash];
    }

    /// <summary>The last part of a relative path.</summary>
    public static string NameOf(string relative) => relative[(relative.LastIndexOf('/') + 1)..];
}
