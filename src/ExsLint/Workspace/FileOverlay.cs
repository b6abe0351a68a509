using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Text;

namespace ExsLint.Workspace;

/// <summary>A tree in which some files have another text, or are there at all.</summary>
/// <param name="files">The tree below.</param>
public sealed class FileOverlay(IProjectFiles files) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, SourceFile> _aliases = new(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, SourceFile> _changed =
        ImmutableSortedDictionary.Create<string, SourceFile>(StringComparer.Ordinal);

    private ILookup<string, string>? _names;

    /// <summary>The tree below.</summary>
    public IProjectFiles Base { get; } = files;

    /// <inheritdoc/>
    public string Place => Base.Place;

    /// <summary>The files that differ, sorted by path.</summary>
    public IEnumerable<SourceFile> Changed => _changed.Values;

    /// <summary>This overlay with files put over it.</summary>
    public FileOverlay With(IEnumerable<SourceFile> sources) => new(Base)
    {
        _changed = _changed.SetItems(sources.Select(source => KeyValuePair.Create(source.Path, source))),
    };

    /// <summary>This overlay without the changes of one file.</summary>
    public FileOverlay Without(string path) => new(Base) { _changed = _changed.Remove(path) };

    /// <inheritdoc/>
    public bool FileExists(string path) => _changed.ContainsKey(path) || Base.FileExists(path);

    /// <inheritdoc/>
    public string? LinkTarget(string path) => _changed.ContainsKey(path) ? null : Base.LinkTarget(path);

    /// <inheritdoc/>
    public string CanonicalPath(string path) => Base.CanonicalPath(path);

    /// <inheritdoc/>
    public SourceFile? Read(string path) => FindChanged(path) ?? Base.Read(path);

    /// <inheritdoc/>
    public string? ReadStart(string path, int maxLength) => FindChanged(path) is { } file
        ? file.Content[..Math.Min(file.Content.Length, maxLength)]
        : Base.ReadStart(path, maxLength);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string folder)
    {
        _names ??= _changed.Keys.ToLookup(TreePath.FolderOf, TreePath.NameOf, StringComparer.Ordinal);
        return !_names.Contains(folder)
            ? Base.ListFiles(folder)
            : [.. Base.ListFiles(folder).Union(_names[folder], StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    /// <remarks>A folder that only a new file would make is none: nothing looks for such folders.</remarks>
    public IReadOnlyList<string> ListFolders(string folder) => Base.ListFolders(folder);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListOthers(string folder) => Base.ListOthers(folder);

    /// <inheritdoc/>
    public string ShownPath(string path) => Base.ShownPath(path);

    /// <inheritdoc/>
    public bool IsIgnored(string path) => Base.IsIgnored(path);

    /// <inheritdoc/>
    public bool MatchesIgnorePattern(string path, bool isFolder) => Base.MatchesIgnorePattern(path, isFolder);

    /// <inheritdoc/>
    public string? ReadHead(string path, int maxLength) =>
        FindChanged(path) is null ? Base.ReadHead(path, maxLength) : ReadStart(path, maxLength);

    /// <summary>A file that differs, by this one of its names; null if it does not differ.</summary>
    private SourceFile? FindChanged(string path)
    {
        if (_changed.Count == 0 || _changed.TryGetValue(path, out var file))
        {
            return _changed.GetValueOrDefault(path);
        }

        if (!_changed.TryGetValue(Base.CanonicalPath(path), out file))
        {
            return null;
        }

        return _aliases.GetOrAdd(path, _ => SourceFile.FromString(path, file.Content).ShownAs(Base.ShownPath(path)));
    }
}
