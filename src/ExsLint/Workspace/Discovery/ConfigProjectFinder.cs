using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Workspace.Discovery;

/// <summary>Groups config files into the projects they belong to.</summary>
public sealed class ConfigProjectFinder
{
    private const string ConfigFolder = "config";
    private const string BaseName = "config.exs";

    private readonly IProjectFiles _files;
    private readonly Dictionary<string, MixProject?> _mixProjects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ConfigProject> _projects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, UnreadConfig> _unread = new(StringComparer.Ordinal);

    // Whether the file that is looked at belongs to a project.
    private bool _isOfProject;

    private ConfigProjectFinder(IProjectFiles files) => _files = files;

    /// <summary>The projects of the given files, each once, sorted by their entry file.</summary>
    /// <param name="configFiles">Paths of config files.</param>
    /// <param name="files">The analysed tree.</param>
    public static ImmutableArray<ConfigProject> Find(IEnumerable<string> configFiles, IProjectFiles files) =>
        Discover(configFiles, files).Projects;

    /// <summary>The projects of the given files, and those of their folders that Mix does not read.</summary>
    /// <param name="configFiles">Paths of config files.</param>
    /// <param name="files">The analysed tree.</param>
    public static ConfigDiscovery Discover(IEnumerable<string> configFiles, IProjectFiles files)
    {
        var finder = new ConfigProjectFinder(files);
        var lone = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var path in configFiles)
        {
            finder._isOfProject = false;
            finder.Add(path);
            if (!finder._isOfProject)
            {
                lone.Add(path);
            }
        }

        return new ConfigDiscovery([.. finder._projects.Values], [.. finder._unread.Values], lone.ToImmutable());
    }

    /// <summary>
    /// A project of one file on top of a release's built-in defaults: <c>/etc/akkoma/config.exs</c>, or a secret file alone.
    /// </summary>
    public static ConfigProject Release(string path, string environment, IProjectFiles files)
    {
        var folder = TreePath.FolderOf(path);
        var exported = TreePath.Combine(folder, environment + ConfigFile.ExportedSuffix);
        return new ConfigProject(
            ConfigProjectKind.Release,
            TreePath.NameOf(folder) == ConfigFolder ? TreePath.FolderOf(folder) : folder,
            path,
            exported is not null && files.FileExists(exported) ? [exported] : []);
    }

    private void Add(string path)
    {
        if (MixProjectAround(path) is { } mix)
        {
            if (mix.ConfigPath is { } configPath && AddRedirected(path, mix, configPath))
            {
                return;
            }

            if (mix.RuntimeFiles.Contains(path))
            {
                AddConventional(mix.Folder, TreePath.Combine(mix.Folder, ConfigFolder)!);
                return;
            }
        }

        AddAroundFolder(path);
    }

    /// <summary>
    /// Adds the project that <c>config_path</c> leads to; false where the file belongs to neither that nor the folder it
    /// replaces.
    /// </summary>
    private bool AddRedirected(string path, MixProject mix, ConfigPath configPath)
    {
        var replaced = TreePath.Combine(mix.Folder, ConfigFolder)!;
        var entryFolder = configPath.EntryFile is { } entry ? TreePath.FolderOf(entry) : null;
        var isReplaced = IsIn(replaced, path) && entryFolder != replaced;
        var isOwn = (entryFolder is not null && IsIn(entryFolder, path)) || mix.RuntimeFiles.Contains(path);
        if (!isReplaced && !isOwn)
        {
            return false;
        }

        AddEntry(mix, configPath.EntryFile);
        if (isReplaced && !isOwn)
        {
            var shown = $"{replaced}/{BaseName}";
            _unread.TryAdd(replaced, new UnreadConfig(replaced, _files.FileExists(shown) ? shown : path, configPath));
        }

        return true;
    }

    private static bool IsIn(string folder, string path) =>
        folder.Length == 0 ? TreePath.FolderOf(path).Length == 0 : TreePath.Within(folder, path) is not null;

    /// <summary>
    /// Adds the project of a configuration that <c>config_path</c> names: that of an umbrella is the umbrella's.
    /// </summary>
    private void AddEntry(MixProject mix, string? entry)
    {
        if (entry is not null && _files.FileExists(entry))
        {
            var owner = TreePath.Within(mix.Folder, entry) is null ? MixProjectAround(entry) : mix;
            AddProjects(owner?.Folder ?? TreePath.FolderOf(TreePath.FolderOf(entry)), entry, owner?.RuntimeFiles ?? []);
        }
    }

    /// <summary>The source project around a file: the nearest folder upward that holds <c>config/config.exs</c>.</summary>
    private void AddAroundFolder(string path)
    {
        for (var folder = TreePath.FolderOf(path); ; folder = TreePath.FolderOf(folder))
        {
            var isConfigFolder = TreePath.NameOf(folder) == ConfigFolder;
            if (isConfigFolder && _files.FileExists($"{folder}/{BaseName}"))
            {
                AddConventional(TreePath.FolderOf(folder), folder);
                return;
            }

            // Mix does without a config.exs; what is left is read when the release starts.
            if (isConfigFolder
                && folder == TreePath.FolderOf(path)
                && ConfigProject.IsRuntimeFile(path)
                && RuntimeFilesIn(folder + "/").FirstOrDefault() is { } entry)
            {
                Put(new ConfigProject(ConfigProjectKind.Source, TreePath.FolderOf(folder), entry, []));
                return;
            }

            if (folder.Length == 0)
            {
                // The analysed tree may itself be a config folder; one that holds more than a release's file is told by its
                // prod.exs.
                if (_files.FileExists(BaseName) && _files.FileExists("prod.exs") && TreePath.FolderOf(path).Length == 0)
                {
                    AddConventional("", "");
                }

                return;
            }
        }
    }

    private void AddConventional(string root, string configFolder)
    {
        var entry = TreePath.Combine(configFolder, BaseName)!;
        if (_files.FileExists(entry))
        {
            AddProjects(root, entry, MixProjectIn(root)?.RuntimeFiles ?? []);
        }
    }

    /// <summary>
    /// One project for each file that may be read when a release starts: the one beside the configuration, or those that releases
    /// name. With <c>mix</c> alone the former is read even then.
    /// </summary>
    private void AddProjects(string root, string entry, ImmutableArray<string> named)
    {
        var folder = TreePath.FolderOf(entry);
        var beside = RuntimeFilesIn(folder.Length == 0 ? "" : folder + "/").Take(1);
        string[] later = [.. named.Where(_files.FileExists).Concat(beside).Distinct(StringComparer.Ordinal)];
        foreach (var file in later)
        {
            Put(new ConfigProject(ConfigProjectKind.Source, root, entry, [file]));
        }

        if (later.Length == 0)
        {
            Put(new ConfigProject(ConfigProjectKind.Source, root, entry, []));
        }
    }

    private void Put(ConfigProject project)
    {
        _isOfProject = true;
        var isForDevices = MixProjectIn(project.RootFolder)?.IsForDevices == true;
        _projects.TryAdd(
            $"{project.EntryFile}\0{project.LaterFiles.FirstOrDefault()}", project with { IsForDevices = isForDevices });
    }

    private MixProject? MixProjectAround(string path)
    {
        for (var folder = TreePath.FolderOf(path); ; folder = TreePath.FolderOf(folder))
        {
            if (MixProjectIn(folder) is { } found)
            {
                return found;
            }

            if (folder.Length == 0)
            {
                return null;
            }
        }
    }

    private MixProject? MixProjectIn(string folder)
    {
        if (!_mixProjects.TryGetValue(folder, out var project))
        {
            _mixProjects.Add(folder, project = MixProject.Read(folder, _files));
        }

        return project;
    }

    /// <summary>
    /// The files that Mix reads when a release starts; only the first of them is read (Mix.Release, Elixir 1.11).
    /// </summary>
    private IEnumerable<string> RuntimeFilesIn(string prefix) =>
        ConfigProject.RuntimeNames.Select(name => prefix + name).Where(_files.FileExists);
}
