using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// A folder of units, or the root of a system: named by the user, so that links in it are followed. Those that are absolute lead to
/// places below the root, as they would on the system.
/// </summary>
/// <param name="root">The folder as the user named it; empty for the working directory.</param>
/// <param name="isSystem">Whether it is the root of a system.</param>
internal sealed class UnitTree(string root, bool isSystem) : IProjectFiles
{
    private const string Nothing = "/dev/null";
    private const int MaxLinks = 40;

    /// <summary>What was wrong with the last file that could not be read.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Where a path is, as the user would write it.</summary>
    public string Locate(string path) => root.Length == 0 ? path : Path.Join(root, path);

    /// <summary>Whether a path is a link to <c>/dev/null</c>, which masks a unit or a drop-in.</summary>
    public bool IsMasked(string path) => Follow(path) == Nothing;

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(Follow(path));

    /// <inheritdoc/>
    public SourceFile? Read(string path)
    {
        if (IsMasked(path))
        {
            return SourceFile.FromBytes(Locate(path), []);
        }

        var file = FileReader.Read(Follow(path), Locate(path), out var trouble);
        Trouble = trouble;
        return file;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string folder) => List(folder, Directory.GetFiles);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFolders(string folder) => List(folder, Directory.GetDirectories);

    /// <inheritdoc/>
    public bool IsIgnored(string path) => false;

    private string Follow(string path)
    {
        var place = Locate(path);
        for (var i = 0; i < MaxLinks && new FileInfo(place).LinkTarget is { } target; i++)
        {
            place = target == Nothing ? target
                : !Path.IsPathRooted(target) ? Path.Join(Path.GetDirectoryName(place), target)
                : isSystem ? Path.Join(root, target)
                : target;
        }

        return place;
    }

    private string[] List(string folder, Func<string, string[]> list)
    {
        var place = Locate(folder);
        try
        {
            return Directory.Exists(place) ? [.. list(place).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            Trouble = FileTrouble.Describe(exception);
            return [];
        }
    }
}
