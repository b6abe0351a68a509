using ExsLint.Cli.Streams;
using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// A folder of units, or the root of a system: named by the user, so that links in it are followed. Those that are absolute lead
/// to places below the root, as they would on the system.
/// </summary>
/// <param name="root">The folder as the user named it; empty for the working directory.</param>
/// <param name="isSystem">Whether it is the root of a system.</param>
internal sealed class UnitTree(string root, bool isSystem) : IProjectFiles
{
    private const string Nothing = "/dev/null";
    private const int MaxLinks = 40;

    // Absolute, once: the system calls behind a relative path, made for every file, are what a large folder would wait for.
    private readonly string _absoluteRoot = Path.GetFullPath(root.Length == 0 ? "." : root);
    private readonly Dictionary<string, (string[] Names, HashSet<string> Set)> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether files are named as they are on the system, <c>/etc/systemd/…</c>, instead of as the user would write them.
    /// </summary>
    public bool NamesAsOnSystem { get; init; }

    /// <inheritdoc/>
    public string Place => _absoluteRoot;

    /// <summary>What was wrong with the last file that could not be read.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Where a path is, as the user would write it or, with <see cref="NamesAsOnSystem"/>, on the system.</summary>
    public string Locate(string path) => NamesAsOnSystem ? "/" + path : root.Length == 0 ? path : Path.Join(root, path);

    /// <summary>Whether a path is a link to <c>/dev/null</c>, which masks a unit or a drop-in.</summary>
    public bool IsMasked(string path) => Follow(path) == Nothing;

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(Follow(path));

    /// <inheritdoc/>
    public SourceFile? Read(string path)
    {
        var place = Follow(path);
        if (place == Nothing)
        {
            return SourceFile.FromBytes(Locate(path), []).ShownAs(ShownPath(path));
        }

        var file = FileReader.Read(place, Locate(path), out var trouble);
        Trouble = trouble;
        return file?.ShownAs(ShownPath(path));
    }

    /// <inheritdoc/>
    public string? ReadStart(string path, int maxLength) => FileReader.ReadStart(Follow(path), maxLength);

    /// <inheritdoc/>
    public string ShownPath(string path) =>
        (NamesAsOnSystem ? null : new RootedPath(_absoluteRoot, path).BelowWorkingDirectory) ?? Locate(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string folder)
    {
        if (!_files.TryGetValue(folder, out var names))
        {
            _files.Add(folder, names = HasFolder(folder) ? List(folder, Directory.GetFiles) : []);
        }

        return names;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFolders(string folder) => FoldersIn(folder).Names;

    /// <inheritdoc/>
    public string? LinkTarget(string path) => FileLink.TargetWithin(_absoluteRoot, path, isSystem);

    /// <inheritdoc/>
    public bool IsIgnored(string path) => false;

    private string Follow(string path)
    {
        var place = Path.Join(_absoluteRoot, path);
        for (var i = 0;
            i < MaxLinks
                && FileKind.Of(place, followsLinks: false, out _) == PathKind.Link
                && new FileInfo(place).LinkTarget is { } target;
            i++)
        {
            place = target == Nothing ? target
                : !Path.IsPathRooted(target) ? Path.Join(Path.GetDirectoryName(place), target)
                : isSystem ? Path.Join(_absoluteRoot, target)
                : target;
        }

        return place;
    }

    // One look at the folder above answers for all drop-in folders beside each other.
    private bool HasFolder(string folder)
    {
        var name = RootedPath.NameOf(folder);
        if (name.Length == 0)
        {
            return true;
        }

        return FoldersIn(RootedPath.FolderOf(folder)).Set.Contains(name);
    }

    private (string[] Names, HashSet<string> Set) FoldersIn(string folder)
    {
        if (!_folders.TryGetValue(folder, out var folders))
        {
            var names = List(folder, Directory.GetDirectories);
            folders = (names, [.. names]);
            _folders.Add(folder, folders);
        }

        return folders;
    }

    private string[] List(string folder, Func<string, string[]> list)
    {
        var place = Path.Join(_absoluteRoot, folder);
        try
        {
            return Directory.Exists(place)
                ? [.. list(place).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            Trouble = FileTrouble.Describe(exception);
            return [];
        }
    }
}
