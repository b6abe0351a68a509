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

    /// <summary>The host of a URL without port and trailing dot, or null if it names none (<c>""</c>, <c>/media</c>).</summary>
    public static string? OfUrl(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var authority = url[(start + 2)..];
        var end = authority.AsSpan().IndexOfAny("/?#");
        authority = end < 0 ? authority : authority[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var isBracketed = authority.StartsWith('[');
        var port = isBracketed
            ? authority.IndexOf(']', StringComparison.Ordinal) + 1
            : authority.IndexOf(':', StringComparison.Ordinal);
        var host = (port > 0 ? authority[..port] : authority).TrimEnd('.');
        return host.Length == 0 ? null : host;
    }
}
