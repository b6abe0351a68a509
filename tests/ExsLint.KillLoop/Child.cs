using System.Runtime.InteropServices;

namespace ExsLint.KillLoop;

/// <summary>A copy of this process that writes until it is killed.</summary>
/// <remarks>
/// Starting a process anew for each kill would take minutes. A copy cannot run where compiled code is in memory that is shared
/// with its parent: <c>DOTNET_EnableWriteXorExecute=0</c> has to be set.
/// </remarks>
internal static partial class Child
{
    private const int Kill = 9;
    private const long Memory = 100_000_000;

    /// <summary>Starts a child, lets it write, and kills it.</summary>
    /// <param name="microseconds">How long it may write.</param>
    /// <param name="first">The first version it writes; the others follow it.</param>
    /// <param name="write">Writes a version.</param>
    public static void KillAfter(int microseconds, int first, Action<int> write)
    {
        // Nobody could collect garbage in the child: what it needs is set aside before.
        GC.TryStartNoGCRegion(Memory);
        var child = Fork();
        if (child == 0)
        {
            for (var version = first; ; version++)
            {
                write(version);
            }
        }

        _ = Sleep((uint)microseconds);
        _ = Signal(child, Kill);
        _ = Wait(child, 0, 0);
        GC.EndNoGCRegion();
    }

    [LibraryImport("libc", EntryPoint = "fork")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fork();

    [LibraryImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sleep(uint microseconds);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Wait(int process, nint status, int options);
}
