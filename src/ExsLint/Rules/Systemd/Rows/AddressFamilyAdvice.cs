using System.Collections.Immutable;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>The rows about <c>RestrictAddressFamilies=</c>; what a family is good for is in address_families(7).</summary>
internal static class AddressFamilyAdvice
{
    /// <summary>The advice about all address families, in order: a finding about several is reported by the first.</summary>
    public static ImmutableArray<RowAdvice> All { get; } =
    [
        Of(
            "other", "OTHER", "sockets of unusual families",
            "the service can open sockets of families that hardly anything uses",
            "The code behind families such as AF_ALG, AF_VSOCK, AF_TIPC or AF_RDS is little used and has been a source of local "
            + "root exploits; any process may open such sockets."),
        Of(
            "packet", "AF_PACKET", "packet sockets",
            "the service can open sockets that see and send raw packets, as far as its privileges reach",
            "A packet socket sees the traffic of the host and sends frames as the sender likes; only sniffers, DHCP and the "
                + "like need one."),
        Of(
            "inet-inet6", "AF_INET_INET6", "Internet sockets",
            "the service can open Internet sockets",
            "Internet sockets connect a service that was broken into with the machines beside it and with its new master. A "
            + "service that only talks to local sockets needs none."),
        Of(
            "netlink", "AF_NETLINK", "netlink sockets",
            "the service can talk to the kernel through netlink sockets",
            "Netlink sockets reach the kernel's configuration of networks, audit and devices, a large interface with a history "
                + "of flaws."),
        Of(
            "unix", "AF_UNIX", "local sockets",
            "the service can connect to local sockets",
            "Local sockets lead to the other services of the host, such as D-Bus, a database or a container manager."),
    ];

    private static RowAdvice Of(string item, string field, string sockets, string consequence, string description) => new(
        $"systemd-restrict-address-families-{item}",
        $"RestrictAddressFamilies_{field}",
        $"Service may open {sockets}",
        consequence,
        $"{description} RestrictAddressFamilies= leaves a service the families that it needs.");
}
