using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>Groups config files into the projects they belong to.</summary>
public static class ConfigProjectFinder
{
    private const string ConfigFolder = "config";
    private const string BaseName = "config.exs";

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
        string[] candidates = [prefix + "runtime.exs", prefix + "releases.exs"];
        return new ConfigProject(
            ConfigProjectKind.Source, root, prefix + BaseName, [.. candidates.Where(files.FileExists).Take(1)]);
    }
}
