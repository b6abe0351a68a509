using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Workspace.Discovery;

/// <summary>
/// A folder of configuration that Mix does not read, because the project's <c>config_path</c> names another file.
/// </summary>
/// <param name="Folder">The folder, relative to the analysed tree.</param>
/// <param name="File">One of its files: <c>config.exs</c>, where there is one.</param>
/// <param name="ReadInstead">The setting that names what is read instead.</param>
public sealed record UnreadConfig(string Folder, string File, ConfigPath ReadInstead)
{
    /// <summary>Whether a file is in the folder.</summary>
    public bool Holds(string path) => TreePath.Within(Folder, path) is not null;
}

/// <summary>The projects around config files.</summary>
/// <param name="Projects">The projects, sorted by their entry files, then by what is read later.</param>
/// <param name="Unread">The folders that no project reads by itself, sorted; a project may still import files from them.</param>
/// <param name="Lone">Those of the files that belong to no project.</param>
public sealed record ConfigDiscovery(
    ImmutableArray<ConfigProject> Projects, ImmutableArray<UnreadConfig> Unread, ImmutableHashSet<string> Lone);

/// <summary>
/// Finds the folders that a file is in by the file's path, so that many folders and many files do not multiply.
/// </summary>
internal sealed class UnreadFolders(ImmutableArray<UnreadConfig> folders)
{
    private readonly Dictionary<string, UnreadConfig> _folders = folders.ToDictionary(
        folder => folder.Folder, StringComparer.Ordinal);

    /// <summary>The folders that hold a file, the innermost one first.</summary>
    public IEnumerable<UnreadConfig> Holding(string path)
    {
        for (var end = path.Length; _folders.Count > 0 && end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (_folders.TryGetValue(path[..end], out var folder))
            {
                yield return folder;
            }
        }
    }
}
