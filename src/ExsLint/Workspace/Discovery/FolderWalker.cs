using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;

namespace ExsLint.Workspace.Discovery;

/// <summary>
/// Finds what to analyse below a folder: <c>.exs</c> files in <c>config/</c> or <c>rel/</c> or that start like a config file, and
/// systemd units. Git's ignore patterns prune it, but never what Mix evaluates by its name.
/// </summary>
/// <param name="files">The tree.</param>
public sealed class FolderWalker(IProjectFiles files)
{
    /// <summary>The bytes of a script that are read to tell whether it starts like a config file.</summary>
    private const int HeadLength = 16 * 1024;

    private const string TestFolder = "test";

    /// <summary>The files below a folder, in the order of their paths.</summary>
    /// <param name="folder">The folder, relative to the tree's root.</param>
    public List<(string Path, AnalyzedKind Kind)> Walk(string folder)
    {
        var found = new List<(string Path, AnalyzedKind Kind)>();
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var current))
        {
            foreach (var name in files.ListFiles(current))
            {
                if (Recognize(current, name) is not AnalyzedKind.None and var kind)
                {
                    found.Add((TreePath.Join(current, name), kind));
                }
            }

            foreach (var name in files.ListFolders(current))
            {
                Descend(TreePath.Join(current, name), name, pending, found);
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return found;
    }

    private void Descend(string path, string name, Stack<string> pending, List<(string Path, AnalyzedKind Kind)> found)
    {
        if (ForeignFolders.IsOne(name) || name == TestFolder)
        {
            return;
        }

        if (!files.MatchesIgnorePattern(path, isFolder: true))
        {
            pending.Push(path);
        }
        else if (name == "config")
        {
            found.AddRange(files.ListFiles(path).Where(FileRecognizer.IsProjectRoot)
                .Select(file => (TreePath.Join(path, file), AnalyzedKind.Config)));
        }
    }

    private AnalyzedKind Recognize(string folder, string name)
    {
        // Of most files the name says enough.
        if (name.EndsWith(".exs", StringComparison.Ordinal))
        {
            return IsConfig(TreePath.Join(folder, name), name) ? AnalyzedKind.Config : AnalyzedKind.None;
        }

        return FileRecognizer.IsUnitName(name)
            && TreePath.Join(folder, name) is var path
            && !files.MatchesIgnorePattern(path, isFolder: false)
            && files.Read(path) is { } file
            && FileRecognizer.LooksLikeUnit(file) ? AnalyzedKind.Unit : AnalyzedKind.None;
    }

    private bool IsConfig(string path, string name)
    {
        if (FileRecognizer.IsOtherScript(name))
        {
            return false;
        }

        var isBelowConfig = IsBelowConfig(path);
        return (isBelowConfig && FileRecognizer.IsProjectRoot(name))
            || (!files.MatchesIgnorePattern(path, isFolder: false)
                && (isBelowConfig || FileRecognizer.StartsLikeConfig(files.ReadHead(path, HeadLength) ?? "")));
    }

    /// <summary>Whether one of the folders above is <c>config</c> or <c>rel</c>; the root's own name counts too.</summary>
    private bool IsBelowConfig(string path) =>
        files.Place[(files.Place.LastIndexOf('/') + 1)..] is "config" or "rel"
        || TreePath.FolderOf(path).Split('/').Any(folder => folder is "config" or "rel");
}
