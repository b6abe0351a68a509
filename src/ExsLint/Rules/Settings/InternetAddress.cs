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

    /// <summary>Whether a value stands for all interfaces.</summary>
    public static bool IsWildcard(AbstractValue value) => value is AtomValue { Name: "any" }
        || (Of(value) is { } address && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
