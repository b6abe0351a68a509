using System.Collections.Immutable;
using ExsLint.Edits;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>The rows about settings with values of their own that need no more than to be compared.</summary>
internal static class ValueAdvice
{
    private const string ResourceControl =
        "https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html";
    private const string Service = "https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html";

    // Exposure of sensitive information; of a resource to the wrong sphere; incorrect default permissions; channel open to
    // anybody.
    private const int ExposureOfInformation = 200;
    private const int WrongSphere = 668;
    private const int DefaultPermissions = 276;
    private const int OpenChannel = 923;

    // What systemd.exec(5) calls them, and the badness that systemd-analyze gives weaker ones.
    private const int FullProcess = 3;
    private const int WorldReadable = 5;
    private const int AnyAddress = 10;

    public static ImmutableArray<(RowAdvice Advice, string Key, string? ReferenceUri)> All { get; } =
    [
        (new(
            "systemd-delegate", "Delegate",
            "Service manages its own control groups",
            "the service manages a part of the control group tree by itself",
            "Delegate= hands a subtree of the control groups to the service, which only a manager of containers needs: systemd "
            + "no longer looks after what runs in it."),
            "Delegate", $"{ResourceControl}#Delegate="),
        (new(
            "systemd-ip-address-deny", "IPAddressDeny",
            "Service talks to every address",
            "the service may exchange packets with every address",
            "Without IPAddressDeny= a service that was broken into can reach the machines beside it and anything on the "
            + "Internet. IPAddressDeny=any with a list in IPAddressAllow= leaves it only those it works with.")
        {
            Cwe = OpenChannel,
            LeastBadness = AnyAddress,
            Fix = new("any", FixApplicability.Suggested),
        },
            "IPAddressDeny", ResourceControl),
        (new(
            "systemd-keyring-mode", "KeyringMode",
            "Service shares a kernel keyring",
            "the service shares keys in the kernel's keyring with other services",
            "KeyringMode=inherit and shared let the service read keys that other services or users keep in the kernel; services "
            + "have a keyring of their own unless somebody asks for this.")
        {
            Cwe = WrongSphere,
            Fix = new("private", FixApplicability.Unsafe),
        },
            "KeyringMode", null),
        (new(
            "systemd-notify-access", "NotifyAccess",
            "Every process of the service may speak for it",
            "any process in the service's control group can tell systemd what state the service is in",
            "With NotifyAccess=all systemd believes every process of the service: one that was broken into can name another "
            + "main process, store file descriptors, or keep the watchdog quiet.")
        {
            Cwe = WrongSphere,
        },
            "NotifyAccess", $"{Service}#NotifyAccess="),
        (new(
            "systemd-proc-subset", "ProcSubset",
            "Service sees the kernel's part of /proc",
            "the service sees files of /proc that are not about processes",
            "Without ProcSubset=pid a service can read much about the kernel and the machine in /proc that has nothing to do "
                + "with processes.")
        {
            Cwe = ExposureOfInformation,
            Fix = new("pid", FixApplicability.Unsafe),
        },
            "ProcSubset", null),
        (new(
            "systemd-protect-proc", "ProtectProc",
            "Service sees the processes of other users",
            "the service sees the processes of all users, with their command lines",
            "Without ProtectProc= a service sees every process of the host in /proc. Command lines often hold passwords, and "
            + "what runs on the host is worth knowing for an attacker.")
        {
            Profile = RuleProfile.Recommended,
            Cwe = ExposureOfInformation,
            LeastBadness = FullProcess,
            Fix =
                new("invisible", FixApplicability.Safe) { Programs = ["ps", "top", "htop", "pgrep", "pkill", "killall", "lsof"] },
        },
            "ProtectProc", null),
        (new(
            "systemd-root-directory", "RootDirectoryOrRootImage",
            "Service sees the host's whole file system",
            "the service sees the host's file system",
            "Without RootDirectory= or RootImage= a service runs in the host's own file system. In a tree of its own it finds "
            + "only what was put there, which takes work to build and to keep up to date.")
        {
            Cwe = WrongSphere,
        },
            "RootDirectory", null),
        (new(
            "systemd-supplementary-groups", "SupplementaryGroups",
            "Service belongs to further groups",
            "a flaw in the service gives away what these groups may reach, too",
            "SupplementaryGroups= adds the rights of further groups to the service: certificates, sockets, devices. Each is one "
            + "more thing that whoever breaks in can reach.")
        {
            Cwe = WrongSphere,
        },
            "SupplementaryGroups", null),
        (new(
            "systemd-system-call-architectures", "SystemCallArchitectures",
            "Service may use system calls of other architectures",
            "the service can make system calls in the ways of other architectures, which filters and auditors overlook",
            "Without SystemCallArchitectures=native a process on x86-64 can also use the system calls of i386 and x32, whose "
            + "paths through the kernel are less tested and which some filters do not cover.")
        {
            Profile = RuleProfile.Recommended,
            Fix = new("native", FixApplicability.Safe) { Programs = ["wine", "wine64", "qemu-i386", "box86", "linux32", "i386"] },
        },
            "SystemCallArchitectures", null),
        (new(
            "systemd-umask", "UMask",
            "Files of the service are open to all users",
            "new files of the service are open to every user of the host",
            "With systemd's default UMask=0022 every user of the host can read the files that the service makes, dumps and "
                + "uploads among them.")
        {
            Cwe = DefaultPermissions,
            LeastBadness = WorldReadable,
            Fix = new("0027", FixApplicability.Unsafe),
        },
            "UMask", null),
    ];
}
