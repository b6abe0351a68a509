using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>Reads files to analyse, and says in a few words why one cannot be.</summary>
internal static class FileReader
{
    /// <summary>The largest file that is analysed, in bytes.</summary>
    public const long MaximumLength = 64L * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="absolutePath">Where it is.</param>
    /// <param name="reportedPath">How it is reported.</param>
    /// <param name="trouble">Why it cannot be analysed, or null.</param>
    /// <returns>The file, or null where there is trouble.</returns>
    public static SourceFile? Read(string absolutePath, string reportedPath, out string? trouble)
    {
        var bytes = ReadBytes(absolutePath, out trouble);
        return bytes is null ? null : Decode(bytes, reportedPath, out trouble);
    }

    /// <summary>Makes a file of bytes.</summary>
    /// <param name="bytes">All of its bytes.</param>
    /// <param name="reportedPath">How it is reported.</param>
    /// <param name="trouble">Why it cannot be analysed, or null.</param>
    /// <returns>The file, or null where there is trouble.</returns>
    public static SourceFile? Decode(byte[] bytes, string reportedPath, out string? trouble)
    {
        trouble = bytes.LongLength > MaximumLength ? "larger than 64 MB" : DescribeContent(bytes);
        return trouble is null ? SourceFile.FromBytes(reportedPath, bytes) : null;
    }

    /// <summary>The bytes of standard input; of too many only as many as tell that.</summary>
    public static byte[] ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (content.Length <= MaximumLength && input.Read(buffer) is > 0 and var length)
        {
            content.Write(buffer, 0, length);
        }

        return content.ToArray();
    }

    private static byte[]? ReadBytes(string path, out string? trouble)
    {
        try
        {
            trouble = Refuse(path);
            return trouble is null ? File.ReadAllBytes(path) : null;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            trouble = FileTrouble.Describe(exception);
            return null;
        }
    }

    private static string? Refuse(string path)
    {
        var file = new FileInfo(path);
        return Directory.Exists(path) ? "is a directory"
            : file.LinkTarget is not null && RealPath.Resolve(Path.GetFullPath(path)) is null ? "a link that leads nowhere"
            : !file.Exists ? "no such file or directory"
            : !FileKind.IsRegularFile(path) ? "not a regular file"
            : TargetLength(file) > MaximumLength ? "larger than 64 MB"
            : null;
    }

    /// <summary>The length of what a link points to: the link's own is that of its text.</summary>
    private static long TargetLength(FileInfo file) =>
        file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;

    private static string? DescribeContent(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "UTF-16 text; Elixir and systemd read UTF-8";
        }

        return bytes.Contains((byte)0) ? "binary: it holds NUL bytes" : null;
    }
}
