using System.Net;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Settings;

/// <summary>
/// Addresses of listeners as Erlang writes them: four bytes or eight 16-bit words (inet(3), type ip_address()).
/// </summary>
internal static class InternetAddress
{
    /// <summary>The address that a tuple is; null for any other value.</summary>
    public static IPAddress? Of(AbstractValue value)
    {
        if (value is not TupleValue tuple)
        {
            return null;
        }

        var limit = tuple.Items.Length switch { 4 => 0xFF, 8 => 0xFFFF, _ => -1 };
        var numbers = tuple.Items.OfType<IntegerValue>().Select(item => item.Number).ToList();
        if (limit < 0 || numbers.Count != tuple.Items.Length || numbers.Any(number => number < 0 || number > limit))
        {
            return null;
        }

        return new IPAddress(limit == 0xFF
            ? [.. numbers.Select(number => (byte)number)]
            : [.. numbers.SelectMany(number => new[] { (byte)((int)number >> 8), (byte)((int)number & 0xFF) })]);
    }

    /// <summary>
    /// Whether what listens there is reached from this machine alone: by a loopback address or a Unix socket. Null if that is not
    /// known.
    /// </summary>
    public static bool? IsLocal(AbstractValue value) => value switch
    {
        AtomValue { Name: "loopback" } or TupleValue { Items: [AtomValue { Name: "local" }, ..] } => true,
        AtomValue { Name: "any" } => false,
        _ => Of(value) is { } address
            ? IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            : null,
    };

    /// <summary>Whether a value stands for all interfaces.</summary>
    public static bool IsWildcard(AbstractValue value) => value is AtomValue { Name: "any" }
        || (Of(value) is { } address && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
