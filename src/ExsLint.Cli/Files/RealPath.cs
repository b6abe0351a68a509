namespace ExsLint.Cli.Files;

/// <summary>Paths without links.</summary>
internal static class RealPath
{
    /// <summary>How many links Linux follows in one path.</summary>
    private const int MaximumLinks = 40;

    /// <summary>The path with every link on the way resolved; null where links go round or something is missing.</summary>
    /// <param name="absolutePath">An absolute path.</param>
    public static string? Resolve(string absolutePath)
    {
        var pending = new Stack<string>(Split(absolutePath).Reverse());
        var resolved = Path.GetPathRoot(absolutePath) ?? "/";
        var links = 0;
        while (pending.TryPop(out var name))
        {
            var next = Path.Combine(resolved, name);
            var target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                resolved = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                return null;
            }

            var linked = Path.GetFullPath(target, resolved);
            resolved = Path.GetPathRoot(linked) ?? "/";
            foreach (var part in Split(linked).Reverse())
            {
                pending.Push(part);
            }
        }

        return Path.Exists(resolved) ? resolved : null;
    }

    private static string[] Split(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}
