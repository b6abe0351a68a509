using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>Groups config files into the projects they belong to.</summary>
public static class ConfigProjectFinder
{
    private const string ConfigFolder = "config";
    private const string BaseName = "config.exs";

    private static readonly string[] RuntimeNames = ["runtime.exs", "releases.exs"];

    /// <summary>The projects of the given files, each once, sorted by their entry file.</summary>
    /// <param name="configFiles">Paths of config files.</param>
    /// <param name="files">The analysed tree.</param>
    public static ImmutableArray<ConfigProject> Find(IEnumerable<string> configFiles, IProjectFiles files)
    {
        var projects = new SortedDictionary<string, ConfigProject>(StringComparer.Ordinal);
        foreach (var path in configFiles)
        {
            if (FindSource(path, files) is { } source)
            {
                projects.TryAdd(source.EntryFile, source);
            }
        }

        return [.. projects.Values];
    }

    /// <summary>A project of one file on top of a release's built-in defaults: <c>/etc/akkoma/config.exs</c>, or a secret file alone.</summary>
    public static ConfigProject Release(string path, string environment, IProjectFiles files)
    {
        var folder = TreePath.FolderOf(path);
        var exported = TreePath.Combine(folder, $"{environment}.exported_from_db.secret.exs");
        return new ConfigProject(
            ConfigProjectKind.Release,
            TreePath.NameOf(folder) == ConfigFolder ? TreePath.FolderOf(folder) : folder,
            path,
            exported is not null && files.FileExists(exported) ? [exported] : []);
    }

    /// <summary>The source project around a file: the nearest folder upward that holds <c>config/config.exs</c>.</summary>
    private static ConfigProject? FindSource(string path, IProjectFiles files)
    {
        for (var folder = TreePath.FolderOf(path); ; folder = TreePath.FolderOf(folder))
        {
            var isConfigFolder = TreePath.NameOf(folder) == ConfigFolder;
            if (isConfigFolder && files.FileExists($"{folder}/{BaseName}"))
            {
                return Source(TreePath.FolderOf(folder), folder, files);
            }

            // Mix does without a config.exs; what is left is read when the release starts.
            if (isConfigFolder && folder == TreePath.FolderOf(path) && IsRuntimeFile(path))
            {
                return new ConfigProject(ConfigProjectKind.Source, TreePath.FolderOf(folder), RuntimeFilesIn(folder + "/", files).First(), []);
            }

            if (folder.Length == 0)
            {
                // The analysed tree may itself be a config folder; one that holds more than a release's file is told by its prod.exs.
                return files.FileExists(BaseName) && files.FileExists("prod.exs") && TreePath.FolderOf(path).Length == 0
                    ? Source("", "", files)
                    : null;
            }
        }
    }

    private static ConfigProject Source(string root, string configFolder, IProjectFiles files)
    {
        var prefix = configFolder.Length == 0 ? "" : configFolder + "/";
        return new ConfigProject(ConfigProjectKind.Source, root, prefix + BaseName, [.. RuntimeFilesIn(prefix, files).Take(1)]);
    }

    /// <summary>The files that Mix reads when a release starts; only the first of them is read (Mix.Release, Elixir 1.11).</summary>
    private static IEnumerable<string> RuntimeFilesIn(string prefix, IProjectFiles files) =>
        RuntimeNames.Select(name => prefix + name).Where(files.FileExists);

    /// <summary>Whether a file's name is that of one that is read when a release starts.</summary>
    internal static bool IsRuntimeFile(string path) => RuntimeNames.Contains(TreePath.NameOf(path), StringComparer.Ordinal);
}
