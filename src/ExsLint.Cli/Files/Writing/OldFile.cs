using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>The file whose place another one is to take.</summary>
internal static class OldFile
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Opens it to be read.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">Its name; no link is followed.</param>
    /// <param name="refusal">Why it must not be replaced; null where it may be, and where there is nothing.</param>
    /// <returns>The file; null if there is nothing, or if it must not be replaced.</returns>
    /// <exception cref="UnauthorizedAccessException">The user may not write to it, or not read it.</exception>
    public static SafeFileHandle? Open(FolderHandle folder, string name, out string? refusal)
    {
        var status = folder.StatusOf(name);
        refusal = status switch
        {
            null => null,
            { Kind: PathKind.Folder } => "is a directory",
            { Kind: not PathKind.File } => "not a regular file",

            // Whoever owns the file has forbidden to write to it, though its folder would allow to replace it.
            { Mode: var mode } => (mode & AnyWrite) == 0 ? "the file is read-only" : null,
        };
        if (status is null || refusal is not null)
        {
            return null;
        }

        using var writable = folder.OpenFile(name, FileAccess.Write);
        return folder.OpenFile(name, FileAccess.Read);
    }
}
