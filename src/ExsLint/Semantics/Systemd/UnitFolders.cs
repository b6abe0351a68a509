using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.State;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// The folders in which a unit's drop-ins are looked for. What is found in them is kept, so that each is listed a fixed number of times,
/// however many units are in it.
/// </summary>
/// <param name="places">The folders, with a slash at their ends, in the order in which they are searched.</param>
internal sealed class UnitFolders(ImmutableArray<(IProjectFiles Files, string Folder)> places)
{
    private const string DropInFolderSuffix = ".d";
    private const string DropInSuffix = ".conf";

    private readonly Dictionary<string, ImmutableArray<(IProjectFiles Files, string Path)>> _dropIns = new(StringComparer.Ordinal);
    private ImmutableArray<HashSet<string>> _folders;
    private ILookup<(string Prefix, string Type), string>? _instances;
    private UnitAliases? _aliases;

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
        return Folders.Any(names => names.Count > 0) ? (_aliases ??= new UnitAliases(places)).NamesOf(name) : [name];
    }

    /// <summary>
    /// The drop-ins of a unit with these names. The same file name in an earlier folder masks one in a later; what is left applies in
    /// the order of file names.
    /// </summary>
    public ImmutableArray<(IProjectFiles Files, string Path)> DropInsOf(ImmutableArray<UnitName> names)
    {
        if (!_dropIns.TryGetValue(names[0].Text, out var found))
        {
            var paths = new SortedDictionary<string, (IProjectFiles Files, string Path)>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                AddDropIns(name.DropInFolders(isOfType: false), paths);
            }

            AddDropIns(names[0].DropInFolders(isOfType: true), paths);
            _dropIns.Add(names[0].Text, found = [.. paths.Values]);
        }

        return found;
    }

    /// <summary>The instances of a template that have drop-ins of their own and no file of their own, sorted.</summary>
    public ImmutableArray<UnitName> InstancesOf(UnitName template)
    {
        _instances ??= Folders.SelectMany(names => names)
            .Select(folder => UnitName.Parse(folder[..^DropInFolderSuffix.Length]))
            .Where(name => name.Instance is { Length: > 0 })
            .ToLookup(name => (name.Prefix, name.Type), name => name.Instance!);
        return
        [
            .. template.Prefixes().SelectMany(prefix => _instances[(prefix, template.Type)])
                .Select(instance => UnitName.Parse($"{template.Prefix}@{instance}.{template.Type}"))
                .DistinctBy(instance => instance.Text)
                .Where(instance => !places.Any(place => place.Files.FileExists(place.Folder + instance.Text)))
                .OrderBy(instance => instance.Text, StringComparer.Ordinal),
        ];
    }

    // The folders of drop-ins in each place.
    private ImmutableArray<HashSet<string>> Folders => _folders.IsDefault
        ? _folders =
        [
            .. places.Select(place => place.Files.ListFolders(place.Folder.TrimEnd('/'))
                .Where(name => name.EndsWith(DropInFolderSuffix, StringComparison.Ordinal))
                .ToHashSet(StringComparer.Ordinal)),
        ]
        : _folders;

    private void AddDropIns(ImmutableArray<string> dropInFolders, SortedDictionary<string, (IProjectFiles Files, string Path)> paths)
    {
        foreach (var (files, folder) in places)
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

/// <summary>What was found in folders of units, kept for one look at a tree that does not change meanwhile.</summary>
public sealed class UnitFolderCache
{
    private readonly Dictionary<(IProjectFiles Files, string Folder, IProjectFiles? Host, UnitScope Scope), UnitFolders> _folders = [];
    private readonly Dictionary<IProjectFiles, ProjectAround> _projects = [];

    /// <summary>The projects of a tree.</summary>
    internal ProjectAround ProjectsOf(IProjectFiles files)
    {
        if (!_projects.TryGetValue(files, out var projects))
        {
            _projects.Add(files, projects = new ProjectAround(files));
        }

        return projects;
    }

    /// <summary>The folders in which the drop-ins of a unit are looked for.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <param name="host">The tree of a system whose drop-ins are read behind those beside the file; null for none.</param>
    /// <param name="scope">The manager that reads the unit.</param>
    internal UnitFolders Of(IProjectFiles files, string path, IProjectFiles? host, UnitScope scope)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var key = (files, folder, host, scope);
        if (!_folders.TryGetValue(key, out var folders))
        {
            folders = UnitFolders.Of(files, folder, host, scope == UnitScope.User ? UnitLoader.UserFolders : UnitLoader.SystemFolders);
            _folders.Add(key, folders);
        }

        return folders;
    }
}
