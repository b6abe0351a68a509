using System.Collections.Immutable;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>The rows about <c>CapabilityBoundingSet=</c>; what a capability is good for is in capabilities(7).</summary>
internal static class CapabilityAdvice
{
    // Improper privilege management.
    private const int PrivilegeManagement = 269;

    /// <summary>The advice about all capabilities, in order: a finding about several is reported by the first.</summary>
    public static ImmutableArray<RowAdvice> All { get; } =
    [
        Of(
            "set-uid-gid-pcap", "SET_UID_GID_PCAP", "take on other users",
            "a process of the service that gains it can take on other users, groups or capabilities",
            "CAP_SETUID, CAP_SETGID and CAP_SETPCAP let a process take on any user, any group and other capabilities: whoever "
            + "holds them can become root."),
        Of(
            "sys-ptrace", "SYS_PTRACE", "read and change other processes",
            "a process of the service that gains it can read and change any other process",
            "CAP_SYS_PTRACE lets a process attach to others, read their memory with keys and passwords in it, and run code in "
                + "them."),
        Of(
            "chown-fsetid-setfcap", "CHOWN_FSETID_SETFCAP", "take over files",
            "a process of the service that gains it can change owners, set-user-ID bits or capabilities of files",
            "CAP_CHOWN, CAP_FSETID and CAP_SETFCAP let a process change the owner of any file, keep set-user-ID bits, and give "
            + "programs capabilities."),
        Of(
            "dac-fowner-ipc-owner", "DAC_FOWNER_IPC_OWNER", "ignore permissions of files",
            "a process of the service that gains it can pass over permissions of files or of shared memory",
            "CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER and CAP_IPC_OWNER let a process pass over the permissions of "
            + "files and of shared memory, those of other services among them."),
        Of(
            "net-admin", "NET_ADMIN", "configure the network",
            "a process of the service that gains it can configure interfaces, routes and the firewall",
            "CAP_NET_ADMIN lets a process change addresses, routes and firewall rules of the host, and listen to traffic that "
                + "is not for it."),
        Of(
            "sys-module", "SYS_MODULE", "load kernel modules",
            "a process of the service that gains it can load code into the kernel",
            "CAP_SYS_MODULE lets a process load and remove kernel modules, after which nothing on the host can be trusted."),
        Of(
            "sys-rawio", "SYS_RAWIO", "reach hardware directly",
            "a process of the service that gains it can reach ports, memory and disks directly",
            "CAP_SYS_RAWIO lets a process use I/O ports and raw commands of disks, beneath file systems and their permissions."),
        Of(
            "sys-time", "SYS_TIME", "set the clock",
            "a process of the service that gains it can set the system's clock",
            "CAP_SYS_TIME lets a process set the clock, by which expired certificates and tokens become valid again and logs "
                + "lie."),
        Of(
            "audit", "AUDIT", "write and steer the audit log",
            "a process of the service that gains it can read, write or steer the audit log",
            "CAP_AUDIT_CONTROL, CAP_AUDIT_READ and CAP_AUDIT_WRITE let a process read the kernel's audit log, write records "
            + "into it, and change what is recorded."),
        Of(
            "kill", "KILL", "stop any process",
            "a process of the service that gains it can send signals to processes of other users",
            "CAP_KILL lets a process send signals to every other, and so stop or kill any service of the host."),
        Of(
            "mknod", "MKNOD", "make device files",
            "a process of the service that gains it can make device files",
            "CAP_MKNOD lets a process make a device file of its own for a disk or for memory, with permissions as it likes."),
        Of(
            "net-bind-service-broadcast-raw", "NET_BIND_SERVICE_BROADCAST_RAW)", "use raw sockets and low ports",
            "a process of the service that gains it can use raw packets, broadcasts or low ports",
            "CAP_NET_RAW lets a process forge and overhear packets; CAP_NET_BIND_SERVICE lets it pose as a well-known service "
                + "of the host."),
        Of(
            "sys-nice-resource", "SYS_NICE_RESOURCE", "lift limits",
            "a process of the service that gains it can lift its limits or its priority",
            "CAP_SYS_NICE and CAP_SYS_RESOURCE let a process raise its priority and that of others, and pass over quotas and "
                + "limits."),
        Of(
            "syslog", "SYSLOG", "read the kernel's log",
            "a process of the service that gains it can read and clear the kernel's log",
            "CAP_SYSLOG lets a process read the kernel's log and the addresses of kernel code, which help an attacker to go on."),
        Of(
            "mac", "MAC", "change mandatory access control",
            "a process of the service that gains it can pass over or change the rules of mandatory access control",
            "CAP_MAC_ADMIN and CAP_MAC_OVERRIDE let a process change or ignore the rules of mandatory access control (Smack)."),
        Of(
            "sys-boot", "SYS_BOOT", "reboot the host",
            "a process of the service that gains it can reboot the host or load another kernel",
            "CAP_SYS_BOOT lets a process call reboot() and kexec_load(): stop the host, or start another kernel."),
        Of(
            "linux-immutable", "LINUX_IMMUTABLE", "mark files immutable",
            "a process of the service that gains it can mark files immutable, or take such a mark away",
            "CAP_LINUX_IMMUTABLE lets a process set and clear the immutable and append-only marks, with which logs are "
                + "protected."),
        Of(
            "ipc-lock", "IPC_LOCK", "lock memory",
            "a process of the service that gains it can keep as much memory as it likes from being swapped out",
            "CAP_IPC_LOCK lets a process lock memory beyond its limit, until the host has none left."),
        Of(
            "sys-chroot", "SYS_CHROOT", "change its root directory",
            "a process of the service that gains it can change its root directory",
            "CAP_SYS_CHROOT lets a process change its root directory and its mount namespace, by which it can deceive "
                + "set-user-ID programs."),
        Of(
            "block-suspend", "BLOCK_SUSPEND", "keep the host awake",
            "a process of the service that gains it can keep the host from being suspended",
            "CAP_BLOCK_SUSPEND lets a process keep the host from being suspended."),
        Of(
            "bpf", "BPF", "load BPF programs",
            "a process of the service that gains it can load programs into the kernel's BPF machine",
            "CAP_BPF lets a process load BPF programs, a rich source of flaws in the kernel."),
        Of(
            "lease", "LEASE", "take leases on files",
            "a process of the service that gains it can delay others who open a file",
            "CAP_LEASE lets a process take leases on files of others, and so delay whoever opens them."),
        Of(
            "sys-pacct", "SYS_PACCT", "switch process accounting",
            "a process of the service that gains it can switch process accounting on and off",
            "CAP_SYS_PACCT lets a process call acct(), which turns the record of finished processes on and off."),
        Of(
            "sys-tty-config", "SYS_TTY_CONFIG", "hang up terminals",
            "a process of the service that gains it can hang up terminals",
            "CAP_SYS_TTY_CONFIG lets a process call vhangup() and change virtual terminals that people are logged in on."),
        Of(
            "wake-alarm", "WAKE_ALARM", "wake the host",
            "a process of the service that gains it can set timers that wake the host",
            "CAP_WAKE_ALARM lets a process set timers that wake a suspended host."),
    ];

    private static RowAdvice Of(string item, string field, string power, string consequence, string description) => new(
        $"systemd-capability-{item}",
        $"CapabilityBoundingSet_CAP_{field}",
        $"Service may {power} if it gains the capability",
        consequence,
        $"{description} A service keeps what CapabilityBoundingSet= does not leave out within reach of everything that it "
            + $"starts.")
    {
        Cwe = PrivilegeManagement,
    };
}
