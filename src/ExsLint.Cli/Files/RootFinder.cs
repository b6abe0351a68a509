namespace ExsLint.Cli.Files;

/// <summary>Finds the folder that a path is reported relative to, and beyond which nothing is read.</summary>
/// <param name="workingDirectory">The working directory.</param>
/// <param name="fallback">The folder to take where there is no repository (<c>--root</c>), absolute; or null.</param>
internal sealed class RootFinder(string workingDirectory, string? fallback)
{
    /// <summary>
    /// The nearest repository upward of the path (a folder with <c>.git</c>), else the fallback, else the working directory where
    /// the path lies under one of them; else the path itself, or its folder if it is a file.
    /// </summary>
    /// <param name="absolutePath">A file or a folder.</param>
    public RootedPath Find(string absolutePath)
    {
        var start = Directory.Exists(absolutePath) ? absolutePath : Path.GetDirectoryName(absolutePath) ?? absolutePath;
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return RootedPath.Within(folder, absolutePath)!.Value;
            }
        }

        return (fallback is null ? null : RootedPath.Within(fallback, absolutePath))
            ?? RootedPath.Within(workingDirectory, absolutePath)
            ?? RootedPath.Within(start, absolutePath)!.Value;
    }
}
