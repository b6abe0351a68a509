namespace ExsLint.Cli.Files;

/// <summary>
/// Replaces files: whatever happens meanwhile, a kill or a power cut included, each is there as a whole, as it was or as it is to be.
/// </summary>
/// <param name="root">The absolute path of the tree; nothing outside of it is written, wherever links lead.</param>
internal sealed class FileReplacer(string root)
{
    /// <summary>
    /// What the name of a file that is being written ends with; it starts with a dot. No program reads such a file; one that a kill left
    /// behind is removed when its place is written next.
    /// </summary>
    public const string TemporarySuffix = ".exslint-tmp";

    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode AnyGroup = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode NewFileMode = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes a file.</summary>
    /// <param name="path">The absolute path. A link to a file in the tree is followed.</param>
    /// <param name="before">The bytes the file is known to have; null if there must be no file yet.</param>
    /// <param name="after">The bytes it is to have.</param>
    /// <returns>Why nothing was written, or what could not be kept of the file's properties.</returns>
    public ReplaceOutcome Replace(string path, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after) =>
        Run(path, before, after, isNew: false);

    /// <summary>Writes a file that must not be there yet, and the folder it is in.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="content">The bytes it is to have.</param>
    /// <returns>Why nothing was written.</returns>
    public ReplaceOutcome Create(string path, ReadOnlySpan<byte> content) => Run(path, [], content, isNew: true);

    private ReplaceOutcome Run(string path, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, bool isNew)
    {
        string? created = null;
        try
        {
            if (isNew && Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                created = folder;
            }

            if (Locate(path, isNew, out var target) is { } refusal)
            {
                return ReplaceOutcome.Refused(refusal);
            }

            return Write(target, before, after, isNew);
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return ReplaceOutcome.Refused(Directory.Exists(path) ? "is a directory" : FileTrouble.Describe(exception));
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of EFBIG: a limit of the file system, or of the user.
            return ReplaceOutcome.Refused("the file is too large");
        }
        finally
        {
            if (created is not null && !Directory.EnumerateFileSystemEntries(created).Any())
            {
                Directory.Delete(created);
            }
        }
    }

    /// <summary>Where a path really leads; or why nothing may be written there.</summary>
    private string? Locate(string path, bool isNew, out string target)
    {
        target = path;
        var folder = RealPath.Resolve(Path.GetDirectoryName(path)!);
        var real = isNew ? folder : RealPath.Resolve(path);
        if (RealPath.Resolve(root) is not { } realRoot || real is null)
        {
            return "no such file or directory";
        }

        if (RootedPath.Within(realRoot, real) is null)
        {
            return "a link that leads out of the tree is not followed to write";
        }

        target = isNew ? Path.Combine(real, Path.GetFileName(path)) : real;
        return Directory.Exists(target) ? "is a directory"
            : !isNew && !FileKind.IsRegularFile(target) ? "not a regular file"
            : !isNew && IsReadOnly(target) ? "the file is read-only"
            : null;
    }

    /// <summary>Whether whoever owns the file has forbidden to write to it, though its folder would allow to replace it.</summary>
    private static bool IsReadOnly(string target)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(target) & AnyWrite) == 0)
        {
            return true;
        }

        using var handle = File.OpenHandle(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        return handle.IsInvalid;
    }

    private static ReplaceOutcome Write(string target, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, bool isNew)
    {
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}{TemporarySuffix}");
        using var stream = OpenTemporary(temporary);
        if (stream is null)
        {
            return ReplaceOutcome.Refused("another exslint is writing it");
        }

        var isMoved = false;
        try
        {
            stream.Write(after);
            var losses = isNew ? SetMode(stream) : KeepProperties(target, stream);
            stream.Flush(flushToDisk: true);
            if (isNew ? Path.Exists(target) : !HasContent(target, before))
            {
                return ReplaceOutcome.Refused("it has changed since it was read");
            }

            File.Move(temporary, target, overwrite: !isNew);
            isMoved = true;
            UnixFile.Flush(folder);
            return new ReplaceOutcome(null, losses);
        }
        finally
        {
            if (!isMoved)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>
    /// Opens a file that only the user can read. It is locked while it is open: one that is there and is not locked is what a kill left
    /// behind. Null if somebody is writing it.
    /// </summary>
    private static FileStream? OpenTemporary(string path)
    {
        if (File.Exists(path))
        {
            try
            {
                using var left = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(path);
            }
            catch (IOException)
            {
                return null;
            }
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        return new FileStream(path, options);
    }

    private static bool HasContent(string path, ReadOnlySpan<byte> content) =>
        FileKind.IsRegularFile(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    private static List<string> SetMode(FileStream stream)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, NewFileMode);
        }

        return [];
    }

    private static List<string> KeepProperties(string target, FileStream stream)
    {
        var losses = new List<string>();
        if (OperatingSystem.IsWindows())
        {
            return losses;
        }

        var mode = File.GetUnixFileMode(target);
        if (UnixFile.Identify(target) is { } old && UnixFile.Identify(stream.Name) is { } now)
        {
            if (old.Group != now.Group && !UnixFile.ChangeOwner(stream.SafeFileHandle, owner: null, old.Group))
            {
                // What the old group was allowed to is not for the new one.
                mode &= ~AnyGroup;
                losses.Add("its group could not be kept, and the group's permissions were taken away");
            }

            if (old.Owner != now.Owner && !UnixFile.ChangeOwner(stream.SafeFileHandle, old.Owner, group: null))
            {
                losses.Add("its owner could not be kept");
            }

            if (old.Links > 1)
            {
                losses.Add("its other hard links keep the old text");
            }
        }

        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        losses.AddRange(UnixFile.CopyAttributes(target, stream.SafeFileHandle).Select(name => $"its attribute {name} could not be kept"));
        return losses;
    }
}

/// <summary>What came of replacing a file.</summary>
/// <param name="Refusal">Why nothing was written, as words that follow a colon; null if it was.</param>
/// <param name="Losses">What could not be kept of a file that was written.</param>
internal sealed record ReplaceOutcome(string? Refusal, IReadOnlyList<string> Losses)
{
    /// <summary>Nothing was written.</summary>
    public static ReplaceOutcome Refused(string reason) => new(reason, []);
}
