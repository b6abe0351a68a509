using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// Erlang's <c>inet</c>: addresses as text, in the ways in which people write them. What only <c>inet_aton</c> reads
/// (<c>127.1</c>, octal and hexadecimal numbers), zones, and IPv4 within IPv6 are unknown.
/// </summary>
internal static class InetFunctions
{
    private static readonly SearchValues<char> OfAddresses = SearchValues.Create("0123456789abcdefABCDEFxX.:");

    public static void AddTo(FunctionTable table)
    {
        table.In(":inet")
            .Exact("parse_address", 1, ValueShape.Any, a => Parse(a[0], isStrict: false, takesV4: true, takesV6: true))
            .Exact("parse_strict_address", 1, ValueShape.Any, a => Parse(a[0], isStrict: true, takesV4: true, takesV6: true))
            .Exact("parse_ipv4_address", 1, ValueShape.Any, a => Parse(a[0], isStrict: false, takesV4: true, takesV6: false))
            .Exact("parse_ipv4strict_address", 1, ValueShape.Any, a => Parse(a[0], isStrict: true, takesV4: true, takesV6: false))
            .Exact("parse_ipv6_address", 1, ValueShape.Any, a => Parse(a[0], isStrict: false, takesV4: false, takesV6: true))
            .Exact("parse_ipv6strict_address", 1, ValueShape.Any, a => Parse(a[0], isStrict: true, takesV4: false, takesV6: true))
            .Exact("ntoa", 1, ValueShape.Any, a =>
                a[0] is TupleValue { Items: { Length: 4 } bytes }
                    && bytes.All(part => part is IntegerValue { Number: var number } && number >= 0 && number <= byte.MaxValue)
                    ? Charlist(Str(string.Join(
                        '.', bytes.Select(part => ((IntegerValue)part).Number.ToString(CultureInfo.InvariantCulture)))))
                    : null);
    }

    private static AbstractValue? Parse(AbstractValue value, bool isStrict, bool takesV4, bool takesV6)
    {
        var invalid = Tuple(Error, new AtomValue("einval"));
        if (value is not ListValue list)
        {
            return takesV4 && takesV6 ? invalid : null;
        }

        if (Characters(list) is not BinaryValue { ValidText: { } text } || list.Items.Any(item => item is not IntegerValue))
        {
            return null;
        }

        if (text.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        if (text.Length == 0 || text.AsSpan().ContainsAnyExcept(OfAddresses))
        {
            return invalid;
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return !takesV6 ? invalid
                : text.Contains('.', StringComparison.Ordinal) ? null
                : Groups(text) is { } groups ? Ok(Tuple([.. groups.Select(Number)]))
                : invalid;
        }

        return Bytes(text) is { } bytes
            ? takesV4 ? Ok(Tuple([.. bytes.Select(Number)]))
                : isStrict ? invalid
                : Ok(Tuple([.. ((int[])
                    [0, 0, 0, 0, 0, ushort.MaxValue, (bytes[0] << 8) + bytes[1], (bytes[2] << 8) + bytes[3]]).Select(Number)]))
            : isStrict ? invalid
            : null;

        static AbstractValue Number(int number) => Terms.Number(number);
    }

    /// <summary>Four decimal numbers without leading zeros.</summary>
    private static int[]? Bytes(string text)
    {
        var parts = text.Split('.');
        var bytes = new int[4];
        if (parts.Length != bytes.Length)
        {
            return null;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (parts[i] is not ("0" or [>= '1' and <= '9', ..])
                || !byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            bytes[i] = number;
        }

        return bytes;
    }

    /// <summary>Eight groups of up to four hexadecimal digits, or fewer with one <c>::</c> among them.</summary>
    private static ImmutableArray<int>? Groups(string text)
    {
        const int Count = 8;
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return Groups(text, Count) is { Length: Count } all ? all : null;
        }

        return Groups(text[..gap], Count - 1) is { } before && Groups(text[(gap + 2)..], Count - 1 - before.Length) is { } after
            ? [.. before, .. new int[Count - before.Length - after.Length], .. after]
            : null;
    }

    private static ImmutableArray<int>? Groups(string text, int atMost)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var groups = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split(':'))
        {
            if (part.Length is 0 or > 4
                || groups.Count == atMost
                || !int.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            groups.Add(number);
        }

        return groups.ToImmutable();
    }
}
