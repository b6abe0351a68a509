using System.Collections.Immutable;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>The rows about <c>RestrictNamespaces=</c>; what a namespace is good for is in namespaces(7).</summary>
internal static class NamespaceAdvice
{
    /// <summary>The advice about all namespaces, in order: a finding about several is reported by the first.</summary>
    public static ImmutableArray<RowAdvice> All { get; } =
    [
        Of(
            "user", "user namespaces",
            "the service can become root in a user namespace, which opens much of the kernel to it",
            "In a user namespace an unprivileged process holds all capabilities, and reaches code of the kernel that is "
            + "otherwise for root only: many local root exploits start there.") with
        {
            Profile = RuleProfile.Recommended,
        },
        Of(
            "mnt", "mount namespaces",
            "the service can give its processes another view of the file system",
            "In a mount namespace of its own a process sees another file system than the rest of the host, where it can hide "
            + "files and deceive programs that it starts."),
        Of(
            "net", "network namespaces",
            "the service can make networks of its own, to which the host's filters do not apply",
            "In a network namespace of its own a process has interfaces and firewall rules of its own; with a user namespace it "
            + "reaches much of the kernel's network code."),
        Of(
            "pid", "process namespaces",
            "the service can hide the numbers of processes from one another",
            "In a process namespace of its own a process starts its own numbering and is init to what it starts, which confuses "
            + "tools that watch the host."),
        Of(
            "ipc", "IPC namespaces",
            "the service can make shared memory that the rest of the host does not see",
            "In an IPC namespace of its own a process has message queues and shared memory that neither limits nor tools of the "
                + "host reach."),
        Of(
            "cgroup", "control group namespaces",
            "the service can hide where it stands in the control group tree",
            "In a control group namespace of its own a process sees its own group as the root of the tree, which containers "
            + "need and services do not."),
        Of(
            "uts", "host name namespaces",
            "the service can give its processes another host name",
            "In a UTS namespace of its own a process can carry another host name than the host, which ends up in logs and names "
                + "of nodes."),
    ];

    private static RowAdvice Of(string kind, string kinds, string consequence, string description) => new(
        $"systemd-restrict-namespaces-{kind}",
        $"RestrictNamespaces_{kind}",
        $"Service may create {kinds}",
        consequence,
        $"{description} RestrictNamespaces= keeps the service from creating them.");
}
