using System.Collections.Immutable;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Text;

namespace ExsLint.Cli.Settings;

/// <summary>
/// Finds the <c>exslint.toml</c> that holds for a file: in its project's folder, or the nearest one above within the tree. What
/// is wrong with one is said once.
/// </summary>
/// <param name="terminal">Where to say it.</param>
/// <param name="files">The tree.</param>
internal sealed class SettingsFinder(Terminal terminal, IProjectFiles files)
{
    /// <summary>More files than this do not extend each other.</summary>
    private const int MostExtended = 8;

    private readonly Dictionary<string, SettingsFile?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Whether a settings file could not be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>A settings file that the tree could not read, and has the reason of; null for none.</summary>
    public string? Unreadable { get; private set; }

    /// <summary>The settings of a file; those that say nothing where there are none.</summary>
    /// <param name="path">A config file or a unit, from the tree's root.</param>
    public SettingsFile Of(string path) => InFolder(ProjectFolderOf(path)) ?? SettingsFile.None;

    /// <summary>The settings of a file that the user named.</summary>
    /// <param name="path">Its path, from the working directory.</param>
    /// <param name="root">The tree's root: its paths and patterns are relative to its folder, if that is in the tree.</param>
    public SettingsFile? Named(string path, string root)
    {
        if (FileReader.Read(Path.GetFullPath(path), path, out var trouble) is not { } source)
        {
            terminal.Report(DiagnosticLevel.Error, $"the settings cannot be read: {trouble}", path);
            Failed = true;
            return null;
        }

        var folder = RootedPath.Within(root, Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(path))!));
        return Read(source, folder?.Relative ?? "", []);
    }

    /// <summary>The folder from which on settings are looked for; a file of <c>config/</c> belongs to what is around.</summary>
    private string ProjectFolderOf(string path)
    {
        var own = RootedPath.FolderOf(path);
        for (var folder = own; ; folder = RootedPath.FolderOf(folder))
        {
            if (files.FileExists(RootedPath.Join(folder, MixFile.Name)))
            {
                return folder;
            }

            if (folder.Length == 0)
            {
                return RootedPath.NameOf(own) == "config" ? RootedPath.FolderOf(own) : own;
            }
        }
    }

    private SettingsFile? InFolder(string folder)
    {
        if (!_byFolder.TryGetValue(folder, out var settings))
        {
            var path = RootedPath.Join(folder, SettingsKey.FileName);
            settings = files.FileExists(path) ? Read(path)
                : folder.Length > 0 ? InFolder(RootedPath.FolderOf(folder))
                : null;
            _byFolder.Add(folder, settings);
        }

        return settings;
    }

    private SettingsFile? Read(string path)
    {
        if (files.Read(path) is { } source)
        {
            return Read(source, RootedPath.FolderOf(path), []);
        }

        Unreadable = path;
        Failed = true;
        return null;
    }

    private SettingsFile? Read(SourceFile source, string folder, ImmutableList<string> extending)
    {
        var settings = SettingsReader.Read(source, folder, out var problems);
        foreach (var problem in problems)
        {
            Fail(problem.Place, problem.Message);
        }

        if (!problems.IsEmpty)
        {
            return null;
        }

        if (settings[SettingsKey.Extends] is not { } extends)
        {
            return settings;
        }

        var path = RootedPath.Join(folder, extends.Text);
        var normal = TreePath.Combine(folder, extends.Text);
        if (normal is null || extends.Text.StartsWith('/') || !files.FileExists(normal))
        {
            return Fail(extends.Place, $"there is no file '{path}' in this tree");
        }

        if (extending.Contains(normal) || extending.Count == MostExtended || normal == source.Path)
        {
            return Fail(extends.Place, $"'{path}' extends this file in turn");
        }

        if (files.Read(normal) is not { } other)
        {
            (Unreadable, Failed) = (normal, true);
            return null;
        }

        return Read(other, folder, extending.Add(source.Path).Add(normal)) is { } below
            ? settings.Over(below)
            : null;
    }

    private SettingsFile? Fail(Location place, string message)
    {
        terminal.Report(DiagnosticLevel.Error, message, place.ToString());
        Failed = true;
        return null;
    }
}
