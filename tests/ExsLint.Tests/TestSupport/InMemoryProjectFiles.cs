using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Tests.TestSupport;

/// <summary>A tree of files that exists in a test only.</summary>
internal sealed class InMemoryProjectFiles : IProjectFiles
{
    private readonly SortedDictionary<string, SourceFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnixFileMode> _modes = new(StringComparer.Ordinal);
    private HashSet<string>? _tracked;

    public InMemoryProjectFiles(params (string Path, string Content)[] files)
        : this(files.Select(file => SourceFile.FromString(file.Path, file.Content)))
    {
    }

    public InMemoryProjectFiles(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            _files[file.Path] = file;
        }
    }

    public string Place { get; init; } = "";

    /// <summary>Makes git ignore a path.</summary>
    public InMemoryProjectFiles Ignore(string path)
    {
        _ignored.Add(path);
        return this;
    }

    /// <summary>Gives files their modes.</summary>
    public InMemoryProjectFiles WithModes(IEnumerable<KeyValuePair<string, UnixFileMode>>? modes)
    {
        foreach (var (path, mode) in modes ?? [])
        {
            _modes[path] = mode;
        }

        return this;
    }

    public UnixFileMode? ModeOf(string path) => _modes.TryGetValue(path, out var mode) ? mode : null;

    /// <summary>Makes the tree one of a repository, whose git tracks these paths.</summary>
    public InMemoryProjectFiles Track(params string[] paths)
    {
        (_tracked ??= new(StringComparer.Ordinal)).UnionWith(paths);
        return this;
    }

    public bool? IsTracked(string path) => _tracked?.Contains(path);

    public bool FileExists(string path) => _files.ContainsKey(path);

    public SourceFile? Read(string path) => _files.GetValueOrDefault(path);

    public IReadOnlyList<string> ListFiles(string folder) =>
        [.. NamesBelow(folder).Where(rest => !rest.Contains('/', StringComparison.Ordinal))];

    public IReadOnlyList<string> ListFolders(string folder) =>
    [
        .. NamesBelow(folder)
            .Where(rest => rest.Contains('/', StringComparison.Ordinal))
            .Select(rest => rest[..rest.IndexOf('/', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public bool IsIgnored(string path) => _ignored.Contains(path);

    private IEnumerable<string> NamesBelow(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        return _files.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..]);
    }
}
