using System.Runtime.InteropServices;

namespace ExsLint.Cli.Files;

/// <summary>Asks the system what stands at a path, since .NET does not tell a pipe from a file and would wait for its writer.</summary>
internal static partial class FileKind
{
    private const int CurrentDirectory = -100;
    private const uint TypeMask = 1;
    private const int StructSize = 256;
    private const int ModeOffset = 28;
    private const int FormatBits = 0xF000;
    private const int RegularFormat = 0x8000;

    /// <summary>Whether a regular file stands at the path; links are followed. Elsewhere than on Linux every file counts as one.</summary>
    public static bool IsRegularFile(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path);
        }

        Span<byte> answer = stackalloc byte[StructSize];
        return Statx(CurrentDirectory, path, 0, TypeMask, answer) == 0
            && (MemoryMarshal.Read<ushort>(answer[ModeOffset..]) & FormatBits) == RegularFormat;
    }

    // statx(2): the one stat call whose structure is the same on every architecture and C library.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, Span<byte> answer);
}
