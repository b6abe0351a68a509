using System.Runtime.InteropServices;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Numbers of Linux's errors (asm-generic/errno-base.h, asm-generic/errno.h), as the exceptions that .NET makes of them.
/// </summary>
internal static class LinuxError
{
    public const int NotPermitted = 1, NotFound = 2, TryAgain = 11, AccessDenied = 13, Exists = 17, Invalid = 22;
    public const int NameTooLong = 36, NoSuchCall = 38, Link = 40;

    /// <summary>The error of the last call.</summary>
    public static int Last => Marshal.GetLastPInvokeError();

    /// <summary>The exception for the error of the last call.</summary>
    public static Exception OfLastCall() => Last switch
    {
        NotFound => new FileNotFoundException(),
        NotPermitted or AccessDenied => new UnauthorizedAccessException(),
        NameTooLong => new PathTooLongException(),
        var error => new IOException(null, error),
    };
}
