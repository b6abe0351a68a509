using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>What stands at a place, besides its text.</summary>
/// <param name="Kind">What it is. A link stands for itself.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="Owner">The user's number.</param>
/// <param name="Group">The group's number.</param>
/// <param name="Links">How many names it has.</param>
/// <param name="Identity">Which file it is, whatever its name; null where the system does not tell.</param>
internal readonly record struct FileStatus(
    PathKind Kind, UnixFileMode Mode, uint Owner, uint Group, uint Links, FileIdentity? Identity)
{
    private const uint BasicStats = 0x7FF;
    private const int StructSize = 256;
    private const int LinksOffset = 16, OwnerOffset = 20, GroupOffset = 24, ModeOffset = 28, InodeOffset = 32, DeviceOffset = 136;
    private const int FormatBits = 0xF000, FolderFormat = 0x4000, RegularFormat = 0x8000, LinkFormat = 0xA000;
    private const int PermissionBits = 0xFFF;

    /// <summary>The status of what a name beneath a folder stands for on Linux; null if there is nothing.</summary>
    public static FileStatus? At(SafeFileHandle folder, string name)
    {
        Span<byte> answer = stackalloc byte[StructSize];
        return LinuxCalls.Statx(folder, name, LinuxCalls.LeaveLinks, BasicStats, answer) == 0 ? Parse(answer)
            : LinuxError.Last == LinuxError.NotFound ? null
            : throw LinuxError.OfLastCall();
    }

    /// <summary>The status of an open file on Linux.</summary>
    public static FileStatus Of(SafeFileHandle file)
    {
        Span<byte> answer = stackalloc byte[StructSize];
        return LinuxCalls.Statx(file, "", LinuxCalls.ItSelf, BasicStats, answer) == 0
            ? Parse(answer)
            : throw LinuxError.OfLastCall();
    }

    /// <summary>Which file a path leads to, links followed; null if there is none, and where the system does not tell.</summary>
    public static FileIdentity? Identify(string path)
    {
        Span<byte> answer = stackalloc byte[StructSize];
        return OperatingSystem.IsLinux() && LinuxCalls.Statx(LinuxCalls.CurrentDirectory, path, 0, BasicStats, answer) == 0
            ? Parse(answer).Identity
            : null;
    }

    private static FileStatus Parse(ReadOnlySpan<byte> answer)
    {
        var mode = MemoryMarshal.Read<ushort>(answer[ModeOffset..]);
        var kind = (mode & FormatBits) switch
        {
            RegularFormat => PathKind.File,
            FolderFormat => PathKind.Folder,
            LinkFormat => PathKind.Link,
            _ => PathKind.Other,
        };
        return new FileStatus(
            kind,
            (UnixFileMode)(mode & PermissionBits),
            MemoryMarshal.Read<uint>(answer[OwnerOffset..]),
            MemoryMarshal.Read<uint>(answer[GroupOffset..]),
            MemoryMarshal.Read<uint>(answer[LinksOffset..]),
            new FileIdentity(
                MemoryMarshal.Read<ulong>(answer[DeviceOffset..]),
                MemoryMarshal.Read<ulong>(answer[InodeOffset..])));
    }
}

/// <summary>Which file it is, whatever its name.</summary>
/// <param name="Device">The file system's number.</param>
/// <param name="Inode">The file's number in it.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Inode);
