using System.Security.Cryptography;
using System.Text;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// A file that is written beside its place and then takes it. It is locked while it is open: one that is there and is not locked
/// is what a kill left behind. Where it did not take its place, it goes away.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    /// <summary>What its name ends with; the name starts with a dot. No program reads such a file.</summary>
    public const string Suffix = ".exslint-tmp";

    /// <summary>NAME_MAX of Linux, in bytes.</summary>
    private const int LongestName = 255;

    private readonly FolderHandle _folder;
    private readonly string _target;
    private bool _isBeside = true;

    private TemporaryFile(FolderHandle folder, string target, string name, FileStream stream)
    {
        _folder = folder;
        _target = target;
        Name = name;
        Stream = stream;
    }

    /// <summary>Its name in the folder; after an exchange, that of the old file.</summary>
    public string Name { get; }

    /// <summary>Its text.</summary>
    public FileStream Stream { get; }

    /// <summary>Makes the file; one that a kill left behind is removed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="target">The name it is to have in the end.</param>
    /// <param name="mode">Its permissions, of which the user's umask takes away.</param>
    /// <param name="writers">How many may write a file of this name at once.</param>
    /// <returns>The file; null if that many others are writing one.</returns>
    public static TemporaryFile? Create(FolderHandle folder, string target, UnixFileMode mode, int writers = 1)
    {
        for (var writer = 1; writer <= writers; writer++)
        {
            var name = NameFor(target, writer == 1 ? Suffix : $".{writer}{Suffix}");
            if (folder.RemoveUnlocked(name) && folder.CreateLocked(name, mode) is { } handle)
            {
                return new TemporaryFile(folder, target, name, new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0));
            }
        }

        return null;
    }

    /// <summary>The name of the temporary file for a name; as long a name as the file system takes.</summary>
    public static string NameFor(string target, string suffix = Suffix)
    {
        var name = $".{target}{suffix}";
        if (Encoding.UTF8.GetByteCount(name) <= LongestName)
        {
            return name;
        }

        suffix = $"~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)).AsSpan(0, 8))}{suffix}";
        var start = new StringBuilder(".");
        var length = 1 + Encoding.UTF8.GetByteCount(suffix);
        foreach (var rune in target.EnumerateRunes().TakeWhile(rune => (length += rune.Utf8SequenceLength) <= LongestName))
        {
            start.Append(rune.ToString());
        }

        return start.Append(suffix).ToString();
    }

    /// <summary>Makes what was written outlast a power cut.</summary>
    public void Flush() => Stream.Flush(flushToDisk: true);

    /// <summary>Takes the place of whatever has the name; what that was has <see cref="Name"/> then, and goes away.</summary>
    /// <returns>False if the file system cannot do that.</returns>
    public bool TryExchange() => _folder.TryExchange(Name, _target);

    /// <summary>Takes its place.</summary>
    /// <param name="overwrite">Whether it takes the place of a file that is there.</param>
    /// <returns>False if there is one that is to stay.</returns>
    public bool Move(bool overwrite)
    {
        var isMoved = _folder.Move(Name, _target, overwrite);
        _isBeside &= !isMoved;
        return isMoved;
    }

    /// <summary>Lets it stay beside its place.</summary>
    public void Keep() => _isBeside = false;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isBeside)
        {
            _folder.RemoveFile(Name);
        }

        _folder.Unlock(Stream.SafeFileHandle);
        Stream.Dispose();
    }
}
