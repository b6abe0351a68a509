using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Commands;

/// <summary>A unit that <c>exslint unit</c> was asked about, or why there is none.</summary>
/// <param name="Place">The path, as the user would write it.</param>
/// <param name="Files">The unit, read and parsed; null where there is trouble.</param>
internal sealed record FoundUnit(string Place, UnitFiles? Files = null)
{
    /// <summary>What is the trouble.</summary>
    public string? Trouble { get; init; }

    /// <summary>How bad it is.</summary>
    public DiagnosticLevel Level { get; init; } = DiagnosticLevel.Error;

    /// <summary>The name of a unit that cannot be read; null where the path is that of no unit.</summary>
    public string? Unreadable { get; init; }
}

/// <summary>
/// Finds, reads and parses the units that <c>exslint unit</c> was asked about. It may run on a thread of its own.
/// </summary>
internal sealed class UnitSearch(UnitOptions options)
{
    private readonly Dictionary<string, UnitTree> _trees = new(StringComparer.Ordinal);
    private readonly FaultBarrier _barrier = new();
    private readonly UnitFolderCache _folders = new();
    private readonly UnitTree? _host = options.Systemd.Root is { } root ? new UnitTree(root, isSystem: true) : null;

    /// <summary>The units, in the order in which they were asked for.</summary>
    public IEnumerable<FoundUnit> Find() => options.Paths.SelectMany(path =>
        path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? [new FoundUnit("''") { Trouble = "not a path" }]
        : FileKind.Of(path, followsLinks: true, out _) == PathKind.Folder ? FindIn(path)
        : [FindFile(path)]);

    private IEnumerable<FoundUnit> FindIn(string folder)
    {
        var tree = new UnitTree(WithoutDot(folder), isSystem: false);
        var isEmpty = true;
        var unreadable = new List<string>();
        foreach (var path in Walk(tree, unreadable))
        {
            var unit = Load(tree, path);
            isEmpty &= unit.Files is null;
            yield return unit;
        }

        foreach (var path in unreadable)
        {
            yield return new FoundUnit(tree.Locate(path)) { Trouble = "the path is too long", Level = DiagnosticLevel.Warning };
        }

        if (isEmpty)
        {
            yield return new FoundUnit(folder) { Trouble = "no unit in this directory", Level = DiagnosticLevel.Note };
        }
    }

    /// <summary>The units below a folder, those of a folder before those of the folders in it.</summary>
    private static IEnumerable<string> Walk(UnitTree tree, List<string> unreadable)
    {
        var pending = new Stack<string>([""]);
        while (pending.TryPop(out var folder))
        {
            foreach (var name in tree.ListFiles(folder).Where(FileRecognizer.IsUnitName))
            {
                var path = RootedPath.Join(folder, name);
                if (tree.IsMasked(path)
                    || (tree.FileExists(path) && tree.Read(path) is { } file && FileRecognizer.LooksLikeUnit(file)))
                {
                    yield return path;
                }
            }

            foreach (var name in tree.ListFolders(folder).Where(name => name != ".git").Reverse())
            {
                var path = RootedPath.Join(folder, name);

                // The system names nothing by a path of more than 4,096 bytes.
                var kind = FileKind.Of(tree.Locate(path), followsLinks: false, out _);
                if (kind == PathKind.Folder)
                {
                    pending.Push(path);
                }
                else if (kind == PathKind.None)
                {
                    unreadable.Add(path);
                }
            }
        }
    }

    private FoundUnit FindFile(string given)
    {
        // A drop-in stands for its unit.
        var path = UnitLoader.FindUnitOfDropIn(given) is { } unit && (File.Exists(unit) || File.Exists(TemplateOf(unit)))
            ? unit
            : given;
        var name = Path.GetFileName(path);
        return !FileRecognizer.IsUnitName(name)
            ? new FoundUnit(given) { Trouble = "not the name of a systemd unit, like akkoma.service" }
            : name == path && _host is not null && !Path.Exists(path) && FindOnSystem(_host, name) is { } found
                ? Load(_host, found, UnitName.Parse(name))
            : Load(TreeOf(WithoutDot(Path.GetDirectoryName(path) ?? "")), name, path == given ? given : null);
    }

    /// <summary>The file of a unit, else that of its template: in whatever folder it is, the unit's own comes first.</summary>
    private string? FindOnSystem(UnitTree host, string name)
    {
        var folders = options.User ? UnitLoader.UserFolders : UnitLoader.SystemFolders;
        var places = folders.Select(folder => $"{folder}/{name}")
            .Concat(UnitName.Parse(name).Template is { } template ? folders.Select(folder => $"{folder}/{template}") : []);
        return places.FirstOrDefault(path => host.FileExists(path) || host.IsMasked(path));
    }

    private static string? TemplateOf(string unit) =>
        UnitName.Parse(Path.GetFileName(unit)).Template is { } template ? Path.Join(Path.GetDirectoryName(unit), template) : null;

    private FoundUnit Load(UnitTree tree, string path, string? given = null)
    {
        var file = UnitLoader.FindFile(tree, path, out var instance);
        return Load(tree, file, instance, given ?? tree.Locate(file));
    }

    private FoundUnit Load(UnitTree tree, string path, UnitName name) => Load(tree, path, name, tree.Locate(path));

    private FoundUnit Load(UnitTree tree, string path, UnitName? name, string place) =>
        _barrier.Try(place, () => TryLoad(tree, path, name, place))
        ?? new FoundUnit(place) { Trouble = _barrier.Faults[^1].AsWords(), Unreadable = Path.GetFileName(path) };

    private FoundUnit TryLoad(UnitTree tree, string path, UnitName? name, string place) =>
        UnitLoader.Load(tree, path, _host, name, _folders) is { } files
            ? new FoundUnit(place, files)
            : new FoundUnit(place) { Trouble = tree.Trouble ?? "cannot be read", Unreadable = Path.GetFileName(path) };

    private UnitTree TreeOf(string folder)
    {
        if (!_trees.TryGetValue(folder, out var tree))
        {
            tree = new UnitTree(folder, isSystem: false);
            _trees.Add(folder, tree);
        }

        return tree;
    }

    /// <summary>A folder as reports name it: <c>units</c> for <c>./units</c>.</summary>
    private static string WithoutDot(string folder)
    {
        while (folder.StartsWith("./", StringComparison.Ordinal))
        {
            folder = folder[2..].TrimStart('/');
        }

        return folder == "." ? "" : folder;
    }
}
