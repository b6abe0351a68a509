using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// The one answer to whether a path of the tree exists. <c>File.exists?</c>, <c>File.read</c> and <c>import_config</c> all ask
/// here, so that a guarded import never contradicts its guard.
/// </summary>
/// <param name="files">The tree.</param>
/// <param name="changes">What the configuration itself may have changed of it.</param>
internal sealed class FilePresence(IProjectFiles files, FileChanges changes)
{
    private const string Secret = ".secret.exs";

    /// <summary>A name within any folder: a pattern of git's that ends in a slash ignores what stands in folders only.</summary>
    private const string AnyName = "/\u0001";

    /// <summary>Whether a regular file stands at a path.</summary>
    public Presence OfFile(string path) => Of(path, asFile: true, asFolder: false);

    /// <summary>Whether a file, a folder, or either stands at a path.</summary>
    /// <param name="path">A path of the tree.</param>
    /// <param name="asFile">Whether a regular file counts.</param>
    /// <param name="asFolder">Whether a folder counts.</param>
    public Presence Of(string path, bool asFile, bool asFolder)
    {
        if (changes.MayConcern(path))
        {
            return Presence.Unknown;
        }

        return (asFile && files.FileExists(path)) || (asFolder && FolderExists(path)) ? Presence.Present
            : MayBeElsewhere(path, asFolder) || TreeGlob.IsLink(files, path) ? Presence.Unknown
            : Presence.Absent;
    }

    /// <summary>Whether a folder of the tree stands at a path; the tree's root does.</summary>
    public bool FolderExists(string path) =>
        path.Length == 0 || files.ListFolders(TreePath.FolderOf(path)).Contains(TreePath.NameOf(path));

    /// <summary>
    /// Whether a file that is not there may still be on the machine: git ignores it, or its name says that it is secret.
    /// </summary>
    public bool MayBeElsewhere(string path) => MayBeElsewhere(path, asFolder: false);

    private bool MayBeElsewhere(string path, bool asFolder) =>
        !IsExportOfInstance(path)
        && (path.EndsWith(Secret, StringComparison.Ordinal)
            || files.IsIgnored(path)
            || (asFolder && files.IsIgnored(path + AnyName)));

    /// <summary>
    /// Whether a path is what <c>mix pleroma.config migrate_from_db</c> writes beside an instance's own secret file. Where that
    /// one is in the tree, the tree is the running instance's, and what it lacks is truly absent.
    /// </summary>
    private bool IsExportOfInstance(string path) =>
        path.EndsWith(ConfigFile.ExportedSuffix, StringComparison.Ordinal)
        && files.FileExists(string.Concat(path.AsSpan(0, path.Length - ConfigFile.ExportedSuffix.Length), Secret));
}
