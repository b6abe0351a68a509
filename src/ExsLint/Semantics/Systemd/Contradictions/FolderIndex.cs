namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>Looks up what is known of folders by a path in them, so that many paths and many folders do not multiply.</summary>
/// <typeparam name="T">What is known of a folder.</typeparam>
internal sealed class FolderIndex<T>
{
    // PATH_MAX of Linux; a longer one is no path.
    private const int MaxPathLength = 4096;

    private readonly Dictionary<string, List<T>> _entries = new(StringComparer.Ordinal);

    /// <summary>Adds what is known of a folder. Of the entries of one folder no more than this many are kept.</summary>
    public void Add(string folder, T entry, int most = int.MaxValue)
    {
        if (!_entries.TryGetValue(folder, out var entries))
        {
            _entries.Add(folder, entries = []);
        }

        if (entries.Count < most)
        {
            entries.Add(entry);
        }
    }

    /// <summary>What is known of the path itself.</summary>
    public IEnumerable<T> At(string path) => _entries.TryGetValue(path, out var entries) ? entries : [];

    /// <summary>What is known of the folders that a path is in, the innermost first; the root is none of them.</summary>
    public IEnumerable<T> Above(string path) => FoldersOf(path).SelectMany(At);

    /// <summary>The folders that a path is in, the innermost first, but for the root.</summary>
    public static IEnumerable<string> FoldersOf(string path)
    {
        for (var end = path.Length > MaxPathLength ? 0 : path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
