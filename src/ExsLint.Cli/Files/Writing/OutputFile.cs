using System.Globalization;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Files.Writing;

/// <summary>Writes files that the user names, so that they are there as a whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>The most processes that may write one file at once. The last one wins.</summary>
    private const int Writers = 100;

    private const int MaximumLinks = 40;

    private const UnixFileMode NewFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    // Such a path is a descriptor of this process, even where the file that it was opened by can be found.
    private static readonly string[] DescriptorFolders = ["/proc/self/fd/", "/dev/fd/"];

    /// <summary>
    /// Writes a file beside its place and moves it there. A link is followed, the properties of an older file kept. A device, a
    /// pipe or a descriptor is written to.
    /// </summary>
    /// <returns>What could not be kept of an older file.</returns>
    /// <exception cref="IOException">The file system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static IReadOnlyList<string> Write(string path, Action<TextWriter> write)
    {
        var target = Follow(path);
        if (OpenInPlace(target) is { } stream)
        {
            using (stream)
            {
                WriteText(stream, write);
            }

            return [];
        }

        try
        {
            return Replace(target, write);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // What .NET makes of EFBIG: a limit of the file system, or of the user.
            throw new IOException(exception.Message, FileTrouble.FileTooLargeOnLinux);
        }
    }

    /// <summary>Where the links of a path's last part lead, up to a descriptor; there need be nothing.</summary>
    public static string Follow(string path)
    {
        var target = Path.GetFullPath(path);
        for (var links = 0; links < MaximumLinks; links++)
        {
            if (DescriptorOf(target) is not null || new FileInfo(target).LinkTarget is not { } link)
            {
                break;
            }

            // Left to the system to resolve: a folder on the way may be a link, and '..' is that of where it leads.
            target = Path.Combine(Path.GetDirectoryName(target)!, link);
        }

        return target;
    }

    private static IReadOnlyList<string> Replace(string target, Action<TextWriter> write)
    {
        var name = Path.GetFileName(target);
        using var folder = FolderHandle.Open(Path.GetDirectoryName(target) ?? target);
        using var old = OldFile.Open(folder, name, out var refusal);
        using var temporary = refusal is null ? TemporaryFile.Create(folder, name, NewFileMode, Writers) : null;
        if (temporary is null)
        {
            throw new RefusedWriteException(refusal ?? "other processes are writing it");
        }

        WriteText(temporary.Stream, write);
        var losses = old is null ? [] : FileProperties.Copy(old, temporary.Stream.SafeFileHandle);
        temporary.Flush();
        temporary.Move(overwrite: true);
        folder.Flush();
        return losses;
    }

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var output = Terminal.Open(stream, leaveOpen: true);
        write(output);
        output.Flush();
    }

    private static Stream? OpenInPlace(string target)
    {
        if (DescriptorOf(target) is { } descriptor)
        {
            return new DescriptorStream(descriptor);
        }

        var isOther = OperatingSystem.IsLinux()
            ? FileKind.Of(target, followsLinks: true, out _) == PathKind.Other
            : target.StartsWith("/dev/", StringComparison.Ordinal);
        return isOther ? new FileStream(target, FileMode.Open, FileAccess.Write) : null;
    }

    private static int? DescriptorOf(string path) =>
        OperatingSystem.IsLinux()
        && DescriptorFolders.FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal)) is { } folder
        && int.TryParse(path.AsSpan(folder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor)
            ? descriptor
            : null;
}
