using System.Buffers;
using System.Text;
using ExsLint.Cli.Streams;
using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>Reads files to analyse, and says in a few words why one cannot be.</summary>
internal static class FileReader
{
    /// <summary>The largest file that is analysed, in bytes.</summary>
    public const long MaximumLength = 64L * 1024 * 1024;

    /// <summary>What is said of a larger one.</summary>
    public const string TooLarge = "larger than 64 MB";

    /// <summary>What is read at least: files of <c>/proc</c> say that they are empty.</summary>
    public const int PageLength = 4096;

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

    /// <summary>The start of a regular file as text, bad bytes replaced; null if it cannot be read.</summary>
    /// <param name="absolutePath">Where it is.</param>
    /// <param name="maxLength">The most bytes to read.</param>
    public static string? ReadStart(string absolutePath, int maxLength)
    {
        try
        {
            if (!FileKind.IsRegularFile(absolutePath))
            {
                return null;
            }

            return ReadHead(absolutePath, maxLength);
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return null;
        }
    }

    /// <summary>The start of a file as text, bad bytes replaced.</summary>
    /// <param name="absolutePath">Where it is.</param>
    /// <param name="maxLength">The most bytes to read.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string ReadHead(string absolutePath, int maxLength)
    {
        using var file = File.OpenHandle(absolutePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = ArrayPool<byte>.Shared.Rent(maxLength);
        var length = 0;
        while (length < maxLength
            && RandomAccess.Read(file, start.AsSpan(length, maxLength - length), length) is > 0 and var read)
        {
            length += read;
        }

        var text = Encoding.UTF8.GetString(start, 0, length);
        ArrayPool<byte>.Shared.Return(start);
        return text;
    }

    /// <summary>All bytes of a regular file that is not too large to be analysed; null of any other.</summary>
    /// <param name="absolutePath">Where it is.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[]? ReadRegular(string absolutePath) => Refuse(absolutePath, out var length) is null
        && ReadToEnd(absolutePath, length) is { LongLength: <= MaximumLength } bytes ? bytes : null;

    /// <summary>The bytes of whatever a user names, be it a pipe; null where there are too many.</summary>
    /// <param name="source">It is read to its end and closed.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[]? ReadStream(Stream source)
    {
        using (source)
        {
            return ReadBounded(source) is { LongLength: <= MaximumLength } bytes ? bytes : null;
        }
    }

    /// <summary>Makes a file of bytes.</summary>
    /// <param name="bytes">All of its bytes.</param>
    /// <param name="reportedPath">How it is reported.</param>
    /// <param name="trouble">Why it cannot be analysed, or null.</param>
    /// <returns>The file, or null where there is trouble.</returns>
    public static SourceFile? Decode(byte[] bytes, string reportedPath, out string? trouble)
    {
        trouble = bytes.LongLength > MaximumLength ? TooLarge : DescribeContent(bytes);
        return trouble is null ? SourceFile.FromBytes(reportedPath, bytes) : null;
    }

    /// <summary>The bytes of standard input. Where they are too many, it stops behind the first that is.</summary>
    public static byte[] ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        return ReadBounded(input);
    }

    private static byte[] ReadBounded(Stream source)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (content.Length <= MaximumLength && source.Read(buffer) is > 0 and var length)
        {
            content.Write(buffer, 0, length);
        }

        return content.ToArray();
    }

    private static byte[]? ReadBytes(string path, out string? trouble)
    {
        try
        {
            trouble = Refuse(path, out var length);
            return trouble is null ? ReadToEnd(path, length) : null;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            trouble = FileTrouble.Describe(exception);
            return null;
        }
    }

    // Asked before the file is opened: to open a pipe waits for its writer, and to open a device may do something.
    private static string? Refuse(string path, out long length) => FileKind.Of(path, followsLinks: true, out length) switch
    {
        PathKind.File => length > MaximumLength ? TooLarge : null,
        PathKind.Folder => "is a directory",
        PathKind.Other => "not a regular file",
        _ when FileKind.Of(path, followsLinks: false, out _) == PathKind.Link
            && RealPath.Resolve(Path.GetFullPath(path)) is null => "a link that leads nowhere",
        _ => "no such file or directory",
    };

    /// <summary>The bytes of a file. Where it has become too large, it stops behind the first that is too many.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Its length; files of <c>/proc</c> say 0, others may have grown or shrunk since.</param>
    private static byte[] ReadToEnd(string path, long length)
    {
        // Shared with everyone: that somebody writes is no reason not to read.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[length > 0 ? length : PageLength];
        var count = 0;
        while (RandomAccess.Read(file, bytes.AsSpan(count), count) is > 0 and var read)
        {
            count += read;
            if (count == length || count > MaximumLength)
            {
                break;
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        return count == bytes.Length ? bytes : bytes[..count];
    }

    private static string? DescribeContent(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "UTF-16 text; Elixir and systemd read UTF-8";
        }

        return bytes.Contains((byte)0) ? "binary: it holds NUL bytes" : null;
    }
}
