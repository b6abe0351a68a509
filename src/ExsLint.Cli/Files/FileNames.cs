namespace ExsLint.Cli.Files;

/// <summary>Which of the names of a file stands for it: links give it several.</summary>
/// <param name="root">The absolute path of the tree.</param>
/// <param name="isNoLink">Whether a path of the tree is known to be that of a file or a folder itself.</param>
internal sealed class FileNames(string root, Func<string, bool> isNoLink)
{
    private readonly Dictionary<string, string?> _folders = new(StringComparer.Ordinal) { [""] = RealPath.Resolve(root) };
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);

    /// <summary>Takes in paths that are analysed. Of those of one file its own name stands for it, else the first one.</summary>
    /// <param name="paths">The paths, relative to the root.</param>
    public void Add(IEnumerable<string> paths)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (Resolve(path) is { } real && (real == OwnNameOf(path) || !_names.ContainsKey(real)))
            {
                _names[real] = path;
            }
        }
    }

    /// <summary>The path that stands for a path's file; the path itself where none of the file's names is analysed.</summary>
    public string CanonicalOf(string path)
    {
        if (!_canonical.TryGetValue(path, out var name))
        {
            name = Resolve(path) is { } real ? _names.GetValueOrDefault(real, path) : path;
            _canonical.Add(path, name);
        }

        return name;
    }

    private string OwnNameOf(string path) => Path.Combine(_folders[""] ?? root, path);

    /// <summary>The absolute path without links; null if there is no such file.</summary>
    private string? Resolve(string path) => Step(RealFolder(RootedPath.FolderOf(path)), path);

    /// <summary>
    /// The absolute path of a folder without links; null if there is none. Each is resolved once, from the one above it.
    /// </summary>
    private string? RealFolder(string folder)
    {
        var wanted = folder;
        var pending = new Stack<string>();
        while (!_folders.ContainsKey(folder))
        {
            pending.Push(folder);
            folder = RootedPath.FolderOf(folder);
        }

        while (pending.TryPop(out var next))
        {
            _folders.Add(next, Step(_folders[RootedPath.FolderOf(next)], next));
        }

        return _folders[wanted];
    }

    private string? Step(string? folder, string path)
    {
        var place = folder is null ? null : Path.Combine(folder, RootedPath.NameOf(path));
        return place is null || isNoLink(path) || new FileInfo(place).LinkTarget is null ? place : RealPath.Resolve(place);
    }
}
