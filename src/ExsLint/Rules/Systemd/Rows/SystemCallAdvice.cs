using System.Collections.Immutable;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>The rows about <c>SystemCallFilter=</c>; <c>systemd-analyze syscall-filter</c> lists the groups.</summary>
internal static class SystemCallAdvice
{
    /// <summary>
    /// The advice about all groups of system calls, in order: a finding about several is reported by the first. Groups that
    /// contain others come last.
    /// </summary>
    public static ImmutableArray<RowAdvice> All { get; } =
    [
        Of(
            "mount",
            "the service may make the system calls that mount file systems",
            "The calls of @mount (mount, umount, pivot_root and the like) change the tree of files; with a user namespace they "
            + "need no privileges."),
        Of(
            "module",
            "the service may make the system calls that load kernel modules",
            "The calls of @module (init_module, delete_module and the like) load code into the kernel."),
        Of(
            "raw-io",
            "the service may make the system calls that reach hardware directly",
            "The calls of @raw-io (ioperm, iopl and the like) reach I/O ports and the devices of the bus directly."),
        Of(
            "debug",
            "the service may make the system calls with which processes are traced",
            "The calls of @debug (ptrace, perf_event_open and the like) read and change other processes and reach deep into the "
            + "kernel; several exploits went through them."),
        Of(
            "clock",
            "the service may make the system calls that set the clock",
            "The calls of @clock (settimeofday, clock_settime, adjtimex and the like) change the system's time."),
        Of(
            "reboot",
            "the service may make the system calls that reboot the host",
            "The calls of @reboot (reboot, kexec_load and the like) stop the host or start another kernel."),
        Of(
            "swap",
            "the service may make the system calls that change swap space",
            "The calls of @swap (swapon and swapoff) add and remove swap space."),
        Of(
            "cpu-emulation",
            "the service may make the system calls of the processor's emulation modes",
            "The calls of @cpu-emulation (modify_ldt, vm86 and the like) are for emulators of old machines; flaws in them have "
            + "given away the kernel."),
        Of(
            "obsolete",
            "the service may make system calls that no current program uses",
            "The calls of @obsolete (uselib, ustat and the like) are left from old kernels, and little-tested code stands "
                + "behind them."),
        Of(
            "privileged",
            "the service may make system calls that are for the super-user",
            "The calls of @privileged (chown, setuid, the groups @clock, @module, @raw-io, @reboot and @swap, and the like) do "
            + "what needs privileges."),
        Of(
            "resources",
            "the service may make the system calls that change limits and priorities",
            "The calls of @resources (setrlimit, sched_setscheduler, ioprio_set and the like) change what processes are given "
            + "of memory, processors and disks."),
    ];

    private static RowAdvice Of(string group, string consequence, string description) => new(
        $"systemd-system-call-filter-{group}",
        $"SystemCallFilter_{group.Replace('-', '_')}",
        $"System calls of @{group} are open to the service",
        consequence,
        $"{description} SystemCallFilter= takes them from the service, whatever privileges it gains.");
}
