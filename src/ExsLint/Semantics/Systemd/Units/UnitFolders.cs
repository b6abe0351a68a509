using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>
/// The folders in which a unit's drop-ins are looked for. What is found in them is kept, so that each is listed a fixed number of
/// times, however many units are in it.
/// </summary>
internal sealed class UnitFolders
{
    private const string DropInFolderSuffix = ".d";
    private const string DropInSuffix = ".conf";

    private readonly ImmutableArray<(IProjectFiles Files, string Folder)> _places;
    private readonly ConcurrentDictionary<string,
    ImmutableArray<(IProjectFiles Files, string Path)>> _dropIns = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<HashSet<string>>> _folders;
    private readonly Lazy<ILookup<(string Prefix, string Type), string>> _instances;
    private readonly Lazy<UnitAliases> _aliases;

    /// <summary>Folders that are looked into when somebody asks.</summary>
    /// <param name="places">The folders, with a slash at their ends, in the order in which they are searched.</param>
    public UnitFolders(ImmutableArray<(IProjectFiles Files, string Folder)> places)
    {
        _places = places;
        _folders = new(FindFolders);
        _instances = new(FindInstances);
        _aliases = new(() => new UnitAliases(places));
    }

    /// <summary>The folders of a unit.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="folder">The folder of the unit's own file, with a slash at its end; empty for the root.</param>
    /// <param name="host">The tree of a system whose drop-ins are read behind those beside the file; null for none.</param>
    /// <param name="systemFolders">The folders of that system.</param>
    public static UnitFolders Of(IProjectFiles files, string folder, IProjectFiles? host, ImmutableArray<string> systemFolders)
    {
        // A unit in one of the system's folders has no folder before those.
        var isOfSystem = files == host && folder.Length > 1 && systemFolders.Contains(folder[..^1]);
        return new UnitFolders(
        [
            .. isOfSystem ? Array.Empty<(IProjectFiles, string)>() : [(files, folder)],
            .. host is null ? [] : systemFolders.Select(name => (host, name + "/")),
        ]);
    }

    /// <summary>The name of a unit's own file, then its other names.</summary>
    public ImmutableArray<UnitName> NamesOf(UnitName name)
    {
        // Where there are no drop-ins at all, nobody needs the others.
        return _folders.Value.Any(names => names.Count > 0) ? _aliases.Value.NamesOf(name) : [name];
    }

    /// <summary>
    /// The drop-ins of a unit with these names. The same file name in an earlier folder masks one in a later; what is left
    /// applies in the order of file names.
    /// </summary>
    public ImmutableArray<(IProjectFiles Files, string Path)> DropInsOf(ImmutableArray<UnitName> names) =>
        _dropIns.GetOrAdd(names[0].Text, _ => FindDropIns(names));

    /// <summary>The instances of a template that have drop-ins of their own and no file of their own, sorted.</summary>
    public ImmutableArray<UnitName> InstancesOf(UnitName template)
    {
        var instances = _instances.Value;
        return
        [
            .. template.Prefixes().SelectMany(prefix => instances[(prefix, template.Type)])
                .Select(instance => UnitName.Parse($"{template.Prefix}@{instance}.{template.Type}"))
                .DistinctBy(instance => instance.Text)
                .Where(instance => !_places.Any(place => place.Files.FileExists(place.Folder + instance.Text)))
                .OrderBy(instance => instance.Text, StringComparer.Ordinal),
        ];
    }

    // The folders of drop-ins in each place.
    private ImmutableArray<HashSet<string>> FindFolders() =>
    [
        .. _places.Select(place => place.Files.ListFolders(place.Folder.TrimEnd('/'))
            .Where(name => name.EndsWith(DropInFolderSuffix, StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal)),
    ];

    private ILookup<(string Prefix, string Type), string> FindInstances() => _folders.Value.SelectMany(names => names)
        .Select(folder => UnitName.Parse(folder[..^DropInFolderSuffix.Length]))
        .Where(name => name.Instance is { Length: > 0 })
        .ToLookup(name => (name.Prefix, name.Type), name => name.Instance!);

    private ImmutableArray<(IProjectFiles Files, string Path)> FindDropIns(ImmutableArray<UnitName> names)
    {
        var paths = new SortedDictionary<string, (IProjectFiles Files, string Path)>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            AddDropIns(name.DropInFolders(isOfType: false), paths);
        }

        AddDropIns(names[0].DropInFolders(isOfType: true), paths);
        return [.. paths.Values];
    }

    private void AddDropIns(
        ImmutableArray<string> dropInFolders, SortedDictionary<string, (IProjectFiles Files, string Path)> paths)
    {
        foreach (var (files, folder) in _places)
        {
            foreach (var dropInFolder in dropInFolders)
            {
                foreach (var file in files.ListFiles(folder + dropInFolder))
                {
                    if (file.EndsWith(DropInSuffix, StringComparison.Ordinal) && file[0] != '.')
                    {
                        paths.TryAdd(file, (files, $"{folder}{dropInFolder}/{file}"));
                    }
                }
            }
        }
    }
}

/// <summary>
/// What was found in folders of units, kept for one look at a tree that does not change meanwhile. Any number of threads may ask.
/// </summary>
/// <param name="parse">Gives the tree of a unit's text.</param>
public sealed class UnitFolderCache(Func<SourceFile, UnitSyntaxTree> parse)
{
    private readonly ConcurrentDictionary<(IProjectFiles Files, string Folder, IProjectFiles? Host, UnitScope Scope),
    UnitFolders> _folders = [];
    private readonly ConcurrentDictionary<IProjectFiles, ProjectAround> _projects = [];

    /// <summary>What is found, with each text parsed when it is met.</summary>
    public UnitFolderCache()
        : this(UnitParser.Parse)
    {
    }

    /// <summary>The tree of a unit's text.</summary>
    internal UnitSyntaxTree TreeOf(SourceFile file) => parse(file);

    /// <summary>The projects of a tree.</summary>
    internal ProjectAround ProjectsOf(IProjectFiles files) => _projects.GetOrAdd(files, tree => new ProjectAround(tree));

    /// <summary>The folders in which the drop-ins of a unit are looked for.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <param name="host">The tree of a system whose drop-ins are read behind those beside the file; null for none.</param>
    /// <param name="scope">The manager that reads the unit.</param>
    internal UnitFolders Of(IProjectFiles files, string path, IProjectFiles? host, UnitScope scope) => _folders.GetOrAdd(
        (files, path[..(path.LastIndexOf('/') + 1)], host, scope),
        key =>
            UnitFolders.Of(files, key.Folder, host, scope == UnitScope.User ? UnitLoader.UserFolders : UnitLoader.SystemFolders));
}
