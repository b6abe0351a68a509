using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Files;

/// <summary>What the file system lets us do with folders.</summary>
internal static class FolderAccess
{
    /// <summary>Whether the names in a folder may be read.</summary>
    /// <param name="folder">An absolute path.</param>
    public static bool CanList(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return true;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return false;
        }
    }
}
