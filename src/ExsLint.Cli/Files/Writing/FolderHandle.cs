using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// A folder that is open for writing in it. On Linux it stays the same folder, wherever its path leads meanwhile; elsewhere it is
/// its path.
/// All names are single names in it, and no link is followed.
/// </summary>
internal abstract class FolderHandle : IDisposable
{
    /// <summary>Opens a folder by its path, whose links are followed.</summary>
    public static FolderHandle Open(string path) => OperatingSystem.IsLinux() ? LinuxFolder.OpenPath(path) : new PathFolder(path);

    /// <summary>What a name stands for; null if there is nothing.</summary>
    public abstract FileStatus? StatusOf(string name);

    /// <summary>What a link says; null for what is no link.</summary>
    public abstract string? LinkTarget(string name);

    /// <summary>Opens a folder in this one.</summary>
    public abstract FolderHandle OpenFolder(string name);

    /// <summary>Makes a folder, with the permissions that the user's umask leaves.</summary>
    /// <returns>False if something of this name is there.</returns>
    public abstract bool CreateFolder(string name);

    /// <summary>Removes a folder that is empty; one that is not stays.</summary>
    public abstract void RemoveFolder(string name);

    /// <summary>Opens a regular file; null if none is there.</summary>
    public abstract SafeFileHandle? OpenFile(string name, FileAccess access);

    /// <summary>Makes a file and locks it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mode">Its permissions, of which the user's umask takes away.</param>
    /// <returns>
    /// The file, open for reading and writing; null if something of this name is there, or somebody took the file away at once.
    /// </returns>
    public abstract SafeFileHandle? CreateLocked(string name, UnixFileMode mode);

    /// <summary>Removes a file that nobody has locked.</summary>
    /// <returns>False if somebody has locked it.</returns>
    public abstract bool RemoveUnlocked(string name);

    /// <summary>Removes a file.</summary>
    public abstract void RemoveFile(string name);

    /// <summary>Keeps another ExsLint from removing an open file as one that a kill left behind.</summary>
    public abstract void Lock(SafeFileHandle file);

    /// <summary>
    /// Gives up the lock of an open file. To close it would not do: a process that is being started has the same descriptor for a
    /// moment.
    /// </summary>
    public abstract void Unlock(SafeFileHandle file);

    /// <summary>Lets two files change their names in one step.</summary>
    /// <returns>False if the file system cannot do that.</returns>
    public abstract bool TryExchange(string first, string second);

    /// <summary>Renames a file.</summary>
    /// <param name="from">Its name.</param>
    /// <param name="to">The new name.</param>
    /// <param name="overwrite">Whether it takes the place of a file of the new name.</param>
    /// <returns>False if a file of the new name is there and is to stay.</returns>
    public abstract bool Move(string from, string to, bool overwrite);

    /// <summary>Makes the folder's entries outlast a power cut, where that can be done.</summary>
    public abstract void Flush();

    /// <inheritdoc/>
    public abstract void Dispose();
}
