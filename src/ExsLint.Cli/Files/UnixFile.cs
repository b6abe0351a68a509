using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files;

/// <summary>What stands at a path, besides its text.</summary>
/// <param name="Owner">The user's number.</param>
/// <param name="Group">The group's number.</param>
/// <param name="Links">How many names the file has.</param>
internal readonly record struct FileIdentity(uint Owner, uint Group, uint Links);

/// <summary>What .NET does not offer for keeping a file's properties on Linux. Elsewhere it does nothing.</summary>
internal static partial class UnixFile
{
    private const int CurrentDirectory = -100;
    private const uint BasicStats = 0x7FF;
    private const int StructSize = 256;
    private const int LinksOffset = 16;
    private const int OwnerOffset = 20;
    private const int GroupOffset = 24;
    private const int ReadOnlyFolder = 0x10000 | 0x80000; // O_DIRECTORY | O_CLOEXEC; O_RDONLY is 0.
    private const int MaximumAttribute = 64 * 1024; // XATTR_SIZE_MAX and XATTR_LIST_MAX of Linux.
    private const uint Unchanged = uint.MaxValue;

    /// <summary>Owner, group and number of names of a file; null where that is not to be had. Links are followed.</summary>
    public static FileIdentity? Identify(string path)
    {
        Span<byte> answer = stackalloc byte[StructSize];
        return OperatingSystem.IsLinux() && Statx(CurrentDirectory, path, 0, BasicStats, answer) == 0
            ? new FileIdentity(
                MemoryMarshal.Read<uint>(answer[OwnerOffset..]),
                MemoryMarshal.Read<uint>(answer[GroupOffset..]),
                MemoryMarshal.Read<uint>(answer[LinksOffset..]))
            : null;
    }

    /// <summary>Gives a file away.</summary>
    /// <param name="file">The file.</param>
    /// <param name="owner">The user; null to leave it.</param>
    /// <param name="group">The group; null to leave it.</param>
    /// <returns>Whether the system let us.</returns>
    public static bool ChangeOwner(SafeFileHandle file, uint? owner, uint? group) =>
        !OperatingSystem.IsLinux() || ChangeOwner(file, owner ?? Unchanged, group ?? Unchanged) == 0;

    /// <summary>Gives a file the extended attributes of another: access control lists and labels among them.</summary>
    /// <returns>The names of those that could not be kept.</returns>
    public static List<string> CopyAttributes(string from, SafeFileHandle to)
    {
        var lost = new List<string>();
        if (!OperatingSystem.IsLinux())
        {
            return lost;
        }

        var names = new byte[MaximumAttribute];
        var length = ListAttributes(from, names, names.Length);
        foreach (var name in length <= 0 ? [] : Encoding.UTF8.GetString(names, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var value = new byte[MaximumAttribute];
            var size = GetAttribute(from, name, value, value.Length);
            if (size < 0 || SetAttribute(to, name, value, size, 0) != 0)
            {
                lost.Add(name);
            }
        }

        return lost;
    }

    /// <summary>Makes a folder's entries outlast a power cut.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsLinux() && Open(folder, ReadOnlyFolder) is >= 0 and var descriptor)
        {
            using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
            _ = Synchronize(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport("libc", EntryPoint = "fchown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "listxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ListAttributes(string path, Span<byte> names, nint size);

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetAttribute(string path, string name, Span<byte> value, nint size);

    [LibraryImport("libc", EntryPoint = "fsetxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAttribute(SafeFileHandle file, string name, ReadOnlySpan<byte> value, nint size, int flags);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize(SafeFileHandle file);
}
