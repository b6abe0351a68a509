using System.Collections.Immutable;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Base</c>.</summary>
internal static class BaseFunctions
{
    public static void AddTo(FunctionTable table) => table.In("Base")
        .Exact("encode64", 1, ValueShape.Binary, a =>
            a[0] is BinaryValue b ? Str(Convert.ToBase64String(b.Bytes.AsSpan())) : Raise)
        .Exact("url_encode64", 1, ValueShape.Binary, a => a[0] is BinaryValue b
            ? Str(Convert.ToBase64String(b.Bytes.AsSpan()).Replace('+', '-').Replace('/', '_'))
            : Raise)
        .Exact("encode16", 1, ValueShape.Binary, a => a[0] is BinaryValue b ? Str(Convert.ToHexString(b.Bytes.AsSpan())) : Raise)
        .Exact("encode16", 2, ValueShape.Binary, a => a[0] is BinaryValue b && Option(a[1], "case", "upper") is { } letters
            ? letters switch
            {
                "upper" => Str(Convert.ToHexString(b.Bytes.AsSpan())),
                "lower" => Str(Convert.ToHexStringLower(b.Bytes.AsSpan())),
                _ => null,
            }
            : null)
        .Exact("encode64", 2, ValueShape.Binary, a =>
            a[0] is BinaryValue b ? Unpadded(Convert.ToBase64String(b.Bytes.AsSpan()), a[1]) : null)
        .Exact("url_encode64", 2, ValueShape.Binary, a => a[0] is BinaryValue b
            ? Unpadded(Convert.ToBase64String(b.Bytes.AsSpan()).Replace('+', '-').Replace('/', '_'), a[1])
            : null)
        .Exact("decode64", 1, ValueShape.Any, a =>
            a[0] is BinaryValue ? Decode64(a[0], "+/") is { } bytes ? Ok(bytes) : Error : Raise)
        .Exact("decode64!", 1, ValueShape.Binary, a => a[0] is BinaryValue ? Decode64(a[0], "+/") ?? (AbstractValue)Raise : Raise)
        .Exact("url_decode64", 1, ValueShape.Any, a =>
            a[0] is BinaryValue ? Decode64(a[0], "-_") is { } bytes ? Ok(bytes) : Error : Raise)
        .Exact("url_decode64!", 1, ValueShape.Binary, a =>
            a[0] is BinaryValue ? Decode64(a[0], "-_") ?? (AbstractValue)Raise : Raise)
        .Exact("decode16", 1, ValueShape.Any, a => a[0] is BinaryValue ? Decode16(a[0]) is { } bytes ? Ok(bytes) : Error : Raise)
        .Exact("decode16!", 1, ValueShape.Binary, a => a[0] is BinaryValue ? Decode16(a[0]) ?? (AbstractValue)Raise : Raise)
        .Exact("decode16", 2, ValueShape.Any, a => InCase(a) is { } text ? Decode16(text) is { } bytes ? Ok(bytes) : Error : null)
        .Exact("decode16!", 2, ValueShape.Binary, a => InCase(a) is { } text ? Decode16(text) ?? (AbstractValue)Raise : null);

    /// <summary>
    /// Hexadecimal digits of the case that was asked for, all of them upper case; lower case where they are not; null where the
    /// option is another.
    /// </summary>
    private static BinaryValue? InCase(ImmutableArray<AbstractValue> arguments)
    {
        if (arguments[0] is not BinaryValue || BytesOf(arguments[0]) is not { } text)
        {
            return null;
        }

        return Option(arguments[1], "case", "upper") switch
        {
            "upper" => Bytes(text),
            "mixed" => Bytes(text.ToUpperInvariant()),
            "lower" => Bytes(text.Any(char.IsAsciiLetterUpper) ? text.ToLowerInvariant() : text.ToUpperInvariant()),
            _ => null,
        };
    }

    private static BinaryValue? Unpadded(string text, AbstractValue options) => Option(options, "padding", "true") switch
    {
        "true" => Str(text),
        "false" => Str(text.TrimEnd('=')),
        _ => null,
    };

    /// <summary>The only option that may be given; null where the options are others.</summary>
    private static string? Option(AbstractValue options, string name, string otherwise) => Items(options) switch
    {
        [] => otherwise,
        [TupleValue { Items: [AtomValue key, AtomValue value] }] when key.Name == name => value.Name,
        _ => null,
    };

    /// <summary>Padded, without white space; bits behind the last byte are not looked at.</summary>
    private static BinaryValue? Decode64(AbstractValue value, string last)
    {
        const string First = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var text = BytesOf(value)!;
        if (text.Length % 4 != 0)
        {
            return null;
        }

        var digits = text.EndsWith("==", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('=') ? text[..^1] : text;
        var bytes = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var c in digits)
        {
            var digit = First.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? index
                : last.IndexOf(c, StringComparison.Ordinal) is >= 0 and var rest ? First.Length + rest
                : -1;
            if (digit < 0)
            {
                return null;
            }

            (buffer, bits) = (((buffer << 6) | digit) & 0xFFFF, bits + 6);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Append((char)((buffer >> bits) & 0xFF));
            }
        }

        return Bytes(bytes.ToString());
    }

    private static BinaryValue? Decode16(AbstractValue value)
    {
        var text = BytesOf(value)!;
        return text.Length % 2 == 0 && text.All(c => char.IsAsciiDigit(c) || c is >= 'A' and <= 'F')
            ? new BinaryValue([.. Convert.FromHexString(text)])
            : null;
    }
}
