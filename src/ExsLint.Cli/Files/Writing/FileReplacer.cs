namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Replaces files: whatever happens meanwhile, a kill or a power cut included, each is there as a whole, as it was or as it is to be.
/// </summary>
/// <param name="root">The absolute path of the tree; nothing outside of it is written, wherever links lead.</param>
/// <param name="passed">Told of each step behind which somebody else may come in between.</param>
internal sealed class FileReplacer(string root, Action<ReplaceStep>? passed = null)
{
    private const string Missing = "no such file or directory";
    private const string Changed = "it has changed since it was read";

    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode AnyRead = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file.</summary>
    /// <param name="path">The path from the root, with forward slashes. A link to a file in the tree is followed.</param>
    /// <param name="before">The bytes the file is known to have.</param>
    /// <param name="after">The bytes it is to have.</param>
    /// <returns>Why nothing was written, or what could not be kept of the file's properties.</returns>
    public ReplaceOutcome Replace(string path, byte[] before, byte[] after) => Run(walk =>
    {
        if (walk.GoTo(path) is { } refusal)
        {
            return ReplaceOutcome.Refused(refusal);
        }

        passed?.Invoke(ReplaceStep.FolderOpened);
        return Write(walk.Folder, walk.Name, before, after);
    });

    /// <summary>Writes a file that must not be there yet, and the folders it is in.</summary>
    /// <param name="path">The path from the root, with forward slashes.</param>
    /// <param name="content">The bytes it is to have.</param>
    /// <returns>Why nothing was written.</returns>
    public ReplaceOutcome Create(string path, byte[] content) => Run(walk =>
    {
        if (walk.GoToNew(path) is { } refusal)
        {
            return ReplaceOutcome.Refused(refusal);
        }

        passed?.Invoke(ReplaceStep.FolderOpened);
        return WriteNew(walk, content);
    });

    private ReplaceOutcome Run(Func<RootedWalk, ReplaceOutcome> write)
    {
        try
        {
            using var walk = RootedWalk.Start(root);
            return walk is null ? ReplaceOutcome.Refused(Missing) : write(walk);
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return ReplaceOutcome.Refused(FileTrouble.Describe(exception));
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of EFBIG: a limit of the file system, or of the user.
            return ReplaceOutcome.Refused("the file is too large");
        }
    }

    private ReplaceOutcome Write(FolderHandle folder, string name, byte[] before, byte[] after)
    {
        using var old = OldFile.Open(folder, name, out var refusal);
        if (old is null)
        {
            return ReplaceOutcome.Refused(refusal ?? Missing);
        }

        using var temporary = TemporaryFile.Create(folder, name, Private);
        if (temporary is null)
        {
            return ReplaceOutcome.Refused("another exslint is writing it");
        }

        temporary.Stream.Write(after);
        var losses = FileProperties.Copy(old, temporary.Stream.SafeFileHandle);
        temporary.Flush();
        folder.Lock(old);
        passed?.Invoke(ReplaceStep.Written);
        if (!HasContent(folder, name, before))
        {
            return ReplaceOutcome.Refused(Changed);
        }

        passed?.Invoke(ReplaceStep.Compared);
        if (!temporary.TryExchange())
        {
            temporary.Move(overwrite: true);
        }
        else
        {
            passed?.Invoke(ReplaceStep.Exchanged);
            if (!HasContent(folder, temporary.Name, before))
            {
                temporary.TryExchange();
                return ReplaceOutcome.Refused(Changed);
            }
        }

        folder.Flush();
        return new ReplaceOutcome(null, losses);
    }

    private static ReplaceOutcome WriteNew(RootedWalk walk, byte[] content)
    {
        using var temporary = TemporaryFile.Create(walk.Folder, walk.Name, AnyRead | AnyWrite);
        if (temporary is null)
        {
            return ReplaceOutcome.Refused("another exslint is writing it");
        }

        temporary.Stream.Write(content);
        temporary.Flush();
        if (!temporary.Move(overwrite: false))
        {
            return ReplaceOutcome.Refused(walk.Folder.StatusOf(walk.Name)?.Kind == PathKind.Folder ? "is a directory" : Changed);
        }

        walk.Folder.Flush();
        walk.KeepFolders();
        return new ReplaceOutcome(null, []);
    }

    private static bool HasContent(FolderHandle folder, string name, byte[] content)
    {
        using var file = folder.OpenFile(name, FileAccess.Read);
        if (file is null || RandomAccess.GetLength(file) != content.Length)
        {
            return false;
        }

        var found = new byte[content.Length + 1];
        var count = 0;
        while (RandomAccess.Read(file, found.AsSpan(count), count) is > 0 and var read)
        {
            count += read;
        }

        return found.AsSpan(0, count).SequenceEqual(content);
    }
}

/// <summary>Steps of replacing a file.</summary>
internal enum ReplaceStep
{
    /// <summary>The folder of the file is open.</summary>
    FolderOpened,

    /// <summary>The new text is on the disk, beside the file.</summary>
    Written,

    /// <summary>The file was found to be as it was when it was read.</summary>
    Compared,

    /// <summary>The new file has taken the place of the old one, which is still there.</summary>
    Exchanged,
}

/// <summary>What came of replacing a file.</summary>
/// <param name="Refusal">Why nothing was written, as words that follow a colon; null if it was.</param>
/// <param name="Losses">What could not be kept of a file that was written.</param>
internal sealed record ReplaceOutcome(string? Refusal, IReadOnlyList<string> Losses)
{
    /// <summary>Nothing was written.</summary>
    public static ReplaceOutcome Refused(string reason) => new(reason, []);
}
