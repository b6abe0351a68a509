namespace ExsLint.Analysis.Fixing;

/// <summary>Looks paths up by what they start with.</summary>
internal static class PathPrefixes
{
    /// <summary>Paths, and the paths of everything above them.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="separator">What stands between their parts.</param>
    public static HashSet<string> Of(IEnumerable<string> paths, char separator)
    {
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var end = path.Length; end > 0 && prefixes.Add(path[..end]); end = path.LastIndexOf(separator, end - 1))
            {
            }
        }

        return prefixes;
    }
}
