namespace ExsLint.Cli.Files;

/// <summary>Which of the names of a file stands for it: links give it several.</summary>
/// <param name="root">The absolute path of the tree.</param>
internal sealed class FileNames(string root)
{
    private readonly string? _realRoot = RealPath.Resolve(root);
    private readonly Dictionary<string, string?> _folders = new(StringComparer.Ordinal);
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

    private string OwnNameOf(string path) => Path.Combine(_realRoot ?? root, path);

    /// <summary>The absolute path without links; null if there is no such file. Each folder is resolved once.</summary>
    private string? Resolve(string path)
    {
        var folder = RootedPath.FolderOf(path);
        if (!_folders.TryGetValue(folder, out var real))
        {
            real = RealPath.Resolve(new RootedPath(root, folder).Absolute);
            _folders.Add(folder, real);
        }

        if (real is null)
        {
            return null;
        }

        var place = Path.Combine(real, RootedPath.NameOf(path));
        return new FileInfo(place).LinkTarget is null ? place : RealPath.Resolve(place);
    }
}
