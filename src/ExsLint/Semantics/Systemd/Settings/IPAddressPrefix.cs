using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>A range of IP addresses: what is common to all of them, and how many bits that is.</summary>
/// <param name="IsVersion6">Whether they are of version 6.</param>
/// <param name="Address">The first address.</param>
/// <param name="Length">The number of leading bits in common: 0 to 32, or to 128.</param>
public readonly record struct IPAddressPrefix(bool IsVersion6, UInt128 Address, int Length)
{
    private const int Bits4 = 32;
    private const int Bits6 = 128;
    private const int Loopback4 = 127;

    /// <summary>
    /// Whether these are addresses of the machine itself, as systemd tells: the first is in 127.0.0.0/8, or is ::1.
    /// </summary>
    public bool IsLocalhost => IsVersion6 ? Address == 1 : Address >> 24 == Loopback4;

    /// <summary>
    /// The prefixes that a word of <c>IPAddressAllow=</c> or <c>IPAddressDeny=</c> stands for; none if systemd skips it.
    /// </summary>
    public static IReadOnlyList<IPAddressPrefix> Parse(string word) => word switch
    {
        "any" => [Create(false, 0, 0), Create(true, 0, 0)],
        "link-local" => [Create(false, 0xA9FE0000, 16), Create(true, (UInt128)0xFE80 << 112, 64)],
        "multicast" => [Create(false, 0xE0000000, 4), Create(true, (UInt128)0xFF00 << 112, 8)],
        _ when IsLocalhostName(word) => [Create(false, 0x7F000000, 8), Create(true, 1, Bits6)],
        _ => ParseAddress(word) is { } prefix ? [prefix] : [],
    };

    private static IPAddressPrefix Create(bool isVersion6, UInt128 address, int length)
    {
        var free = (isVersion6 ? Bits6 : Bits4) - length;
        return new IPAddressPrefix(isVersion6, free >= Bits6 ? 0 : address >> free << free, length);
    }

    // is_localhost() of systemd.
    private static bool IsLocalhostName(string word)
    {
        var name = word.EndsWith('.') ? word[..^1] : word;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.Equals("localhost.localdomain", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost.localdomain", StringComparison.OrdinalIgnoreCase);
    }

    private static IPAddressPrefix? ParseAddress(string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        var text = slash < 0 ? word : word[..slash];
        if (!IsStrict(text) || !IPAddress.TryParse(text, out var address))
        {
            return null;
        }

        var isVersion6 = address.AddressFamily == AddressFamily.InterNetworkV6;
        var bits = isVersion6 ? Bits6 : Bits4;
        var length = bits;
        if (slash >= 0 && !TryParseLength(word[(slash + 1)..], bits, out length))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        return Create(
            isVersion6, isVersion6 ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
            length);
    }

    private static bool TryParseLength(string text, int max, out int length)
    {
        var isNumber = SystemdNumber.TryParse(text, out var number) && number >= 0 && number <= max;
        length = (int)number;
        return isNumber;
    }

    // inet_pton() takes no scope, no brackets, and only four decimal numbers without leading zeros for version 4.
    private static bool IsStrict(string text)
    {
        if (text.AsSpan().ContainsAny('[', ']', '%'))
        {
            return false;
        }

        var dotted = text[(text.LastIndexOf(':') + 1)..];
        if (dotted.Length < text.Length && !dotted.Contains('.', StringComparison.Ordinal))
        {
            return true;
        }

        var parts = dotted.Split('.');
        return parts.Length == 4 && parts.All(part =>
            part.Length is > 0 and <= 3
            && part.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            && (part.Length == 1 || part[0] != '0')
            && byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }
}
