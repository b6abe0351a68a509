using ExsLint.Text;

namespace ExsLint.Semantics;

/// <summary>
/// The analysed tree as the library sees it. Paths are relative to the tree's root, with forward slashes and without <c>.</c> or
/// <c>..</c> segments; the root itself is the empty path. Nothing outside the root can be named.
/// </summary>
public interface IProjectFiles
{
    /// <summary>The absolute path of the root, for what a file's place tells of it; empty where it is not known.</summary>
    string Place => "";

    /// <summary>Whether a regular file stands at this path.</summary>
    bool FileExists(string path);

    /// <summary>The file's text, or null if it cannot be read; the trouble is reported by whoever implements this.</summary>
    SourceFile? Read(string path);

    /// <summary>
    /// The start of a file as text, to tell what it is; null if it cannot be read. Unlike with <see cref="Read"/>, no trouble is
    /// reported.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="maxLength">The most bytes to read.</param>
    string? ReadStart(string path, int maxLength) => FileExists(path) && Read(path) is { } file
        ? file.Content[..Math.Min(file.Content.Length, maxLength)]
        : null;

    /// <summary>
    /// The start of a file that is to be analysed, as text; null if it cannot be read. The trouble is reported, as with
    /// <see cref="Read"/>.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="maxLength">The most bytes to read.</param>
    string? ReadHead(string path, int maxLength) => ReadStart(path, maxLength);

    /// <summary>
    /// The names of the regular files directly in a folder, sorted by ordinal; empty if there is no such folder.
    /// </summary>
    IReadOnlyList<string> ListFiles(string folder);

    /// <summary>The names of the folders directly in a folder, sorted by ordinal; empty if there is no such folder.</summary>
    IReadOnlyList<string> ListFolders(string folder);

    /// <summary>
    /// The path that a symbolic link names, with none of the links on its way followed; null for what is no link, and for one
    /// that leads out of the tree.
    /// </summary>
    string? LinkTarget(string path) => null;

    /// <summary>
    /// Who may do what with the file at this path; of a link it is what counts for the link itself. Null where that is not known.
    /// </summary>
    UnixFileMode? ModeOf(string path) => null;

    /// <summary>Whether a symbolic link stands at this path, wherever it leads.</summary>
    bool IsLink(string path) => false;

    /// <summary>
    /// The path that stands for the file at this path, where links give it several names and another one is analysed as well;
    /// else this path.
    /// </summary>
    string CanonicalPath(string path) => path;

    /// <summary>
    /// The names of what is directly in a folder and is neither of the above: links that are not followed, devices. Nobody knows
    /// what they lead to.
    /// </summary>
    IReadOnlyList<string> ListOthers(string folder) => [];

    /// <summary>A path as people are shown it: relative to their working directory where that holds it.</summary>
    string ShownPath(string path) => path;

    /// <summary>Whether git would ignore this path, whether or not anything stands there.</summary>
    bool IsIgnored(string path);

    /// <summary>
    /// Whether git tracks this file; null where that is not known: outside of a repository, or if its index cannot be read.
    /// </summary>
    bool? IsTracked(string path) => null;

    /// <summary>Whether git's patterns leave out this very path, whatever holds for the folders above it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isFolder">Whether a folder is meant.</param>
    bool MatchesIgnorePattern(string path, bool isFolder) => IsIgnored(path);
}
