using System.Collections.Concurrent;
using ExsLint.Cli.Streams;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// The tree below a root on disk. A link is followed only to what lies in the root itself, unless the user named it; each file is
/// read once. Any number of threads may ask, and none waits while another one's file is read.
/// </summary>
internal sealed class ProjectFiles : IProjectFiles
{
    private readonly Lock _lock = new();
    private readonly string _root;
    private readonly RootLinks _links;
    private readonly GitIgnore _ignore;
    private readonly Lazy<GitIndex> _index;
    private readonly FolderListing _listing;
    private readonly ConcurrentDictionary<string, Lazy<SourceFile?>> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _started = new(StringComparer.Ordinal);
    private readonly HashSet<FileProblem> _problems = [];
    private readonly ConcurrentDictionary<string, FolderContent> _folders = new(StringComparer.Ordinal);

    /// <summary>Opens a tree.</summary>
    /// <param name="root">Its absolute path.</param>
    /// <param name="named">The files in it that the user named, relative to it.</param>
    public ProjectFiles(string root, IEnumerable<string> named)
    {
        _root = root;
        _links = new RootLinks(root, named, IsListedWithoutLink);
        _ignore = new GitIgnore(root, MayHold);
        _index = new Lazy<GitIndex>(() => GitIndex.Read(root));
        _listing = new FolderListing(root, AddProblem);
        Names = new FileNames(root, IsListedWithoutLink);
    }

    /// <summary>Which of the names of a file stands for it.</summary>
    public FileNames Names { get; }

    /// <summary>The trouble so far, by path: threads that share the work meet it in no order of its own.</summary>
    public IEnumerable<FileProblem> Problems => _problems
        .OrderBy(problem => problem.Path, StringComparer.Ordinal)
        .ThenBy(problem => problem.Reason, StringComparer.Ordinal);

    /// <summary>The paths that were read, or could not be.</summary>
    public IEnumerable<string> PathsRead => _read.Keys.Concat(_started.Keys).Concat(_ignore.PathsRead);

    /// <inheritdoc/>
    public string Place => _root;

    /// <inheritdoc/>
    /// <remarks>What a folder lists is not asked for again, nor is what it does not list.</remarks>
    public bool FileExists(string path) =>
        Listed(path) is { IsWhole: true } folder ? folder.HasFile(RootedPath.NameOf(path)) : !IsMissing(path) && IsFile(path);

    /// <inheritdoc/>
    public SourceFile? Read(string path) =>
        _read.GetOrAdd(path, key => new Lazy<SourceFile?>(() => ReadOnce(key))).Value;

    /// <inheritdoc/>
    public string? ReadStart(string path, int maxLength)
    {
        _started.TryAdd(path, true);
        return FileExists(path) ? FileReader.ReadStart(Absolute(path), maxLength) : null;
    }

    /// <summary>Makes a file of a text that is to stand at a path; null, with a problem, where it cannot be analysed.</summary>
    /// <param name="path">The path; nothing need be there.</param>
    /// <param name="content">All of its bytes.</param>
    public SourceFile? Decode(string path, byte[] content)
    {
        _started.TryAdd(path, true);
        return Note(path, FileReader.Decode(content, path, out var trouble), trouble);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string folder) => ContentOf(folder).Files;

    /// <inheritdoc/>
    /// <remarks>A link to a folder is none: following it could go round in circles.</remarks>
    public IReadOnlyList<string> ListFolders(string folder) => ContentOf(folder).Folders;

    /// <inheritdoc/>
    public string? LinkTarget(string path) => FileLink.TargetWithin(_root, path, isSystem: false);

    /// <inheritdoc/>
    public UnixFileMode? ModeOf(string path) => FileKind.ModeOf(Absolute(path));

    /// <inheritdoc/>
    public bool IsLink(string path) => FileKind.Of(Absolute(path), followsLinks: false, out _) == PathKind.Link;

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
    /// <remarks>A folder that may not be listed is among them: nobody knows what it holds.</remarks>
    public IReadOnlyList<string> ListOthers(string folder)
    {
        var content = ContentOf(folder);
        var hidden = content.Folders.Where(name => !FolderAccess.CanList(Absolute(RootedPath.Join(folder, name)))).ToList();
        return hidden.Count == 0 ? content.Others : [.. content.Others.Concat(hidden).Order(StringComparer.Ordinal)];
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
    public bool? IsTracked(string path) => _index.Value.Tracks(path);

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
            return FileReader.ReadHead(Absolute(path), maxLength);
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            AddProblem(path, FileTrouble.Describe(exception));
            return null;
        }
    }

    /// <summary>Notes trouble that is not about reading a file's text.</summary>
    public void AddProblem(string path, string reason) => AddProblem(new FileProblem(path, reason, IsLost: true));

    // A folder is listed again and again; its trouble is one.
    private void AddProblem(FileProblem problem)
    {
        lock (_problems)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>What is in a folder. Kept: for each file of a folder it is asked about again.</summary>
    private FolderContent ContentOf(string folder) => _folders.GetOrAdd(
        folder, key => IsMissing(key) ? FolderContent.Empty : _listing.List(key, _links.IsInside(key), IsFile));

    private bool IsFile(string path) =>
        _links.IsMaskedDropIn(path) || (FileKind.IsRegularFile(Absolute(path)) && _links.IsInside(path));

    /// <summary>What is in the folder of a path, where that was listed.</summary>
    private FolderContent? Listed(string path) => _folders.GetValueOrDefault(RootedPath.FolderOf(path));

    private bool MayHold(string path) => Listed(path) is not { IsWhole: true } folder || folder.Has(RootedPath.NameOf(path));

    /// <summary>Whether a folder above a path, or the one that it is in, is known to lack what leads there.</summary>
    private bool IsMissing(string path)
    {
        for (var above = path; above.Length > 0; above = RootedPath.FolderOf(above))
        {
            if (Listed(above) is { } folder)
            {
                return folder.IsWhole && !folder.Has(RootedPath.NameOf(above));
            }
        }

        return false;
    }

    private bool IsListedWithoutLink(string path) => Listed(path)?.HasWithoutLink(RootedPath.NameOf(path)) == true;

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
            AddProblem(new FileProblem(path, "not valid UTF-8: analysed, but never fixed", IsLost: false));
        }

        return file?.ShownAs(ShownPath(path));
    }

    private string Absolute(string path) => new RootedPath(_root, path).Absolute;
}
