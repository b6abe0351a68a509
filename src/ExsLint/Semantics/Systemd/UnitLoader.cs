using System.Collections.Immutable;
using ExsLint.Syntax.Systemd;

namespace ExsLint.Semantics.Systemd;

/// <summary>Reads a unit with the drop-ins beside it.</summary>
public static class UnitLoader
{
    private const string DropInSuffix = ".conf";

    /// <summary>
    /// The folders of a system's units in the order in which systemd searches them (systemd.unit(5), 'Unit File Load Path';
    /// lookup_paths_init() in src/basic/path-lookup.c).
    /// </summary>
    public static readonly ImmutableArray<string> SystemFolders =
    [
        "etc/systemd/system.control", "run/systemd/system.control", "run/systemd/transient", "run/systemd/generator.early",
        "etc/systemd/system", "etc/systemd/system.attached", "run/systemd/system", "run/systemd/system.attached", "run/systemd/generator",
        "usr/local/lib/systemd/system", "usr/lib/systemd/system", "lib/systemd/system", "run/systemd/generator.late",
    ];

    /// <summary>Those of the units of users' managers, but for the folders of each user (systemd.unit(5), table 2).</summary>
    public static readonly ImmutableArray<string> UserFolders =
    [
        "etc/xdg/systemd/user", "etc/systemd/user", "run/systemd/user", "usr/local/share/systemd/user", "usr/share/systemd/user",
        "usr/local/lib/systemd/user", "usr/lib/systemd/user",
    ];

    /// <summary>Reads and parses a unit.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <param name="host">A system whose drop-ins are read behind those beside the file; null for none.</param>
    /// <returns>The unit, or null if its own file cannot be read.</returns>
    public static UnitFiles? Load(IProjectFiles files, string path, UnitHost? host) =>
        Load(files, path, host is null ? null : host.Files ?? files);

    /// <summary>Reads and parses a unit.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <param name="host">The root of a system whose drop-ins are read behind those beside the file; null for none.</param>
    /// <returns>The unit, or null if its own file cannot be read.</returns>
    public static UnitFiles? Load(IProjectFiles files, string path, IProjectFiles? host = null)
    {
        if (files.Read(path) is not { } main)
        {
            return null;
        }

        var slash = path.LastIndexOf('/');
        var scope = UnitScopes.OfPath($"{files.Place}/{path}");
        var systemFolders = scope == UnitScope.User ? UserFolders : SystemFolders;

        // A unit in one of the system's folders has no folder before those.
        var isOfSystem = files == host && slash > 0 && systemFolders.Contains(path[..slash]);
        List<(IProjectFiles Files, string Folder)> folders = isOfSystem ? [] : [(files, path[..(slash + 1)])];
        if (host is not null)
        {
            folders.AddRange(systemFolders.Select(folder => (host, folder + "/")));
        }

        var name = UnitName.Parse(path[(slash + 1)..]);
        return new UnitFiles(name, UnitParser.Parse(main), LoadDropIns(folders, UnitAliases.NamesOf(folders, name)))
        {
            Scope = scope,
        };
    }

    /// <summary>The unit that a drop-in most directly adds to: <c>a.service</c> for <c>a.service.d/x.conf</c>; null for other paths.</summary>
    public static string? FindUnitOfDropIn(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash > 0 && path.EndsWith(DropInSuffix, StringComparison.Ordinal) && path[..slash] is var folder
            && folder.EndsWith(".d", StringComparison.Ordinal)
            ? folder[..^2]
            : null;
    }

    private static ImmutableArray<UnitSyntaxTree> LoadDropIns(List<(IProjectFiles Files, string Folder)> folders, ImmutableArray<UnitName> names)
    {
        // The same file name in an earlier folder masks this one; what is left applies in the order of file names.
        var paths = new SortedDictionary<string, (IProjectFiles Files, string Path)>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            AddDropIns(folders, name.DropInFolders(isOfType: false), paths);
        }

        AddDropIns(folders, names[0].DropInFolders(isOfType: true), paths);
        return [.. paths.Values.Select(dropIn => dropIn.Files.Read(dropIn.Path)).OfType<Text.SourceFile>().Select(UnitParser.Parse)];
    }

    private static void AddDropIns(
        List<(IProjectFiles Files, string Folder)> folders,
        ImmutableArray<string> dropInFolders,
        SortedDictionary<string, (IProjectFiles Files, string Path)> paths)
    {
        foreach (var (files, folder) in folders)
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
