using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Tells whether somebody has a file open to write, or opens it so, while it is looked at: fcntl(2), 'Leases'. It lasts until the
/// file is closed. Only Linux has leases, and there not every file system; of somebody else's file only who has CAP_LEASE gets
/// one.
/// </summary>
internal sealed class FileLease
{
    // asm-generic/fcntl.h, linux/fcntl.h, asm-generic/signal.h.
    private const int SetSignal = 10, SetLease = 1024, GetLease = 1025;
    private const int Read = 0, None = 2;
    private const int UrgentData = 23;

    private readonly SafeFileHandle _file;
    private readonly bool _isHeld;

    private FileLease(SafeFileHandle file, bool isHeld, bool isRefused)
    {
        _file = file;
        _isHeld = isHeld;
        HasWriter = isRefused;
    }

    /// <summary>Whether somebody had the file open to write from the start.</summary>
    public bool HasWriter { get; }

    /// <summary>Whether somebody came since who wants to write; the system lets them wait a while.</summary>
    public bool IsBroken => _isHeld && LinuxCalls.Control(_file, GetLease, 0) == None;

    /// <summary>Takes a lease, if there is one to be had.</summary>
    /// <param name="file">The file, open for nothing but reading.</param>
    public static FileLease Take(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new FileLease(file, isHeld: false, isRefused: false);
        }

        // The signal that tells of a break would end the process, but for one that is ignored unless it is asked for.
        var isHeld = LinuxCalls.Control(file, SetSignal, UrgentData) == 0 && LinuxCalls.Control(file, SetLease, Read) == 0;
        return new FileLease(file, isHeld, isRefused: !isHeld && LinuxError.Last == LinuxError.TryAgain);
    }
}
