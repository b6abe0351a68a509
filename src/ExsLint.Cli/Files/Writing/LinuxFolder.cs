using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>A folder by its descriptor.</summary>
internal sealed class LinuxFolder : FolderHandle
{
    /// <summary>PATH_MAX: no link says more.</summary>
    private const int LongestLink = 4096;

    private const uint FolderMode = 0x1FF; // 0777

    private readonly SafeFileHandle _folder;

    private LinuxFolder(int descriptor)
    {
        if (descriptor < 0)
        {
            throw LinuxError.OfLastCall();
        }

        _folder = new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static int FolderFlags => LinuxCalls.PathOnly | LinuxCalls.Folder | LinuxCalls.CloseOnExec;

    /// <summary>Opens a folder by its path, whose links are followed.</summary>
    public static LinuxFolder OpenPath(string path) => new(LinuxCalls.Open(path, FolderFlags));

    /// <inheritdoc/>
    public override FileStatus? StatusOf(string name) => FileStatus.At(_folder, name);

    /// <inheritdoc/>
    public override string? LinkTarget(string name)
    {
        Span<byte> target = stackalloc byte[LongestLink];
        var length = LinuxCalls.ReadLinkAt(_folder, name, target, target.Length);
        return length >= 0 ? Encoding.UTF8.GetString(target[..(int)length])
            : LinuxError.Last is LinuxError.Invalid or LinuxError.NotFound ? null
            : throw LinuxError.OfLastCall();
    }

    /// <inheritdoc/>
    public override FolderHandle OpenFolder(string name) =>
        new LinuxFolder(LinuxCalls.OpenAt(_folder, name, FolderFlags | LinuxCalls.NoLink, 0));

    /// <inheritdoc/>
    public override bool CreateFolder(string name) => LinuxCalls.CreateFolderAt(_folder, name, FolderMode) == 0
        || (LinuxError.Last == LinuxError.Exists ? false : throw LinuxError.OfLastCall());

    /// <inheritdoc/>
    public override void RemoveFolder(string name) => _ = LinuxCalls.RemoveAt(_folder, name, LinuxCalls.RemoveFolder);

    /// <inheritdoc/>
    public override SafeFileHandle? OpenFile(string name, FileAccess access)
    {
        // Asked first: to open a device may do something.
        if (StatusOf(name)?.Kind != PathKind.File)
        {
            return null;
        }

        var mode = access switch
        {
            FileAccess.Read => 0,
            FileAccess.Write => LinuxCalls.WriteOnly,
            _ => LinuxCalls.ReadWrite,
        };
        var file = OpenNoLink(name, mode | LinuxCalls.NeverWait, UnixFileMode.None, LinuxError.NotFound, LinuxError.Link);
        if (file is not null && FileStatus.Of(file).Kind != PathKind.File)
        {
            file.Dispose();
            return null;
        }

        return file;
    }

    /// <inheritdoc/>
    public override SafeFileHandle? CreateLocked(string name, UnixFileMode mode)
    {
        const int Flags = LinuxCalls.ReadWrite | LinuxCalls.Create | LinuxCalls.Exclusive;
        var file = OpenNoLink(name, Flags, mode, LinuxError.Exists);
        if (file is null || (LinuxCalls.Lock(file, LinuxCalls.LockAtOnce) == 0 && FileStatus.Of(file).Links > 0))
        {
            return file;
        }

        // Between the two calls another ExsLint took it for one that a kill left behind.
        file.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public override bool RemoveUnlocked(string name)
    {
        using var file = OpenFile(name, FileAccess.ReadWrite);
        if (file is null)
        {
            return StatusOf(name) is null;
        }

        if (LinuxCalls.Lock(file, LinuxCalls.LockAtOnce) != 0)
        {
            return false;
        }

        // Whoever had the lock before may have removed it, and made another one of this name.
        if (FileStatus.Of(file).Identity == StatusOf(name)?.Identity)
        {
            RemoveFile(name);
        }

        return true;
    }

    /// <inheritdoc/>
    public override void RemoveFile(string name) => _ = LinuxCalls.RemoveAt(_folder, name, 0);

    /// <inheritdoc/>
    public override void Lock(SafeFileHandle file) => _ = LinuxCalls.Lock(file, LinuxCalls.LockAtOnce);

    /// <inheritdoc/>
    public override void Unlock(SafeFileHandle file) => _ = LinuxCalls.Lock(file, LinuxCalls.GiveUpLock);

    /// <inheritdoc/>
    public override bool TryExchange(string first, string second) =>
        Rename(first, second, LinuxCalls.Exchange, out var isKnown) == 0
        || (isKnown ? throw LinuxError.OfLastCall() : false);

    /// <inheritdoc/>
    public override bool Move(string from, string to, bool overwrite)
    {
        if (!overwrite)
        {
            if (Rename(from, to, LinuxCalls.NoReplace, out var isKnown) == 0)
            {
                return true;
            }

            if (isKnown ? LinuxError.Last == LinuxError.Exists : StatusOf(to) is not null)
            {
                return false;
            }

            if (isKnown)
            {
                throw LinuxError.OfLastCall();
            }
        }

        return LinuxCalls.RenameAt(_folder, from, _folder, to) == 0 ? true : throw LinuxError.OfLastCall();
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (LinuxCalls.OpenAt(_folder, ".", LinuxCalls.Folder | LinuxCalls.CloseOnExec, 0) is >= 0 and var descriptor)
        {
            using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
            _ = LinuxCalls.Synchronize(handle);
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => _folder.Dispose();

    /// <summary>Opens a name that is no link; null after one of the given errors.</summary>
    private SafeFileHandle? OpenNoLink(string name, int flags, UnixFileMode mode, params ReadOnlySpan<int> expected)
    {
        var descriptor = LinuxCalls.OpenAt(_folder, name, flags | LinuxCalls.NoLink | LinuxCalls.CloseOnExec, (uint)mode);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true)
            : expected.Contains(LinuxError.Last) ? null
            : throw LinuxError.OfLastCall();
    }

    /// <summary>renameat2(2); not every file system knows its flags, and not every C library has it.</summary>
    private int Rename(string from, string to, uint flags, out bool isKnown)
    {
        isKnown = true;
        try
        {
            var result = LinuxCalls.RenameAt2(_folder, from, _folder, to, flags);
            isKnown = result == 0 || LinuxError.Last is not (LinuxError.Invalid or LinuxError.NoSuchCall);
            return result;
        }
        catch (EntryPointNotFoundException)
        {
            isKnown = false;
            return -1;
        }
    }
}
