using System.Text;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Files;

/// <summary>
/// What the <c>.gitignore</c> files of a tree, and its <c>.git/info/exclude</c>, leave out. Files that git tracks although a
/// pattern matches them count as ignored: that would take git's index to know.
/// </summary>
/// <param name="root">The absolute path of the tree's root.</param>
/// <param name="mayHold">Whether anything may stand at a path of the tree.</param>
internal sealed class GitIgnore(string root, Func<string, bool> mayHold)
{
    private readonly Dictionary<string, GitPattern[]> _rules = [];
    private readonly Dictionary<string, bool> _ignoredFolders = [];
    private readonly Dictionary<string, Chain?> _chains = [];

    /// <summary>The files of patterns that were looked for, relative to the root.</summary>
    public IEnumerable<string> PathsRead => _rules.Keys;

    /// <summary>Whether git would ignore a path: it or a folder above it matches.</summary>
    /// <param name="path">The path relative to the root.</param>
    /// <param name="isFolder">Whether a folder is meant.</param>
    public bool IsIgnored(string path, bool isFolder) =>
        path.Length > 0 && (IsFolderIgnored(RootedPath.FolderOf(path)) || Matches(path, isFolder));

    /// <summary>
    /// Whether a path itself matches, whatever holds for the folders above it. The deepest file's last pattern decides.
    /// </summary>
    public bool Matches(string path, bool isFolder)
    {
        for (var chain = ChainOf(RootedPath.FolderOf(path)); chain is not null; chain = chain.Above)
        {
            var relative = chain.Folder.Length == 0 ? path : path[(chain.Folder.Length + 1)..];
            if (Decide(chain.Rules, relative, isFolder) is { } decided)
            {
                return decided;
            }
        }

        return Decide(RulesOf(".git/info/exclude"), path, isFolder) ?? false;
    }

    /// <summary>The patterns of the innermost folder, from this one upward, that has any.</summary>
    private Chain? ChainOf(string folder)
    {
        // A walk has been in the folders above before: a deep tree is not climbed for each path.
        var below = new Stack<string>();
        Chain? chain;
        while (!_chains.TryGetValue(folder, out chain))
        {
            below.Push(folder);
            if (folder.Length == 0)
            {
                break;
            }

            folder = RootedPath.FolderOf(folder);
        }

        while (below.TryPop(out var next))
        {
            var rules = RulesOf(RootedPath.Join(next, ".gitignore"));
            chain = rules.Length == 0 ? chain : new Chain(next, rules, chain);
            _chains.Add(next, chain);
        }

        return chain;
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
            rules = mayHold(file)
                ? [.. ReadLines(Path.Combine(root, file)).Select(GitPattern.Parse).OfType<GitPattern>()]
                : [];
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

    /// <summary>The patterns of a folder, and those of the folders above it that have any.</summary>
    private sealed record Chain(string Folder, GitPattern[] Rules, Chain? Above);
}
