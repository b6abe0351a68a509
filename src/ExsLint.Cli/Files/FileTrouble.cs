namespace ExsLint.Cli.Files;

/// <summary>Words for what the file system refuses; the runtime's own texts are left out of the native executable.</summary>
internal static class FileTrouble
{
    private const int NoSpaceLeftOnLinux = 28;

    /// <summary>Whether this is the file system's refusal, and no error of ours.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>A few words without a full stop.</summary>
    public static string Describe(Exception trouble) => trouble switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or directory",
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",
        IOException { HResult: NoSpaceLeftOnLinux } => "no space left on the device",
        _ => "the file system reports an error",
    };
}
