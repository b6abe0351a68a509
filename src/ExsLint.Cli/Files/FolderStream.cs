using System.Runtime.InteropServices;

namespace ExsLint.Cli.Files;

/// <summary>
/// Reads the names in a folder together with what each is. The kernel tells both at once (readdir(3)); .NET hands on the names
/// only, and to ask for the kinds takes a call a name.
/// </summary>
internal static partial class FolderStream
{
    // struct dirent of glibc and musl on 64-bit Linux: d_ino (8 bytes), d_off (8), d_reclen (2), d_type (1), d_name.
    private const int TypeOffset = 18;
    private const int NameOffset = 19;

    // DT_DIR, DT_REG and DT_LNK; DT_UNKNOWN where the file system does not tell.
    private const byte UnknownType = 0;
    private const byte FolderType = 4;
    private const byte RegularType = 8;
    private const byte LinkType = 10;

    /// <summary>
    /// What is in a folder, in no order; <see cref="PathKind.None"/> stands for a kind that the system does not tell. Null where
    /// the folder cannot be read to its end, or what is in it cannot be looked at.
    /// </summary>
    /// <param name="folder">The absolute path.</param>
    public static List<(string Name, PathKind Kind)>? Read(string folder)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        var stream = Open(folder);
        if (stream == 0)
        {
            return null;
        }

        try
        {
            // Who may read the names in a folder may not always look at what they stand for.
            return FileKind.Of(folder + "/.", followsLinks: false, out _) == PathKind.Folder ? ReadEntries(stream) : null;
        }
        finally
        {
            _ = Close(stream);
        }
    }

    private static List<(string Name, PathKind Kind)>? ReadEntries(nint stream)
    {
        var entries = new List<(string Name, PathKind Kind)>();
        while (Next(stream) is var entry && entry != 0)
        {
            if (Marshal.PtrToStringUTF8(entry + NameOffset) is { } name and not ("." or ".."))
            {
                entries.Add((name, KindOf(Marshal.ReadByte(entry, TypeOffset))));
            }
        }

        return Marshal.GetLastPInvokeError() == 0 ? entries : null;
    }

    private static PathKind KindOf(byte type) => type switch
    {
        UnknownType => PathKind.None,
        FolderType => PathKind.Folder,
        RegularType => PathKind.File,
        LinkType => PathKind.Link,
        _ => PathKind.Other,
    };

    [LibraryImport("libc", EntryPoint = "opendir", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Open(string folder);

    [LibraryImport("libc", EntryPoint = "readdir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Next(nint stream);

    [LibraryImport("libc", EntryPoint = "closedir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(nint stream);
}
