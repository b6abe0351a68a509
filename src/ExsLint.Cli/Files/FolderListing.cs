using ExsLint.Cli.Streams;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Files;

/// <summary>Lists folders on disk, and tells of what is in them and cannot be looked at.</summary>
/// <param name="root">The absolute path of the tree's root.</param>
/// <param name="report">Takes trouble: the path in the tree, and why.</param>
internal sealed class FolderListing(string root, Action<string, string> report)
{
    private const string NotSearchable = "what is in it cannot be looked at: permission denied";

    /// <summary>The names of what is directly in a folder, sorted by ordinal; empty if there is no such folder.</summary>
    /// <param name="folder">The folder's path in the tree.</param>
    /// <param name="enumerate">Gives the absolute paths of what is in an absolute folder.</param>
    /// <param name="accepts">Whether what stands at a path of the tree is wanted.</param>
    public List<string> List(string folder, Func<string, IEnumerable<string>> enumerate, Func<string, bool> accepts)
    {
        var absolute = new RootedPath(root, folder).Absolute;
        var names = new List<string>();
        if (!Directory.Exists(absolute))
        {
            return names;
        }

        try
        {
            foreach (var entry in enumerate(absolute))
            {
                var name = Path.GetFileName(entry);
                if (WhyLost(entry, name) is { } reason)
                {
                    report(reason == NotSearchable ? folder : RootedPath.Join(folder, name), reason);
                }
                else if (accepts(RootedPath.Join(folder, name)))
                {
                    names.Add(name);
                }
            }
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            report(folder, FileTrouble.Describe(exception));
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Why nothing is known of what a folder lists; null if something is, or if nobody would look at it.</summary>
    private static string? WhyLost(string entry, string name)
    {
        const char Undecodable = '\uFFFD';
        if (FileKind.Of(entry, followsLinks: false, out _) != PathKind.None)
        {
            return null;
        }

        return !name.Contains(Undecodable, StringComparison.Ordinal) ? NotSearchable
            : FileRecognizer.IsUnitName(name)
                || name.EndsWith(".exs", StringComparison.Ordinal)
                || !name.Contains('.', StringComparison.Ordinal)
                ? "its name is not UTF-8: left out"
            : null;
    }
}
