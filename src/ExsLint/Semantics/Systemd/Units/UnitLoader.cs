using System.Collections.Immutable;
using ExsLint.Syntax.Systemd;

namespace ExsLint.Semantics.Systemd.Units;

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
        "etc/systemd/system", "etc/systemd/system.attached", "run/systemd/system", "run/systemd/system.attached",
        "run/systemd/generator",
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
    /// <param name="instance">
    /// The instance that is meant, where the file is a template; null for what the file's name says.
    /// </param>
    /// <param name="folders">What is known of the folders of units; null for nothing.</param>
    /// <returns>The unit, or null if its own file cannot be read.</returns>
    public static UnitFiles? Load(
        IProjectFiles files, string path, UnitHost? host, UnitName? instance = null, UnitFolderCache? folders = null) =>
        Load(files, path, TreeOf(files, host), instance, folders);

    /// <summary>Reads and parses a unit.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <param name="host">The root of a system whose drop-ins are read behind those beside the file; null for none.</param>
    /// <param name="instance">
    /// The instance that is meant, where the file is a template; null for what the file's name says.
    /// </param>
    /// <param name="folders">What is known of the folders of units; null for nothing.</param>
    /// <returns>The unit, or null if its own file cannot be read.</returns>
    public static UnitFiles? Load(
        IProjectFiles files, string path, IProjectFiles? host = null, UnitName? instance = null, UnitFolderCache? folders = null)
    {
        if (files.Read(path) is not { } main)
        {
            return null;
        }

        folders ??= new UnitFolderCache();
        var places = FoldersOf(files, path, host, folders);
        var name = instance ?? NameOf(path);
        var (dropIns, unreadable) = LoadDropIns(places.DropInsOf(places.NamesOf(name)), folders);
        return new UnitFiles(name, folders.TreeOf(main), dropIns)
        {
            Tree = files,
            Projects = folders.ProjectsOf(files),
            Path = path,
            Scope = ScopeOf(files, path),
            UnreadableDropIns = unreadable,
        };
    }

    /// <summary>
    /// The instances of a template that have drop-ins of their own and no file of their own, sorted; empty for what is no
    /// template.
    /// </summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the template.</param>
    /// <param name="host">A system whose drop-ins count as well; null for none.</param>
    /// <param name="folders">What is known of the folders of units; null for nothing.</param>
    public static ImmutableArray<UnitName> InstancesOf(
        IProjectFiles files, string path, UnitHost? host, UnitFolderCache? folders = null)
    {
        var name = NameOf(path);
        return name.Instance is "" ? FoldersOf(files, path, TreeOf(files, host), folders).InstancesOf(name) : [];
    }

    /// <summary>The paths of all drop-ins of a unit, and of those of its instances if it is a template.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <param name="host">A system whose drop-ins count as well; null for none.</param>
    /// <param name="folders">What is known of the folders of units; null for nothing.</param>
    public static IEnumerable<string> DropInsOf(
        IProjectFiles files, string path, UnitHost? host, UnitFolderCache? folders = null) =>
        InstancesOf(files, path, host, folders)
        .Prepend(null)
        .SelectMany(instance => Load(files, path, host, instance, folders)?.DropIns ?? [])
        .Select(dropIn => dropIn.File.Path)
        .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The path of a unit's own file: that of its template for an instance that has none. The file may not be there either.
    /// </summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path that its name stands for.</param>
    /// <param name="instance">The instance, where the path is a template's; else null.</param>
    public static string FindFile(IProjectFiles files, string path, out UnitName? instance)
    {
        var name = NameOf(path);
        var template = name.Template is { } text ? path[..(path.LastIndexOf('/') + 1)] + text : null;
        instance = template is not null && !files.FileExists(path) && files.FileExists(template) ? name : null;
        return instance is null ? path : template!;
    }

    /// <summary>
    /// The unit that a drop-in most directly adds to: <c>a.service</c> for <c>a.service.d/x.conf</c>; null for other paths.
    /// </summary>
    public static string? FindUnitOfDropIn(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash > 0 && path.EndsWith(DropInSuffix, StringComparison.Ordinal) && path[..slash] is var folder
            && folder.EndsWith(".d", StringComparison.Ordinal)
            ? folder[..^2]
            : null;
    }

    private static IProjectFiles? TreeOf(IProjectFiles files, UnitHost? host) => host is null ? null : host.Files ?? files;

    private static UnitScope ScopeOf(IProjectFiles files, string path) => UnitScopes.OfPath($"{files.Place}/{path}");

    private static UnitName NameOf(string path) => UnitName.Parse(path[(path.LastIndexOf('/') + 1)..]);

    private static UnitFolders FoldersOf(IProjectFiles files, string path, IProjectFiles? host, UnitFolderCache? known) =>
        (known ?? new UnitFolderCache()).Of(files, path, host, ScopeOf(files, path));

    private static (ImmutableArray<UnitSyntaxTree> Read, ImmutableArray<string> Unreadable) LoadDropIns(
        ImmutableArray<(IProjectFiles Files, string Path)> paths, UnitFolderCache folders)
    {
        var sources = paths.Select(dropIn => (dropIn.Path, Source: dropIn.Files.Read(dropIn.Path))).ToList();
        return (
            [.. sources.Select(dropIn => dropIn.Source).OfType<Text.SourceFile>().Select(folders.TreeOf)],
            [.. sources.Where(dropIn => dropIn.Source is null).Select(dropIn => dropIn.Path)]);
    }
}
