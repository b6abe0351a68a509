namespace ExsLint.Cli.Files;

/// <summary>Writes files that are there as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes a file beside its place and moves it there. A link is followed, the mode of an older file kept; a device or a pipe is
    /// written to.
    /// </summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        if (File.Exists(path) && !FileKind.IsRegularFile(path))
        {
            WriteTo(new FileStream(path, FileMode.Open, FileAccess.Write), write);
            return;
        }

        var given = new FileInfo(path);
        var target = given.LinkTarget is null ? given.FullName : given.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            WriteTo(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write), write);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // What .NET makes of EFBIG: a limit of the file system, or of the user.
            throw new IOException(exception.Message, FileTrouble.FileTooLargeOnLinux);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteTo(FileStream stream, Action<TextWriter> write)
    {
        using var output = Terminal.Open(stream);
        write(output);
        output.Flush();
        if (stream.CanSeek)
        {
            stream.Flush(flushToDisk: true);
        }
    }
}
