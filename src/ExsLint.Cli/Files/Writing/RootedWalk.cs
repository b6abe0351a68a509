namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Goes from a root to a place beneath it. Each folder is opened in the one before, and links are read and followed here:
/// wherever a folder or a link is put meanwhile, the place is beneath the root that was opened.
/// </summary>
internal sealed class RootedWalk : IDisposable
{
    /// <summary>How many links Linux follows in one path.</summary>
    private const int MaximumLinks = 40;

    private const string Missing = "no such file or directory";
    private const string LeadsOut = "a link that leads out of the tree is not followed to write";

    private readonly string _root;
    private readonly FolderHandle _rootFolder;
    private readonly List<FolderHandle> _opened = [];
    private readonly List<(FolderHandle Parent, string Name)> _created = [];
    private readonly List<(FolderHandle Folder, string Name)> _way = [];

    private RootedWalk(string root, FolderHandle folder)
    {
        _root = root;
        _rootFolder = folder;
        _opened.Add(_rootFolder);
    }

    /// <summary>The folder that it has come to.</summary>
    public FolderHandle Folder => _way.Count == 0 ? _rootFolder : _way[^1].Folder;

    /// <summary>The name of the place in the folder.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Starts at a root; null if there is none.</summary>
    /// <param name="root">Its absolute path, whose links are followed.</param>
    /// <param name="open">Opens a folder by its path.</param>
    public static RootedWalk? Start(string root, Func<string, FolderHandle> open) =>
        RealPath.Resolve(root) is { } real ? new RootedWalk(real, open(real)) : null;

    /// <summary>Goes to a file. Links are followed.</summary>
    /// <param name="path">The path from the root, with forward slashes.</param>
    /// <returns>Why it is not reached; null if it is.</returns>
    public string? GoTo(string path) => Go(path, isNew: false);

    /// <summary>
    /// Goes to where a new file is to be, and makes the folders on the way; what has the name there is left alone.
    /// </summary>
    /// <param name="path">The path from the root, with forward slashes.</param>
    /// <returns>Why it is not reached; null if it is.</returns>
    public string? GoToNew(string path) => Go(path, isNew: true);

    /// <summary>Lets the folders that were made stay.</summary>
    public void KeepFolders()
    {
        foreach (var (parent, _) in _created)
        {
            parent.Flush();
        }

        _created.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (parent, name) in Enumerable.Reverse(_created))
        {
            parent.RemoveFolder(name);
        }

        _opened.ForEach(folder => folder.Dispose());
    }

    private string? Go(string path, bool isNew)
    {
        var pending = new Stack<string>();
        Push(path, pending);
        var links = 0;
        while (pending.TryPop(out var name))
        {
            if (name == "..")
            {
                if (_way.Count == 0)
                {
                    return LeadsOut;
                }

                _way.RemoveAt(_way.Count - 1);
            }
            else if (isNew && pending.Count == 0)
            {
                Name = name;
                return null;
            }
            else if (Folder.LinkTarget(name) is { } target)
            {
                if (++links > MaximumLinks)
                {
                    return Missing;
                }

                if (Follow(target, pending) is { } refusal)
                {
                    return refusal;
                }
            }
            else if (pending.Count == 0)
            {
                Name = name;
                return null;
            }
            else
            {
                Enter(name, isNew);
            }
        }

        return "is a directory";
    }

    private void Enter(string name, bool isNew)
    {
        var parent = Folder;
        if (isNew && parent.StatusOf(name) is null && parent.CreateFolder(name))
        {
            _created.Add((parent, name));
        }

        var folder = parent.OpenFolder(name);
        _opened.Add(folder);
        _way.Add((folder, name));
    }

    /// <summary>
    /// Puts what a link says on the way. One that starts elsewhere is resolved by its path, to tell what place beneath the root
    /// it means; that is gone to from the root again.
    /// </summary>
    private string? Follow(string target, Stack<string> pending)
    {
        if (!Path.IsPathRooted(target) && !ClimbsOut(target))
        {
            Push(target, pending);
            return null;
        }

        var absolute = Path.GetFullPath(target, Path.Combine([_root, .. _way.Select(step => step.Name)]));
        if (RealPath.Resolve(absolute) is not { } real)
        {
            return RootedPath.Within(_root, absolute) is null ? LeadsOut : Missing;
        }

        if (RootedPath.Within(_root, real) is not { } inside)
        {
            return LeadsOut;
        }

        _way.Clear();
        Push(inside.Relative, pending);
        return null;
    }

    private bool ClimbsOut(string target)
    {
        var depth = _way.Count;
        return Split(target).Any(name => (depth += name == ".." ? -1 : 1) < 0);
    }

    private static void Push(string path, Stack<string> pending)
    {
        foreach (var name in Split(path).Reverse())
        {
            pending.Push(name);
        }
    }

    private static IEnumerable<string> Split(string path) =>
        path.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".");
}
