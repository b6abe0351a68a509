using System.Net;

namespace ExsLint.Rules.Settings;

/// <summary>Tells which hosts are near: what goes to them passes nobody else's network.</summary>
internal static class HostName
{
    /// <summary>Whether a host is certainly this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    /// <summary>
    /// Whether a host is this machine, or a name without a dot: those of containers that run beside each other (<c>db</c>,
    /// <c>minio</c>).
    /// </summary>
    public static bool IsNear(string host) =>
        IsLoopback(host) || !host.AsSpan().ContainsAny('.', ':');
}
