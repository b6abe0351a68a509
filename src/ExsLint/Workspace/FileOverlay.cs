using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Text;

namespace ExsLint.Workspace;

/// <summary>
/// A tree in which some files have another text than below, or are there though nothing is below: what a fix has changed, and
/// what came by standard input.
/// </summary>
/// <param name="files">The tree below.</param>
public sealed class FileOverlay(IProjectFiles files) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, SourceFile> _aliases = new(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, SourceFile> _changed =
        ImmutableSortedDictionary.Create<string, SourceFile>(StringComparer.Ordinal);

    // Null for a text that nobody can read.
    private ImmutableSortedDictionary<string, SourceFile?> _texts =
        ImmutableSortedDictionary.Create<string, SourceFile?>(StringComparer.Ordinal);

    private ILookup<string, string>? _names;

    /// <summary>The tree below.</summary>
    public IProjectFiles Base { get; } = files;

    /// <inheritdoc/>
    public string Place => Base.Place;

    /// <summary>The files that differ, sorted by path.</summary>
    public IEnumerable<SourceFile> Changed => _changed.Values;

    /// <summary>
    /// This overlay with files that have changed. Where links give a file several names, the change is seen by all of them.
    /// </summary>
    public FileOverlay With(IEnumerable<SourceFile> sources) => new(Base)
    {
        _changed = _changed.SetItems(sources.Select(source => KeyValuePair.Create(source.Path, source))),
        _texts = _texts,
    };

    /// <summary>
    /// This overlay with a text in a file's place. It is no file: no link leads to it, and it has no other name.
    /// </summary>
    /// <param name="path">The file's path; nothing need be there.</param>
    /// <param name="text">The text; null where it cannot be read.</param>
    public FileOverlay WithText(string path, SourceFile? text) => new(Base)
    {
        _changed = _changed,
        _texts = _texts.SetItem(path, text),
    };

    /// <summary>This overlay without the changes of one file.</summary>
    public FileOverlay Without(string path) => new(Base) { _changed = _changed.Remove(path), _texts = _texts };

    /// <inheritdoc/>
    public bool FileExists(string path) => Covers(path) || Base.FileExists(path);

    /// <inheritdoc/>
    public string? LinkTarget(string path) => Covers(path) ? null : Base.LinkTarget(path);

    /// <inheritdoc/>
    public UnixFileMode? ModeOf(string path) => _texts.ContainsKey(path) ? null : Base.ModeOf(path);

    /// <inheritdoc/>
    public bool IsLink(string path) => !_texts.ContainsKey(path) && Base.IsLink(path);

    /// <inheritdoc/>
    public string CanonicalPath(string path) => _texts.ContainsKey(path) ? path : Base.CanonicalPath(path);

    /// <inheritdoc/>
    public SourceFile? Read(string path) => TryFind(path, out var file) ? file : Base.Read(path);

    /// <inheritdoc/>
    public string? ReadStart(string path, int maxLength) => TryFind(path, out var file)
        ? file?.Content[..Math.Min(file.Content.Length, maxLength)]
        : Base.ReadStart(path, maxLength);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string folder)
    {
        _names ??= _changed.Keys.Union(_texts.Keys, StringComparer.Ordinal)
            .ToLookup(TreePath.FolderOf, TreePath.NameOf, StringComparer.Ordinal);
        return !_names.Contains(folder)
            ? Base.ListFiles(folder)
            : [.. Base.ListFiles(folder).Union(_names[folder], StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    /// <remarks>A folder that only a new file would make is none: nothing looks for such folders.</remarks>
    public IReadOnlyList<string> ListFolders(string folder) => Base.ListFolders(folder);

    /// <inheritdoc/>
    /// <remarks>What a text takes the place of, such as a link that leads out of the tree, is none of them.</remarks>
    public IReadOnlyList<string> ListOthers(string folder) => _texts.IsEmpty
        ? Base.ListOthers(folder)
        : [.. Base.ListOthers(folder).Where(name => !_texts.ContainsKey(TreePath.Join(folder, name)))];

    /// <inheritdoc/>
    public string ShownPath(string path) => Base.ShownPath(path);

    /// <inheritdoc/>
    public bool IsIgnored(string path) => Base.IsIgnored(path);

    /// <inheritdoc/>
    public bool? IsTracked(string path) => Base.IsTracked(path);

    /// <inheritdoc/>
    public bool MatchesIgnorePattern(string path, bool isFolder) => Base.MatchesIgnorePattern(path, isFolder);

    /// <inheritdoc/>
    public string? ReadHead(string path, int maxLength) =>
        TryFind(path, out _) ? ReadStart(path, maxLength) : Base.ReadHead(path, maxLength);

    private bool Covers(string path) => _changed.ContainsKey(path) || _texts.ContainsKey(path);

    /// <summary>Finds what stands at a path, if it differs from what is below; null where nobody can read that.</summary>
    private bool TryFind(string path, out SourceFile? file)
    {
        file = FindChanged(path);
        return file is not null || _texts.TryGetValue(path, out file);
    }

    /// <summary>A file that differs, by this one of its names; null if it does not differ.</summary>
    private SourceFile? FindChanged(string path)
    {
        if (_changed.Count == 0 || _changed.TryGetValue(path, out var file))
        {
            return _changed.GetValueOrDefault(path);
        }

        if (!_changed.TryGetValue(CanonicalPath(path), out file))
        {
            return null;
        }

        return _aliases.GetOrAdd(path, _ => SourceFile.FromString(path, file.Content).ShownAs(Base.ShownPath(path)));
    }
}
