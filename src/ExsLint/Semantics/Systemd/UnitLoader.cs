using System.Collections.Immutable;
using ExsLint.Syntax.Systemd;

namespace ExsLint.Semantics.Systemd;

/// <summary>Reads a unit with the drop-ins beside it.</summary>
public static class UnitLoader
{
    private const string DropInSuffix = ".conf";

    /// <summary>Reads and parses a unit.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="path">The path of the unit's own file.</param>
    /// <returns>The unit, or null if its own file cannot be read.</returns>
    public static UnitFiles? Load(IProjectFiles files, string path)
    {
        if (files.Read(path) is not { } main)
        {
            return null;
        }

        var slash = path.LastIndexOf('/');
        var folder = path[..(slash + 1)];
        var name = UnitName.Parse(path[(slash + 1)..]);
        return new UnitFiles(name, UnitParser.Parse(main), LoadDropIns(files, folder, name));
    }

    /// <summary>The unit that a drop-in most directly adds to: <c>a.service</c> for <c>a.service.d/x.conf</c>; null for other paths.</summary>
    public static string? FindUnitOfDropIn(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash > 0 && path.EndsWith(DropInSuffix, StringComparison.Ordinal) && path[..slash] is var folder
            && folder.EndsWith(".d", StringComparison.Ordinal)
            ? folder[..^2]
            : null;
    }

    private static ImmutableArray<UnitSyntaxTree> LoadDropIns(IProjectFiles files, string folder, UnitName name)
    {
        // The same file name in an earlier folder masks this one; what is left applies in the order of file names.
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var dropInFolder in name.DropInFolders())
        {
            foreach (var file in files.ListFiles(folder + dropInFolder))
            {
                if (file.EndsWith(DropInSuffix, StringComparison.Ordinal) && file[0] != '.')
                {
                    paths.TryAdd(file, $"{folder}{dropInFolder}/{file}");
                }
            }
        }

        return [.. paths.Values.Select(files.Read).OfType<Text.SourceFile>().Select(UnitParser.Parse)];
    }
}
