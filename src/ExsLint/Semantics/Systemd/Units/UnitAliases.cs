using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>
/// The other names of a unit: links in the folders of units that lead to its file, as <c>systemctl enable</c> makes them for
/// <c>Alias=</c>
/// (systemd.unit(5); unit_file_build_name_map() of src/shared/unit-file.c).
/// </summary>
internal sealed class UnitAliases
{
    private const int MaximumLinks = 40;

    // systemd.unit(5): links in these make a unit depend on another one, and give it no name.
    private static readonly string[] DependencyFolderSuffixes = [".wants", ".requires", ".upholds"];

    private readonly ImmutableArray<(IProjectFiles Files, string Folder)> _folders;
    private readonly ILookup<(string Type, bool IsTemplate), (IProjectFiles Files, string Folder, string Name)> _files;
    private readonly ConcurrentDictionary<(string Type, bool IsTemplate), Links> _links = [];

    /// <summary>Lists folders of units.</summary>
    /// <param name="folders">The folders, with a slash at their ends, in the order in which they are searched.</param>
    public UnitAliases(ImmutableArray<(IProjectFiles Files, string Folder)> folders)
    {
        _folders = folders;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _files = folders
            .SelectMany(
                place => place.Files.ListFiles(place.Folder.TrimEnd('/')).Select(name => (place.Files, place.Folder, name)))
            .Where(file => seen.Add(file.name))
            .Select(file => (Unit: UnitName.Parse(file.name), File: file))
            .Where(file => CanHaveOthers(file.Unit))
            .ToLookup(file => KindOf(file.Unit), file => file.File);
    }

    /// <summary>
    /// Whether a link is nothing but another name of a unit: what there is to be said of it, that unit's own file tells.
    /// </summary>
    /// <param name="link">The link's path.</param>
    /// <param name="file">The path of the unit's own file.</param>
    public static bool IsOtherName(string link, string file)
    {
        var (folder, name) = Split(link);
        var (ownFolder, ownName) = Split(file);
        return link != file
            && UnitName.Parse(name) is var other && CanHaveOthers(other)
            && UnitName.Parse(ownName) is var own && CanHaveOthers(own) && KindOf(other) == KindOf(own)
            && (folder == ownFolder || (name == ownName && IsOfDependencies(folder)));
    }

    /// <summary>The name of the unit's own file, then its other names, sorted: systemd keeps these in no order.</summary>
    /// <param name="name">One of the unit's names.</param>
    public ImmutableArray<UnitName> NamesOf(UnitName name) => CanHaveOthers(name)
        ? _links.GetOrAdd(KindOf(name), _ => new Links(FindLinks(name))).NamesOf(name.Text)
        : [name];

    /// <summary>
    /// The names that are links to units of the same kind, and what they lead to; the first folder that holds a name counts.
    /// </summary>
    private Dictionary<string, string> FindLinks(UnitName name)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (files, folder, file) in _files[KindOf(name)])
        {
            if (files.LinkTarget(folder + file) is { } target
                && _folders.Contains((files, target[..(target.LastIndexOf('/') + 1)]))
                && target[(target.LastIndexOf('/') + 1)..] is var unit && unit != file
                && UnitName.Parse(unit) is var other && CanHaveOthers(other) && KindOf(other) == KindOf(name))
            {
                links.Add(file, unit);
            }
        }

        return links;
    }

    // One can be another name of the other where both are of a type, and both templates or neither; an instance has its
    // template's names.
    private static (string Type, bool IsTemplate) KindOf(UnitName name) => (name.Type, name.Instance is not null);

    /// <summary>The folder, with a slash at its end, and the name in it.</summary>
    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/') + 1;
        return (path[..slash], path[slash..]);
    }

    private static bool IsOfDependencies(string folder) =>
        DependencyFolderSuffixes.Any(suffix => folder.EndsWith(suffix + "/", StringComparison.Ordinal));

    private static bool CanHaveOthers(UnitName name) => name.Instance is null or "";

    /// <summary>Links among units of a kind.</summary>
    private sealed class Links
    {
        private readonly Dictionary<string, string> _targets;
        private readonly ILookup<string, string> _links;
        private readonly ConcurrentDictionary<string, ImmutableArray<UnitName>> _names = new(StringComparer.Ordinal);

        public Links(Dictionary<string, string> targets)
        {
            _targets = targets;
            _links = targets.Keys.Order(StringComparer.Ordinal).ToLookup(EndOf, StringComparer.Ordinal);
        }

        /// <summary>The name at the end of the links that start at a name, then the links that end there, sorted.</summary>
        public ImmutableArray<UnitName> NamesOf(string name) =>
            _names.GetOrAdd(EndOf(name), own => [UnitName.Parse(own), .. _links[own].Select(UnitName.Parse)]);

        /// <summary>The name at the end of the links.</summary>
        private string EndOf(string name)
        {
            for (var i = 0; i < MaximumLinks && _targets.TryGetValue(name, out var next); i++)
            {
                name = next;
            }

            return name;
        }
    }
}
