using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Analysis.Fixing;

/// <summary>
/// Where the drop-ins of units are, and which units belong to a package (systemd.unit(5), unit file load path).
/// </summary>
/// <param name="isSystem">Whether the tree is a system's root or an image of one, with <c>etc</c> and <c>usr/lib</c> in
/// it.</param>
public sealed class DropInLayout(bool isSystem)
{
    /// <summary>
    /// The name of the drop-in that ExsLint writes. It sorts in the middle, so that an administrator's later ones win.
    /// </summary>
    public const string FileName = "50-exslint.conf";

    /// <summary>
    /// The name for a single instance of a template. It differs, because a drop-in of the same name would hide the template's.
    /// </summary>
    public const string InstanceFileName = "51-exslint.conf";

    private static readonly string[] PackageFolders = ["usr/lib/", "lib/systemd/"];

    /// <summary>Whether an absolute path is that of a package's file on this machine.</summary>
    public static bool IsPackagedOnHost(string absolutePath) =>
        new DropInLayout(isSystem: true).IsPackaged(absolutePath.TrimStart('/'));

    /// <summary>Whether the file at a path belongs to a package, whose next update would overwrite it.</summary>
    public bool IsPackaged(string path) =>
        isSystem && PackageFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether a path is that of a drop-in that ExsLint writes.</summary>
    public static bool IsWritten(string path) => NameOf(path) is FileName or InstanceFileName;

    /// <summary>The drop-in to write for a unit: beside it, or in <c>/etc</c> for one of a package.</summary>
    /// <param name="file">The path of the unit's own file.</param>
    /// <param name="name">The unit's name: for an instance, which has its template's file, another one.</param>
    public string PathOf(string file, UnitName name)
    {
        var unit = file[..^NameOf(file).Length] + name.Text;
        var fileName = name.Text == NameOf(file) ? FileName : InstanceFileName;
        return $"{(IsPackaged(unit) ? AdministratorPathOf(unit) : unit)}.d/{fileName}";
    }

    /// <summary>The path of the administrator's unit that replaces a package's; null if there is none.</summary>
    /// <param name="unit">The path of the unit's own file.</param>
    /// <param name="files">The tree.</param>
    public string? ReplacementOf(string unit, IProjectFiles files) =>
        IsPackaged(unit) && AdministratorPathOf(unit) is var path && files.FileExists(path) ? path : null;

    /// <summary>The tree as if all drop-ins of a package's unit stood beside it.</summary>
    public IProjectFiles Show(IProjectFiles files) => isSystem ? new View(files, this) : files;

    /// <summary>The place in <c>/etc</c> that stands for a path of a package.</summary>
    private static string AdministratorPathOf(string path) => $"etc/systemd/{ScopeOf(path)}/{NameOf(path)}";

    private static string ScopeOf(string path) => path.Contains("/systemd/user/", StringComparison.Ordinal) ? "user" : "system";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private sealed class View(IProjectFiles files, DropInLayout layout) : IProjectFiles
    {
        public string Place => files.Place;

        public bool FileExists(string path) => files.FileExists(Find(path));

        public SourceFile? Read(string path) => files.Read(Find(path));

        public string? ReadStart(string path, int maxLength) => files.ReadStart(Find(path), maxLength);

        public string? LinkTarget(string path) => files.LinkTarget(path);

        public UnixFileMode? ModeOf(string path) => files.ModeOf(path);

        public bool IsLink(string path) => files.IsLink(path);

        public string CanonicalPath(string path) => files.CanonicalPath(path);

        public IReadOnlyList<string> ListFiles(string folder) => !IsOfDropIns(folder)
            ? files.ListFiles(folder)
            : [.. FoldersOf(folder).SelectMany(files.ListFiles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        /// <remarks>Beside a package's units are the folders of drop-ins that others have for them.</remarks>
        public IReadOnlyList<string> ListFolders(string folder)
        {
            var own = files.ListFolders(folder);
            if (!layout.IsPackaged(folder + "/") || NameOf(folder) is not ("system" or "user"))
            {
                return own;
            }

            string[] others = [$"etc/systemd/{NameOf(folder)}", $"run/systemd/{NameOf(folder)}"];
            return
            [
                .. others.SelectMany(files.ListFolders).Where(name => name.EndsWith(".d", StringComparison.Ordinal))
                    .Concat(own)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
        }

        public IReadOnlyList<string> ListOthers(string folder) => files.ListOthers(folder);

        public string ShownPath(string path) => files.ShownPath(path);

        public bool IsIgnored(string path) => files.IsIgnored(path);

        public bool? IsTracked(string path) => files.IsTracked(path);

        public bool MatchesIgnorePattern(string path, bool isFolder) => files.MatchesIgnorePattern(path, isFolder);

        public string? ReadHead(string path, int maxLength) => files.ReadHead(Find(path), maxLength);

        private bool IsOfDropIns(string folder) => folder.EndsWith(".d", StringComparison.Ordinal) && layout.IsPackaged(folder);

        /// <summary>
        /// The same folder of drop-ins everywhere systemd looks; what is in an earlier one hides its namesakes.
        /// </summary>
        private static IEnumerable<string> FoldersOf(string folder) =>
            [AdministratorPathOf(folder), $"run/systemd/{ScopeOf(folder)}/{NameOf(folder)}", folder];

        private string Find(string path)
        {
            var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
            return IsOfDropIns(folder)
                ? FoldersOf(folder).Select(place => $"{place}/{NameOf(path)}").FirstOrDefault(files.FileExists) ?? path
                : path;
        }
    }
}
