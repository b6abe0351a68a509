using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Calls of Linux's C library that .NET does not offer: those that take names beneath an open folder, leases, owners, extended
/// attributes.
/// </summary>
internal static partial class LinuxCalls
{
    /// <summary>AT_FDCWD: names are relative to the working directory.</summary>
    public const int CurrentDirectory = -100;

    /// <summary>AT_SYMLINK_NOFOLLOW.</summary>
    public const int LeaveLinks = 0x100;

    /// <summary>AT_EMPTY_PATH: the descriptor itself is meant.</summary>
    public const int ItSelf = 0x1000;

    /// <summary>AT_REMOVEDIR.</summary>
    public const int RemoveFolder = 0x200;

    /// <summary>Flags of renameat2(2).</summary>
    public const uint NoReplace = 1, Exchange = 2;

    /// <summary>Operations of flock(2): LOCK_EX | LOCK_NB, and LOCK_UN.</summary>
    public const int LockAtOnce = 2 | 4, GiveUpLock = 8;

    /// <summary>Flags of open(2) that are the same on all architectures of .NET.</summary>
    public const int WriteOnly = 1, ReadWrite = 2, Create = 0x40, Exclusive = 0x80, NeverWait = 0x800;

    /// <summary>More of them.</summary>
    public const int CloseOnExec = 0x80000, PathOnly = 0x200000;

    private static readonly bool IsArmOrPower =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le;

    /// <summary>O_DIRECTORY: asm-generic/fcntl.h; arch/arm64/include/uapi/asm/fcntl.h.</summary>
    public static int Folder => IsArmOrPower ? 0x4000 : 0x10000;

    /// <summary>O_NOFOLLOW, from the same files.</summary>
    public static int NoLink => IsArmOrPower ? 0x8000 : 0x20000;

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int OpenAt(SafeFileHandle folder, string name, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "mkdirat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int CreateFolderAt(SafeFileHandle folder, string name, uint mode);

    [LibraryImport("libc", EntryPoint = "unlinkat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int RemoveAt(SafeFileHandle folder, string name, int flags);

    [LibraryImport("libc", EntryPoint = "readlinkat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint ReadLinkAt(SafeFileHandle folder, string name, Span<byte> target, nint size);

    [LibraryImport("libc", EntryPoint = "renameat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int RenameAt(SafeFileHandle fromFolder, string from, SafeFileHandle toFolder, string to);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int RenameAt2(SafeFileHandle fromFolder, string from, SafeFileHandle toFolder, string to, uint flags);

    // statx(2): the one stat call whose structure is the same on every architecture and C library.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Statx(SafeFileHandle folder, string name, int flags, uint mask, Span<byte> answer);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Control(SafeFileHandle file, int command, int argument);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Synchronize(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "flistxattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint ListAttributes(SafeFileHandle file, Span<byte> names, nint size);

    [LibraryImport("libc", EntryPoint = "fgetxattr", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint GetAttribute(SafeFileHandle file, string name, Span<byte> value, nint size);

    [LibraryImport("libc", EntryPoint = "fsetxattr", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetAttribute(SafeFileHandle file, string name, ReadOnlySpan<byte> value, nint size, int flags);
}
