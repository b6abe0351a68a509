using System.Runtime.InteropServices;

namespace ExsLint.Cli.Files;

/// <summary>What stands at a path.</summary>
internal enum PathKind
{
    /// <summary>Nothing, or nothing that we may know of.</summary>
    None,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link, where those are not followed.</summary>
    Link,

    /// <summary>A pipe, a device, a socket.</summary>
    Other,
}

/// <summary>
/// Asks the system what stands at a path, since .NET does not tell a pipe from a file and would wait for its writer.
/// </summary>
internal static partial class FileKind
{
    private const int CurrentDirectory = -100;
    private const int LeaveLinks = 0x100;
    private const uint TypeAndSize = 0x201;
    private const uint TypeModeAndSize = 0x203;
    private const int StructSize = 256;
    private const int ModeOffset = 28;
    private const int SizeOffset = 40;
    private const int FormatBits = 0xF000;
    private const int ModeBits = 0xFFF;
    private const int FolderFormat = 0x4000;
    private const int RegularFormat = 0x8000;
    private const int LinkFormat = 0xA000;

    /// <summary>
    /// Whether a regular file stands at the path; links are followed. Elsewhere than on Linux every file counts as one.
    /// </summary>
    public static bool IsRegularFile(string path) => Of(path, followsLinks: true, out _) == PathKind.File;

    /// <summary>What stands at a path. Elsewhere than on Linux every file counts as a regular one.</summary>
    /// <param name="path">The path; it may be relative to the working directory.</param>
    /// <param name="followsLinks">Whether the path's last part, where it is a link, stands for what that leads to.</param>
    /// <param name="length">The length of a regular file in bytes.</param>
    public static PathKind Of(string path, bool followsLinks, out long length)
    {
        length = 0;
        if (!OperatingSystem.IsLinux())
        {
            return AskRuntime(path, followsLinks, ref length);
        }

        Span<byte> answer = stackalloc byte[StructSize];
        if (Statx(CurrentDirectory, path, followsLinks ? 0 : LeaveLinks, TypeAndSize, answer) != 0)
        {
            return PathKind.None;
        }

        length = MemoryMarshal.Read<long>(answer[SizeOffset..]);
        return (MemoryMarshal.Read<ushort>(answer[ModeOffset..]) & FormatBits) switch
        {
            RegularFormat => PathKind.File,
            FolderFormat => PathKind.Folder,
            LinkFormat => PathKind.Link,
            _ => PathKind.Other,
        };
    }

    /// <summary>
    /// The mode of what stands at a path, a link itself where one does; null where that is not known, as elsewhere than on Linux.
    /// </summary>
    /// <param name="path">The path.</param>
    public static UnixFileMode? ModeOf(string path)
    {
        Span<byte> answer = stackalloc byte[StructSize];
        return OperatingSystem.IsLinux() && Statx(CurrentDirectory, path, LeaveLinks, TypeModeAndSize, answer) == 0
            ? (UnixFileMode)(MemoryMarshal.Read<ushort>(answer[ModeOffset..]) & ModeBits)
            : null;
    }

    private static PathKind AskRuntime(string path, bool followsLinks, ref long length)
    {
        if (!followsLinks && new FileInfo(path).LinkTarget is not null)
        {
            return PathKind.Link;
        }

        if (!File.Exists(path))
        {
            return Directory.Exists(path) ? PathKind.Folder : PathKind.None;
        }

        var file = new FileInfo(path);
        length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
        return PathKind.File;
    }

    // statx(2): the one stat call whose structure is the same on every architecture and C library.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, Span<byte> answer);
}
