using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>A folder by its path, where the system has no calls beneath an open folder, or we have none of them.</summary>
/// <param name="path">The folder's path.</param>
internal sealed class PathFolder(string path) : FolderHandle
{
    // Windows renames and removes an open file only if that is shared; elsewhere the lock is to keep other writers out.
    private static FileShare Locked => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <inheritdoc/>
    public override FileStatus? StatusOf(string name)
    {
        var place = PathOf(name);
        var kind = FileKind.Of(place, followsLinks: false, out _);
        return kind == PathKind.None ? null
            : new FileStatus(
                kind,
                OperatingSystem.IsWindows() ? UnixFileMode.UserWrite : File.GetUnixFileMode(place),
                0,
                0,
                Links: 1,
                Identity: null);
    }

    /// <inheritdoc/>
    public override string? LinkTarget(string name) => new FileInfo(PathOf(name)).LinkTarget;

    /// <inheritdoc/>
    public override FolderHandle OpenFolder(string name) =>
        Directory.Exists(PathOf(name)) ? new PathFolder(PathOf(name)) : throw new DirectoryNotFoundException();

    /// <inheritdoc/>
    public override bool CreateFolder(string name)
    {
        if (Path.Exists(PathOf(name)))
        {
            return false;
        }

        Directory.CreateDirectory(PathOf(name));
        return true;
    }

    /// <inheritdoc/>
    public override void RemoveFolder(string name)
    {
        if (!Directory.EnumerateFileSystemEntries(PathOf(name)).Any())
        {
            Directory.Delete(PathOf(name));
        }
    }

    /// <inheritdoc/>
    public override SafeFileHandle? OpenFile(string name, FileAccess access) => StatusOf(name)?.Kind == PathKind.File
        ? File.OpenHandle(PathOf(name), FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete)
        : null;

    /// <inheritdoc/>
    public override SafeFileHandle? CreateLocked(string name, UnixFileMode mode)
    {
        if (Path.Exists(PathOf(name)))
        {
            return null;
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = Locked,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(PathOf(name), options).SafeFileHandle;
    }

    /// <inheritdoc/>
    public override bool RemoveUnlocked(string name)
    {
        try
        {
            using var left = new FileStream(PathOf(name), FileMode.Open, FileAccess.ReadWrite, Locked);
            File.Delete(PathOf(name));
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override void RemoveFile(string name) => File.Delete(PathOf(name));

    /// <inheritdoc/>
    public override void Lock(SafeFileHandle file)
    {
        // Only names that were exchanged need it.
    }

    /// <inheritdoc/>
    public override void Unlock(SafeFileHandle file)
    {
        // .NET unlocks what it closes.
    }

    /// <inheritdoc/>
    public override bool TryExchange(string first, string second) => false;

    /// <inheritdoc/>
    public override bool Move(string from, string to, bool overwrite)
    {
        if (!overwrite && Path.Exists(PathOf(to)))
        {
            return false;
        }

        File.Move(PathOf(from), PathOf(to), overwrite);
        return true;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // .NET opens no folders.
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    private string PathOf(string name) => Path.Combine(path, name);
}
