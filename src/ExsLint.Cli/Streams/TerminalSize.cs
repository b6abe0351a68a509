using System.Runtime.InteropServices;

namespace ExsLint.Cli.Streams;

/// <summary>
/// How wide the terminal on standard output is. Asking the runtime sets the terminal up for a program that reads keys, as
/// <see cref="DescriptorStream"/> tells.
/// </summary>
internal static partial class TerminalSize
{
    private const int StandardOutput = 1;
    private const int Unknown = 80;

    /// <summary>TIOCGWINSZ (asm-generic/ioctls.h).</summary>
    private const nuint GetSize = 0x5413;

    /// <summary>How many columns it has; 80 where it does not tell.</summary>
    public static int Columns
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return FromRuntime();
            }

            // struct winsize: rows, columns, and two numbers that nobody uses.
            Span<ushort> size = stackalloc ushort[4];
            return Control(StandardOutput, GetSize, size) == 0 && size[1] > 0 ? size[1] : Unknown;
        }
    }

    private static int FromRuntime()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : Unknown;
        }
        catch (IOException)
        {
            return Unknown;
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, nuint request, Span<ushort> answer);
}
