using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics.Systemd.Commands;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>
/// The rows about settings that are on or off. Which of them leave a service on the Erlang virtual machine working was tried with
/// OTP 25 and 27.
/// </summary>
internal static class SwitchAdvice
{
    private const string On = "true";

    // Exposure of sensitive information; files readable by others.
    private const int ExposureOfInformation = 200;

    // Improper link resolution, race conditions: none of the rows is about those. Improper privilege management is.
    private const int PrivilegeManagement = 269;

    public static ImmutableArray<RowAdvice> All { get; } =
    [
        new(
            "systemd-lock-personality", "LockPersonality",
            "Service may change its execution domain",
            "the service can switch to other execution domains of the kernel",
            "Without LockPersonality= a process can change its execution domain, which selects little-tested emulation code of "
            + "the kernel and can turn off the randomisation of addresses.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(On, FixApplicability.Safe) { Programs = ["setarch", "linux32", "linux64", "i386"], Keys = ["Personality"] },
        },
        new(
            "systemd-memory-deny-write-execute", "MemoryDenyWriteExecute",
            "Service may run code that it writes into memory",
            "code that an attacker writes into the service's memory can be made executable",
            "Without MemoryDenyWriteExecute= memory can be writable and executable at once, or become executable later, which "
            + "is how injected code is run.")
        {
            Fix = new(On, FixApplicability.Unsafe)
            {
                IsOutOfPlace = unit =>
                    UnitEnvironment.EmulatorOptions(unit).Any(text => text.Contains("+JMsingle", StringComparison.Ordinal)),
            },
        },
        new(
            "systemd-private-mounts", "PrivateMounts",
            "Service may mount file systems for all to see",
            "file systems that the service mounts appear on the host",
            "With PrivateMounts= off a mount that the service makes shows up in the host's own tree, where other programs "
                + "follow it.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(
                On, FixApplicability.Safe) { Programs = ["mount", "umount", "fusermount", "fusermount3", "sshfs", "rclone"],
                Keys = ["MountFlags"] },
        },
        new(
            "systemd-private-network", "PrivateNetwork",
            "Service reaches the network",
            "the service reaches the networks of the host",
            "A service without PrivateNetwork= sees all network interfaces of the host. One that only computes, or that is "
            + "handed its connections by a socket unit, needs none of them.")
        {
            Fix = new(On, FixApplicability.Suggested),
        },
        new(
            "systemd-private-users", "PrivateUsers",
            "Service sees the host's users",
            "the service runs among the users of the host, and capabilities it gains count there",
            "Without PrivateUsers= the service shares the host's user namespace: a capability that it gains works on the whole "
            + "host instead of in a namespace that holds root, its own user and nobody.")
        {
            Cwe = PrivilegeManagement,
            Fix = new(
                On, FixApplicability.Unsafe) { IsOutOfPlace = unit =>
                    ServiceNeeds.HoldsAnyAmbient(unit) || ServiceNeeds.ListensOnLowPort(unit) },
        },
        new(
            "systemd-protect-clock", "ProtectClock",
            "Service may set the clock",
            "the service can set the clock as far as its privileges reach",
            "Without ProtectClock= a service with privileges can set the system's clock, by which expired certificates and "
            + "tokens become valid again and logs lie.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(
                On, FixApplicability.Safe) { Programs = ["hwclock", "ntpd", "ntpdate", "chronyd", "timedatectl"],
                Paths = ["/dev/rtc", "/dev/rtc0"] },
        },
        new(
            "systemd-protect-control-groups", "ProtectControlGroups",
            "Service may write to the control group tree",
            "/sys/fs/cgroup is not read-only for the service",
            "Without ProtectControlGroups= a service with privileges can write to /sys/fs/cgroup: lift the limits it runs "
            + "under, or stop other services.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(
                On, FixApplicability.Safe) { Programs = ["docker", "podman", "runc", "systemd-nspawn", "lxc-start"],
                Paths = ["/sys/fs/cgroup"], Keys = ["Delegate"] },
        },
        new(
            "systemd-protect-hostname", "ProtectHostname",
            "Service may change the host's name",
            "the service can change the host's name as far as its privileges reach",
            "Without ProtectHostname= a service with privileges can rename the host, which other programs, logs and the names "
            + "of Erlang nodes are built on.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(On, FixApplicability.Safe) { Programs = ["hostnamectl", "domainname"] },
        },
        new(
            "systemd-protect-kernel-logs", "ProtectKernelLogs",
            "Service may read the kernel's log",
            "the service can read the kernel's log as far as its privileges reach",
            "Without ProtectKernelLogs= a service with privileges can read and clear the kernel's log, whose addresses and "
            + "device names help an attacker to go on.")
        {
            Profile = RuleProfile.Recommended,
            Cwe = ExposureOfInformation,
            Fix = new(On, FixApplicability.Safe) { Programs = ["dmesg"], Paths = ["/dev/kmsg", "/proc/kmsg"] },
        },
        new(
            "systemd-protect-kernel-modules", "ProtectKernelModules",
            "Service may load kernel modules",
            "the service can load kernel modules as far as its privileges reach",
            "Without ProtectKernelModules= a service with privileges can load code into the kernel, after which nothing on the "
            + "host can be trusted; unprivileged ones still see the modules.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(
                On, FixApplicability.Safe) { Programs = ["modprobe", "insmod", "rmmod", "lsmod", "depmod"],
                Paths = ["/lib/modules", "/usr/lib/modules"] },
        },
        new(
            "systemd-protect-kernel-tunables", "ProtectKernelTunables",
            "Service may change kernel settings",
            "/proc/sys, /sys and other settings of the kernel are not read-only for the service",
            "Without ProtectKernelTunables= a service with privileges can write to /proc/sys and /sys, where the kernel's own "
            + "protections are turned off.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(On, FixApplicability.Safe) { Programs = ["sysctl"], Paths = ["/proc/sys", "/sys"] },
        },
        new(
            "systemd-restrict-realtime", "RestrictRealtime",
            "Service may take the processor for itself",
            "the service can ask for realtime scheduling and keep everything else from running",
            "Without RestrictRealtime= a service that may use realtime scheduling can occupy the processors, so that the host "
            + "no longer answers.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(
                On, FixApplicability.Safe) { Programs = ["chrt", "schedtool"],
                Keys = ["CPUSchedulingPolicy", "CPUSchedulingPriority"] },
        },
        new(
            "systemd-restrict-suid-sgid", "RestrictSUIDSGID",
            "Service may make set-user-ID files",
            "the service can make files with the set-user-ID or set-group-ID bit",
            "Without RestrictSUIDSGID= a service can leave a file that runs with its own rights for whoever starts it: a way "
            + "back in that outlives the repair of the first hole.")
        {
            Profile = RuleProfile.Recommended,
            Cwe = PrivilegeManagement,
            Fix =
                new(On, FixApplicability.Safe) { Programs = ["apt", "apt-get", "dpkg", "rpm", "dnf", "git", "chmod", "install"] },
        },
        new(
            "systemd-remove-ipc", "RemoveIPC",
            "Service leaves shared memory behind",
            "shared memory and semaphores of its user stay when the service stops",
            "Without RemoveIPC= shared memory, semaphores and message queues of the service's user outlive the service, for the "
            + "next process of that user to find.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new(On, FixApplicability.Safe) { Programs = ["postgres", "pg_ctl", "pg_ctlcluster", "postmaster"] },
        },
    ];
}
