using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// The other names of a unit: links in the folders of units that lead to its file, as <c>systemctl enable</c> makes them for <c>Alias=</c>
/// (systemd.unit(5); unit_file_build_name_map() of src/shared/unit-file.c).
/// </summary>
internal static class UnitAliases
{
    private const string DropInFolderSuffix = ".d";
    private const int MaximumLinks = 40;

    // systemd.unit(5): links in these make a unit depend on another one, and give it no name.
    private static readonly string[] DependencyFolderSuffixes = [".wants", ".requires", ".upholds"];

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
            && IsLike(UnitName.Parse(name), UnitName.Parse(ownName))
            && (folder == ownFolder || (name == ownName && IsOfDependencies(folder)));
    }

    /// <summary>
    /// The name of the unit's own file, then its other names, sorted: systemd keeps these in no order. Where there are no drop-ins at all,
    /// nobody needs them, and only the name itself is given.
    /// </summary>
    /// <param name="folders">The folders of units, with a slash at their ends, in the order in which they are searched.</param>
    /// <param name="name">One of the unit's names.</param>
    public static ImmutableArray<UnitName> NamesOf(IReadOnlyList<(IProjectFiles Files, string Folder)> folders, UnitName name)
    {
        if (!folders.Any(place => place.Files.ListFolders(place.Folder.TrimEnd('/')).Any(folder => folder.EndsWith(DropInFolderSuffix, StringComparison.Ordinal))))
        {
            return [name];
        }

        var links = LinksIn(folders, name);
        var own = EndOf(name.Text, links);
        return [UnitName.Parse(own), .. links.Keys.Where(link => EndOf(link, links) == own).Order(StringComparer.Ordinal).Select(UnitName.Parse)];
    }

    /// <summary>The names that are links to units of the same kind, and what they lead to; the first folder that holds a name counts.</summary>
    private static Dictionary<string, string> LinksIn(IReadOnlyList<(IProjectFiles Files, string Folder)> folders, UnitName name)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (files, folder) in folders)
        {
            foreach (var file in files.ListFiles(folder.TrimEnd('/')).Where(file => IsLike(UnitName.Parse(file), name) && seen.Add(file)))
            {
                if (files.LinkTarget(folder + file) is { } target
                    && Split(target) is var (place, unit)
                    && folders.Contains((files, place)) && unit != file && IsLike(UnitName.Parse(unit), name))
                {
                    links.Add(file, unit);
                }
            }
        }

        return links;
    }

    /// <summary>Whether one can be another name of the other: both of a type, and both templates or neither.</summary>
    private static bool IsLike(UnitName left, UnitName right) => left.Type == right.Type && left.Instance == right.Instance && left.Instance is null or "";

    /// <summary>The folder, with a slash at its end, and the name in it.</summary>
    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/') + 1;
        return (path[..slash], path[slash..]);
    }

    private static bool IsOfDependencies(string folder) =>
        DependencyFolderSuffixes.Any(suffix => folder.EndsWith(suffix + "/", StringComparison.Ordinal));

    private static string EndOf(string name, Dictionary<string, string> links)
    {
        for (var i = 0; i < MaximumLinks && links.TryGetValue(name, out var next); i++)
        {
            name = next;
        }

        return name;
    }
}
