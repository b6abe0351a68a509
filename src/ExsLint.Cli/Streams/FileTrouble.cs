
namespace ExsLint.Cli.Streams;

/// <summary>Words for what the file system refuses; the runtime's own texts are left out of the native executable.</summary>
internal static class FileTrouble
{
    /// <summary>EFBIG.</summary>
    public const int FileTooLargeOnLinux = 27;

    private const int IsBusyOnLinux = 16;
    private const int IsNoDirectoryOnLinux = 20;
    private const int IsDirectoryOnLinux = 21;
    private const int NoSpaceLeftOnLinux = 28;
    private const int ReadOnlyFileSystemOnLinux = 30;
    private const int QuotaExceededOnLinux = 122;

    /// <summary>Whether this is the file system's refusal, and no error of ours.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>A few words without a full stop.</summary>
    public static string Describe(Exception trouble) => trouble switch
    {
        RefusedWriteException => trouble.Message,
        FileNotFoundException or DirectoryNotFoundException => "no such file or directory",
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",
        IOException { HResult: NoSpaceLeftOnLinux } => "no space left on the device",
        IOException { HResult: QuotaExceededOnLinux } => "the disk quota is exceeded",
        IOException { HResult: FileTooLargeOnLinux } => "the file is too large",
        IOException { HResult: ReadOnlyFileSystemOnLinux } => "the file system is read-only",
        IOException { HResult: IsBusyOnLinux } => "a file that is mounted by itself cannot be replaced",
        IOException { HResult: IsDirectoryOnLinux } => "is a directory",
        IOException { HResult: IsNoDirectoryOnLinux } => "a folder on the way is none, or not any more",
        _ => "the file system reports an error",
    };
}
