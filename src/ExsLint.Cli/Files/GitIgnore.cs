using System.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// What the <c>.gitignore</c> files of a tree, and its <c>.git/info/exclude</c>, leave out. Files that git tracks although a pattern
/// matches them count as ignored: that would take git's index to know.
/// </summary>
internal sealed class GitIgnore(string root)
{
    private readonly Dictionary<string, GitPattern[]> _rules = [];
    private readonly Dictionary<string, bool> _ignoredFolders = [];

    /// <summary>Whether git would ignore a path: it or a folder above it matches.</summary>
    /// <param name="path">The path relative to the root.</param>
    /// <param name="isFolder">Whether a folder is meant.</param>
    public bool IsIgnored(string path, bool isFolder) =>
        path.Length > 0 && (IsFolderIgnored(RootedPath.FolderOf(path)) || Matches(path, isFolder));

    /// <summary>Whether a path itself matches, whatever holds for the folders above it. The deepest file's last pattern decides.</summary>
    public bool Matches(string path, bool isFolder)
    {
        var folder = path;
        do
        {
            folder = RootedPath.FolderOf(folder);
            var relative = folder.Length == 0 ? path : path[(folder.Length + 1)..];
            if (Decide(RulesOf(RootedPath.Join(folder, ".gitignore")), relative, isFolder) is { } decided)
            {
                return decided;
            }
        }
        while (folder.Length > 0);

        return Decide(RulesOf(".git/info/exclude"), path, isFolder) ?? false;
    }

    private bool IsFolderIgnored(string folder)
    {
        if (folder.Length == 0)
        {
            return false;
        }

        if (!_ignoredFolders.TryGetValue(folder, out var ignored))
        {
            ignored = IsIgnored(folder, isFolder: true);
            _ignoredFolders.Add(folder, ignored);
        }

        return ignored;
    }

    private static bool? Decide(GitPattern[] rules, string path, bool isFolder)
    {
        for (var i = rules.Length - 1; i >= 0; i--)
        {
            if (rules[i].Matches(path, isFolder))
            {
                return !rules[i].IsNegated;
            }
        }

        return null;
    }

    private GitPattern[] RulesOf(string file)
    {
        if (!_rules.TryGetValue(file, out var rules))
        {
            rules = [.. ReadLines(Path.Combine(root, file)).Select(GitPattern.Parse).OfType<GitPattern>()];
            _rules.Add(file, rules);
        }

        return rules;
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return FileReader.ReadRegular(path) is { } bytes
                ? [.. Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n').Select(WithoutCarriageReturn)]
                : [];
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            // Without its patterns more is analysed, not less.
            return [];
        }
    }

    private static string WithoutCarriageReturn(string line) => line.EndsWith('\r') ? line[..^1] : line;
}
