using System.Text;
using ExsLint.Cli.Streams;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// The tree below a root on disk. A link is followed only to what lies in the root itself, unless the user named it; each file is
/// read once. Any number of threads may ask; one is answered after the other.
/// </summary>
internal sealed class ProjectFiles : IProjectFiles
{
    private readonly Lock _lock = new();
    private readonly string _root;
    private readonly RootLinks _links;
    private readonly GitIgnore _ignore;
    private readonly FolderListing _listing;
    private readonly Dictionary<string, SourceFile?> _read = [];
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly List<FileProblem> _problems = [];
    private readonly HashSet<FileProblem> _seenProblems = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _others = new(StringComparer.Ordinal);

    /// <summary>Opens a tree.</summary>
    /// <param name="root">Its absolute path.</param>
    /// <param name="named">The files in it that the user named, relative to it.</param>
    public ProjectFiles(string root, IEnumerable<string> named)
    {
        _root = root;
        _links = new RootLinks(root, named);
        _ignore = new GitIgnore(root);
        _listing = new FolderListing(root, AddProblem);
        Names = new FileNames(root);
    }

    /// <summary>Which of the names of a file stands for it.</summary>
    public FileNames Names { get; }

    /// <summary>The trouble so far, in the order it arose.</summary>
    public IReadOnlyList<FileProblem> Problems => _problems;

    /// <summary>The paths that were read, or could not be.</summary>
    public IEnumerable<string> PathsRead => _read.Keys.Concat(_started).Concat(_ignore.PathsRead);

    /// <inheritdoc/>
    public string Place => _root;

    /// <inheritdoc/>
    public bool FileExists(string path)
    {
        lock (_lock)
        {
            var absolute = Absolute(path);
            return _links.IsMaskedDropIn(path)
                || (File.Exists(absolute) && FileKind.IsRegularFile(absolute) && _links.IsInside(path));
        }
    }

    /// <inheritdoc/>
    public SourceFile? Read(string path)
    {
        lock (_lock)
        {
            if (!_read.TryGetValue(path, out var file))
            {
                _read.Add(path, file = ReadOnce(path));
            }

            return file;
        }
    }

    /// <inheritdoc/>
    public string? ReadStart(string path, int maxLength)
    {
        lock (_lock)
        {
            _started.Add(path);
        }

        return FileExists(path) ? FileReader.ReadStart(Absolute(path), maxLength) : null;
    }

    /// <summary>Makes a file of a text that is to stand at a path; null, with a problem, where it cannot be analysed.</summary>
    /// <param name="path">The path; nothing need be there.</param>
    /// <param name="content">All of its bytes.</param>
    public SourceFile? Decode(string path, byte[] content)
    {
        lock (_lock)
        {
            _started.Add(path);
            return Note(path, FileReader.Decode(content, path, out var trouble), trouble);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Kept: for each unit of a folder it is asked about again.</remarks>
    public IReadOnlyList<string> ListFiles(string folder)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(folder, out var names))
            {
                _files.Add(folder, names = _listing.List(folder, Directory.EnumerateFiles, FileExists));
            }

            return names;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A link to a folder is none: following it could go round in circles.</remarks>
    public IReadOnlyList<string> ListFolders(string folder)
    {
        lock (_lock)
        {
            if (!_folders.TryGetValue(folder, out var names))
            {
                _folders.Add(folder, names = _listing.List(
                    folder,
                    Directory.EnumerateDirectories,
                    path => !File.GetAttributes(Absolute(path)).HasFlag(FileAttributes.ReparsePoint)));
            }

            return names;
        }
    }

    /// <inheritdoc/>
    public string? LinkTarget(string path) => FileLink.TargetWithin(_root, path, isSystem: false);

    /// <inheritdoc/>
    /// <remarks>Files of another system are not in this tree.</remarks>
    public string CanonicalPath(string path)
    {
        lock (_lock)
        {
            return UnitHost.Owns(path) ? path : Names.CanonicalOf(path);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A folder that may not be listed is among them: nobody knows what it holds. Kept: each path that a configuration looks for
    /// asks about the folders around it.
    /// </remarks>
    public IReadOnlyList<string> ListOthers(string folder)
    {
        lock (_lock)
        {
            if (!_others.TryGetValue(folder, out var names))
            {
                _others.Add(folder, names = FindOthers(folder));
            }

            return names;
        }
    }

    /// <inheritdoc/>
    public string ShownPath(string path) => new RootedPath(_root, path).Shown;

    /// <inheritdoc/>
    public bool IsIgnored(string path)
    {
        lock (_lock)
        {
            return _ignore.IsIgnored(path, isFolder: false);
        }
    }

    /// <inheritdoc/>
    public bool MatchesIgnorePattern(string path, bool isFolder)
    {
        lock (_lock)
        {
            return _ignore.Matches(path, isFolder);
        }
    }

    /// <inheritdoc/>
    public string? ReadHead(string path, int maxLength)
    {
        try
        {
            using var stream = new FileStream(Absolute(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            var head = new byte[maxLength];
            var length = stream.ReadAtLeast(head, maxLength, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(head, 0, length);
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            AddProblem(path, FileTrouble.Describe(exception));
            return null;
        }
    }

    /// <summary>Notes trouble that is not about reading a file's text.</summary>
    public void AddProblem(string path, string reason)
    {
        // A folder is listed again and again; its trouble is one.
        var problem = new FileProblem(path, reason, IsLost: true);
        lock (_lock)
        {
            if (_seenProblems.Add(problem))
            {
                _problems.Add(problem);
            }
        }
    }

    private List<string> FindOthers(string folder)
    {
        var known = ListFiles(folder)
            .Concat(ListFolders(folder).Where(name => FolderAccess.CanList(Absolute(RootedPath.Join(folder, name)))))
            .ToHashSet(StringComparer.Ordinal);
        return _listing.List(folder, Directory.EnumerateFileSystemEntries, path => !known.Contains(RootedPath.NameOf(path)));
    }

    private SourceFile? ReadOnce(string path)
    {
        if (_links.IsMaskedDropIn(path))
        {
            return SourceFile.FromBytes(path, []).ShownAs(ShownPath(path));
        }

        var absolute = Absolute(path);
        if (!_links.IsInside(path))
        {
            AddProblem(path, "a link that leads out of the analysed tree");
            return null;
        }

        return Note(path, FileReader.Read(absolute, path, out var trouble), trouble);
    }

    private SourceFile? Note(string path, SourceFile? file, string? trouble)
    {
        if (trouble is not null)
        {
            AddProblem(path, trouble);
        }
        else if (file is { RoundTrips: false })
        {
            _problems.Add(new FileProblem(path, "not valid UTF-8: analysed, but never fixed", IsLost: false));
        }

        return file?.ShownAs(ShownPath(path));
    }

    private string Absolute(string path) => new RootedPath(_root, path).Absolute;
}
