using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Frameworks.Akkoma;

/// <summary>
/// Which file a release of Akkoma or Pleroma reads when it starts: the one that <c>AKKOMA_CONFIG_PATH</c> or
/// <c>PLEROMA_CONFIG_PATH</c> names, else <c>/etc/pleroma/config.exs</c> if it exists, else <c>/etc/akkoma/config.exs</c>, and
/// only that one (Akkoma 3.16, lib/pleroma/config/release_runtime_provider.ex; Pleroma knows the first variable and the last file
/// not).
/// </summary>
public static class ReleaseConfigPath
{
    private const string Akkoma = "etc/akkoma/config.exs";
    private const string Pleroma = "etc/pleroma/config.exs";
    private static readonly string[] Variables = ["AKKOMA_CONFIG_PATH", "PLEROMA_CONFIG_PATH"];

    /// <summary>Whether a file stands where releases look for their configuration.</summary>
    /// <param name="path">The file.</param>
    public static bool IsOfSystem(string path) => (SystemOf(path, Akkoma) ?? SystemOf(path, Pleroma)) is not null;

    /// <summary>
    /// The file that is read before this one, by the order in which a release looks for its configuration; null if there is none.
    /// </summary>
    /// <param name="path">A release's config file.</param>
    /// <param name="files">The tree; a copy or an image of a system has these files below a folder of their own.</param>
    public static string? FileBefore(string path, IProjectFiles files) =>
        SystemOf(path, Akkoma) is { } system && files.FileExists(system + Pleroma) ? system + Pleroma : null;

    /// <summary>
    /// The files that releases read, as far as known variables decide it. Without these, a release may read any of them.
    /// </summary>
    /// <param name="paths">Files that stand alone.</param>
    /// <param name="variables">What is known of the environment variables.</param>
    /// <param name="files">The tree.</param>
    public static IEnumerable<string> Choose(IEnumerable<string> paths, EnvironmentVariables variables, IProjectFiles files)
    {
        var chosen = new List<string>();
        foreach (var path in paths)
        {
            var read = (SystemOf(path, Akkoma) ?? SystemOf(path, Pleroma)) is { } system
                ? ReadIn(system, variables, files)
                : null;
            chosen.Add(read ?? path);
        }

        return chosen.Distinct(StringComparer.Ordinal);
    }

    /// <summary>The file that a release of a system reads; null where that is not known, or it is not in the tree.</summary>
    private static string? ReadIn(string system, EnvironmentVariables variables, IProjectFiles files)
    {
        foreach (var name in Variables)
        {
            if (!variables.TryGet(name, out var pinned))
            {
                return null;
            }

            if (pinned.Value is { } path)
            {
                var inTree = path.StartsWith('/') ? TreePath.Combine(system.TrimEnd('/'), path.TrimStart('/')) : null;
                return inTree is not null && files.FileExists(inTree) ? inTree : null;
            }
        }

        return files.FileExists(system + Pleroma) ? system + Pleroma : null;
    }

    /// <summary>
    /// The folder that holds a system's files, with a slash behind it if it is not the tree's root; null if the file is another.
    /// </summary>
    private static string? SystemOf(string path, string file) =>
        path.EndsWith(file, StringComparison.Ordinal) && (path.Length == file.Length || path[^(file.Length + 1)] == '/')
            ? path[..^file.Length]
            : null;
}
