using ExsLint.Cli.Streams;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Replaces files: whatever happens meanwhile, a kill or a power cut included, each is there as a whole, as it was or as it is to
/// be.
/// </summary>
/// <param name="root">The absolute path of the tree; nothing outside of it is written, wherever links lead.</param>
/// <param name="passed">Told of each step behind which somebody else may come in between.</param>
/// <param name="open">Opens the root's folder; null for the way that the system has.</param>
internal sealed class FileReplacer(string root, Action<ReplaceStep>? passed = null, Func<string, FolderHandle>? open = null)
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
            using var walk = RootedWalk.Start(root, open ?? FolderHandle.Open);
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
        passed?.Invoke(ReplaceStep.Written);
        if (!HasContent(folder, name, before))
        {
            return ReplaceOutcome.Refused(Changed);
        }

        passed?.Invoke(ReplaceStep.Compared);
        folder.Lock(old);
        try
        {
            return TakePlace(folder, temporary, before, after) is { } reason
                ? ReplaceOutcome.Refused(reason)
                : new ReplaceOutcome(null, losses);
        }
        finally
        {
            folder.Unlock(old);
        }
    }

    private string? TakePlace(FolderHandle folder, TemporaryFile temporary, byte[] before, byte[] after)
    {
        if (!temporary.TryExchange())
        {
            temporary.Move(overwrite: true);
        }
        else if (LookAgain(folder, temporary, before, after) is { } reason)
        {
            return reason;
        }

        folder.Flush();
        return null;
    }

    /// <summary>
    /// Looks at the old file once more, now that nobody finds it by its name; where it is another one, it gets its name back.
    /// </summary>
    /// <returns>Why it did; null if it goes away.</returns>
    private string? LookAgain(FolderHandle folder, TemporaryFile temporary, byte[] before, byte[] after)
    {
        passed?.Invoke(ReplaceStep.Exchanged);
        if (WhyKept(folder, temporary.Name, before) is not { } reason)
        {
            return null;
        }

        temporary.TryExchange();
        if (HasContent(folder, temporary.Name, after))
        {
            return reason;
        }

        // Somebody wrote to the new file in the moment that it was there.
        temporary.Keep();
        return $"{reason}; what was written to the new text meanwhile is in {temporary.Name}";
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
        return file is not null && HasContent(file, content);
    }

    /// <summary>
    /// Why a file must not go away: it has another content, or somebody has it open to write one; null if it may.
    /// </summary>
    private static string? WhyKept(FolderHandle folder, string name, byte[] content)
    {
        using var file = folder.OpenFile(name, FileAccess.Read);
        if (file is null)
        {
            return Changed;
        }

        var lease = FileLease.Take(file);
        return !HasContent(file, content) ? Changed
            : lease.HasWriter || lease.IsBroken ? "another program has it open to write"
            : null;
    }

    private static bool HasContent(SafeFileHandle file, byte[] content)
    {
        if (RandomAccess.GetLength(file) != content.Length)
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
