using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>URI</c>.</summary>
internal static partial class UriFunctions
{
    /// <summary>
    /// The schemes whose port every version knows (<c>URI.default_port/1</c>, Elixir 1.14); others may be registered.
    /// </summary>
    private static readonly Dictionary<string, int> DefaultPorts = new(StringComparer.Ordinal)
    {
        ["ftp"] = 21,
        ["http"] = 80,
        ["https"] = 443,
        ["ldap"] = 389,
        ["sftp"] = 22,
        ["tftp"] = 69,
        ["ws"] = 80,
        ["wss"] = 443,
    };

    /// <summary>The struct of <c>URI</c>.</summary>
    public static StructDefinition Struct { get; } = new(
        ImmutableDictionary.CreateRange(
            new[] { "authority", "fragment", "host", "path", "port", "query", "scheme", "userinfo" }.Select(field =>
                KeyValuePair.Create(field, (AbstractValue)Nil))),
        IsException: false,
        DefinedAt: 0);

    public static void AddTo(FunctionTable table) => table.In("URI")
        .Exact("parse", 1, ValueShape.Any, a => a[0] is BinaryValue ? Parse(BytesOf(a[0])!) : a[0] is MapValue ? null : Raise)
        .Exact("new!", 1, ValueShape.Any, a => a[0] is BinaryValue ? New(BytesOf(a[0])!) : a[0] is MapValue ? null : Raise)
        .Exact("new", 1, ValueShape.Any, a =>
            a[0] is BinaryValue ? New(BytesOf(a[0])!) is { } uri ? Ok(uri) : null : a[0] is MapValue ? null : Raise)
        .Partial("to_string", 1, ValueShape.Binary, a => a[0] is MapValue { StructName: "Elixir.URI" } uri ? Write(uri) : null)
        .Exact("encode", 1, ValueShape.Binary, a =>
            Encode(a[0], c => IsUnreserved(c) || ":/?#[]@!$&'()*+,;=".Contains(c, StringComparison.Ordinal)))
        .Exact("encode_www_form", 1, ValueShape.Binary, a => a[0] is BinaryValue ? Bytes(Form(BytesOf(a[0])!)) : Raise)
        .Exact("decode", 1, ValueShape.Binary, a =>
            a[0] is BinaryValue ? Decode(BytesOf(a[0])!) is { } text ? Bytes(text) : null : Raise)
        .Exact("decode_www_form", 1, ValueShape.Binary, a =>
            a[0] is BinaryValue ? Decode(BytesOf(a[0])!.Replace('+', ' ')) is { } text ? Bytes(text) : null : Raise)
        .Exact("decode_query", 1, ValueShape.Any, a => a[0] is BinaryValue ? DecodeQuery(BytesOf(a[0])!) : Raise)
        .Exact("encode_query", 1, ValueShape.Binary, a => Enumerables.Ordered(a[0]) is { } pairs ? Query(pairs) : null);

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static AbstractValue Encode(AbstractValue value, Func<char, bool> stays) =>
        value is BinaryValue ? Bytes(Escape(BytesOf(value)!, stays)) : Raise;

    private static string Escape(string text, Func<char, bool> stays)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped.Append(stays(c) ? c.ToString() : $"%{(int)c:X2}");
        }

        return escaped.ToString();
    }

    private static string Form(string text) => Escape(text, c => IsUnreserved(c) || c == ' ').Replace(' ', '+');

    /// <summary>Percent signs that no two hexadecimal digits follow are treated differently; they give null.</summary>
    private static string? Decode(string text)
    {
        var decoded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                decoded.Append(text[i]);
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                decoded.Append((char)int.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return decoded.ToString();
    }

    /// <summary><c>a=1&amp;b=2</c> as a map, in which the last of equal keys counts.</summary>
    private static AbstractValue? DecodeQuery(string query)
    {
        var pairs = ImmutableArray.CreateBuilder<AbstractValue>();
        while (query.Length > 0)
        {
            var end = query.IndexOf('&', StringComparison.Ordinal);
            var pair = (end < 0 ? query : query[..end]).Replace('+', ' ');
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (Decode(equals < 0 ? pair : pair[..equals]) is not { } key
                || Decode(equals < 0 ? "" : pair[(equals + 1)..]) is not { } value)
            {
                return null;
            }

            pairs.Add(Tuple(Bytes(key), Bytes(value)));
            query = end < 0 ? "" : query[(end + 1)..];
        }

        return Enumerables.Into(pairs.DrainToImmutable(), new MapValue([]), isOrdered: true);
    }

    private static BinaryValue? Query(ImmutableArray<AbstractValue> pairs)
    {
        var parts = new List<string>();
        foreach (var pair in pairs)
        {
            if (pair is not TupleValue
                {
                    Items:
                    [(AtomValue or BinaryValue or IntegerValue) and var key,
                    (AtomValue or BinaryValue or IntegerValue) and var value]
                }
                || TextTerms.ToText(key) is not BinaryValue name || TextTerms.ToText(value) is not BinaryValue text)
            {
                return null;
            }

            parts.Add($"{Form(BytesOf(name)!)}={Form(BytesOf(text)!)}");
        }

        return Bytes(string.Join('&', parts));
    }

    /// <summary>
    /// The parts of a plain URL. Hosts in brackets, ports that are no numbers, and what else the versions take differently give
    /// null; so does the deprecated field <c>authority</c>.
    /// </summary>
    private static MapValue? Parse(string text)
    {
        var match = PlainUrl().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
        AbstractValue port = match.Groups["port"] is { Success: true, Value: var digits }
            ? Number(BigInteger.Parse(digits, CultureInfo.InvariantCulture))
            : DefaultPorts.TryGetValue(scheme, out var known) ? Number(known)
            : new UnknownValue("the default port of a scheme");
        return MapValue.Struct(
            "URI",
            ("scheme", Str(scheme)),
            ("userinfo", OrNil(match.Groups["user"])),
            ("host", OrNil(match.Groups["host"])),
            ("port", port),
            ("path", OrNil(match.Groups["path"])),
            ("query", OrNil(match.Groups["query"])),
            ("fragment", OrNil(match.Groups["fragment"])),
            ("authority", new UnknownValue("the deprecated field authority")));
    }

    /// <summary>As <see cref="Parse"/>, but of texts with percent signs, which it may refuse, nothing is known.</summary>
    private static MapValue? New(string text) => text.Contains('%', StringComparison.Ordinal) ? null : Parse(text);

    /// <summary>A URL with a host that is a name: others hold the deprecated field <c>authority</c>, or brackets.</summary>
    public static AbstractValue? Write(MapValue uri)
    {
        AbstractValue? Field(string name) => uri.Find(new AtomValue(name));
        string? Part(string name, string before, string after = "") => Field(name) switch
        {
            AtomValue { IsNil: true } => "",
            BinaryValue text => before + BytesOf(text) + after,
            _ => null,
        };
        string?[] parts =
        [
            Part("userinfo", "", "@"), BytesOf(Field("host") ?? Nil), PortOf(Field("scheme"), Field("port")), Part("path", ""),
            Part("query", "?"), Part("fragment", "#"),
        ];
        if (Part("scheme", "", ":") is not { } scheme
            || parts.Contains(null)
            || parts[1]!.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        return parts[3] is { Length: > 0 } path && path[0] != '/' ? Raise : Bytes($"{scheme}//{string.Concat(parts)}");
    }

    /// <summary>A port with its colon; nothing for the scheme's own.</summary>
    private static string? PortOf(AbstractValue? scheme, AbstractValue? port) => (scheme, port) switch
    {
        (_, AtomValue { IsNil: true }) => "",
        (BinaryValue name, IntegerValue { Number: var number }) =>
            DefaultPorts.TryGetValue(BytesOf(name)!.ToLowerInvariant(), out var known)
                ? number == known ? "" : $":{number}"
                : null,
        (AtomValue { IsNil: true }, IntegerValue { Number: var number }) => $":{number}",
        _ => null,
    };

    private static AbstractValue OrNil(Group group) => group.Success ? Str(group.Value) : Nil;

    [GeneratedRegex(
        @"\A(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://((?<user>[A-Za-z0-9._~!$&'()*+,;=:%-]+)@)?(?<host>[A-Za-z0-9._-]+)(:(?<port>[0-9]{1,9}))?(?<path>/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*)?(\?(?<query>[A-Za-z0-9._~!$&'()*+,;=:@/%?-]+))?(\#(?<fragment>[A-Za-z0-9._~!$&'()*+,;=:@/%?-]+))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainUrl();
}
