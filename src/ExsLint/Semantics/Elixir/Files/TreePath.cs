namespace ExsLint.Semantics.Elixir.Files;

/// <summary>Paths within the analysed tree: forward slashes, no <c>.</c> or <c>..</c>, the root is empty.</summary>
public static class TreePath
{
    /// <summary>The folder a path lies in.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The last segment.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The path of a name in a folder.</summary>
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>Whether a path has <c>.</c> or <c>..</c> among its segments.</summary>
    public static bool HasSteps(string path) =>
        path.Contains('.', StringComparison.Ordinal) && path.Split('/').AsSpan().ContainsAny(".", "..");

    /// <summary>A path within a folder of the tree; null if the folder does not hold it.</summary>
    public static string? Within(string folder, string path) =>
        folder.Length == 0 ? path : path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : null;

    /// <summary>A relative path seen from a folder; null if it is absolute or leaves the tree.</summary>
    public static string? Combine(string folder, string relative)
    {
        if (relative.StartsWith('/') || relative.StartsWith('~'))
        {
            return null;
        }

        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
