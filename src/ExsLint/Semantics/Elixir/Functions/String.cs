using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>String</c>: conversions, case, white space, replacing. What depends on Unicode's tables is left unknown.</summary>
internal static class StringFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("String.Chars").Any("to_string", 1, (_, a) => TextTerms.ToText(a[0]));
        table.In("String")
            .Exact("to_integer", 1, ValueShape.Integer, a => a[0] is not BinaryValue text ? Raise
                : text.Bytes.Length > IntegerFunctions.MaximumDigits ? new UnknownValue("a large number", ValueShape.Integer)
                : ElixirText.ParseInteger(BytesOf(text)!) is { } number ? Number(number) : Raise)
            .Exact("to_integer", 2, ValueShape.Integer, a =>
                a[0] is BinaryValue { Bytes.Length: < 64 } && SmallInteger(a[1]) is >= 2 and <= 36 and var radix
                    ? InBase(BytesOf(a[0])!, radix)
                    : null)
            .Exact("to_float", 1, ValueShape.Float, a => a[0] is BinaryValue ? FloatFunctions.FromText(BytesOf(a[0])!) : Raise)
            .Exact("to_atom", 1, ValueShape.Atom, a => ToAtom(a[0]))
            .Calling("to_existing_atom", 1, ValueShape.Atom, ToExistingAtom)
            .Exact("to_charlist", 1, ValueShape.List, a => a[0] is BinaryValue ? Charlist(a[0]) : Raise)
            .Exact("upcase", 1, ValueShape.Binary, a => OfAscii(a[0], text => text.ToUpperInvariant()))
            .Exact("downcase", 1, ValueShape.Binary, a => OfAscii(a[0], text => text.ToLowerInvariant()))
            .Exact("capitalize", 1, ValueShape.Binary, a =>
                OfAscii(a[0], text => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant()))
            .Exact("trim", 1, ValueShape.Binary, a => OfText(a[0], ElixirText.Trim))
            .Exact("trim_leading", 1, ValueShape.Binary, a => OfText(a[0], text => text.TrimStart()))
            .Exact("trim_trailing", 1, ValueShape.Binary, a => OfText(a[0], text => text.TrimEnd()))
            .Exact("trim", 2, ValueShape.Binary, a => TrimAll(a, leading: true, trailing: true))
            .Exact("trim_leading", 2, ValueShape.Binary, a => TrimAll(a, leading: true, trailing: false))
            .Exact("trim_trailing", 2, ValueShape.Binary, a => TrimAll(a, leading: false, trailing: true))
            .Exact("duplicate", 2, ValueShape.Binary, a =>
                a[0] is BinaryValue && a[1] is IntegerValue { Number: { Sign: >= 0 } count }
                    ? count * BytesOf(a[0])!.Length > TextTerms.MaximumTextWeight
                        ? null
                        : Bytes(string.Concat(Enumerable.Repeat(
                            BytesOf(a[0])!, (int)BigInteger.Min(count, int.MaxValue / 2) * (BytesOf(a[0])!.Length > 0 ? 1 : 0))))
                    : Raise)
            .Exact("starts_with?", 2, ValueShape.Boolean, a =>
                AnyPart(a, (text, part) => text.StartsWith(part, StringComparison.Ordinal)))
            .Exact("ends_with?", 2, ValueShape.Boolean, a =>
                AnyPart(a, (text, part) => text.EndsWith(part, StringComparison.Ordinal)))
            .Exact("contains?", 2, ValueShape.Boolean, a =>
                AnyPart(a, (text, part) => text.Contains(part, StringComparison.Ordinal)))
            .Exact("replace_prefix", 3, ValueShape.Binary, a =>
                Three(a, (text, from, to) => text.StartsWith(from, StringComparison.Ordinal) ? to + text[from.Length..] : text))
            .Exact("replace_suffix", 3, ValueShape.Binary, a =>
                Three(a, (text, from, to) => text.EndsWith(from, StringComparison.Ordinal) ? text[..^from.Length] + to : text))
            .Exact("replace_leading", 3, ValueShape.Binary, a =>
                Three(a, (text, from, to) =>
                    from.Length == 0 ? null
                        : CountAtStart(text, from) is var n ? Repeat(to, n) + text[(n * from.Length)..]
                        : null))
            .Exact("replace_trailing", 3, ValueShape.Binary, a =>
                Three(a, (text, from, to) =>
                    from.Length == 0 ? null
                        : CountAtEnd(text, from) is var n ? text[..^(n * from.Length)] + Repeat(to, n)
                        : null))
            .Calling("replace", 3, ValueShape.Binary, (site, a) =>
                IsByRegex(a) ? ReplaceByRegex(site, a, ListValue.Empty) : Replace(a, isGlobal: true))
            .Calling("replace", 4, ValueShape.Binary, (site, a) => IsByRegex(a) ? ReplaceByRegex(site, a, a[3]) : a[3] switch
            {
                ListValue { Rest: null, Items.IsEmpty: true } => Replace(a, isGlobal: true),
                ListValue
                {
                    Rest: null, Items:
                    [TupleValue { Items: [AtomValue { Name: "global" }, AtomValue { Name: "true" or "false" } isGlobal] }]
                } =>
                    Replace(a, isGlobal.Name == "true"),
                _ => null,
            })
            .Exact("valid?", 1, ValueShape.Boolean, a => a[0] is BinaryValue text ? Truth(text.ValidText is not null) : null);
    }

    /// <summary>Which atoms exist, the virtual machine knows; it gives this one, or raises.</summary>
    private static AbstractValue? ToExistingAtom(CallSite site, ImmutableArray<AbstractValue> a)
    {
        if (a[0] is BinaryValue { ValidText: { } name } && site.Caller.IsAtom(name))
        {
            return new AtomValue(name);
        }

        site.Caller.AddDoubtfulRaise();
        return a[0] is BinaryValue ? null : Raise;
    }

    private static AbstractValue? ToAtom(AbstractValue value) => value switch
    {
        BinaryValue { ValidText: { } name } => name.EnumerateRunes().Count() <= 255 ? new AtomValue(name) : Raise,
        BinaryValue => null,
        _ => Raise,
    };

    private static AbstractValue? OfAscii(AbstractValue value, Func<string, string> change) =>
        value is not BinaryValue ? Raise : BytesOf(value) is { } text && Ascii.IsValid(text) ? Str(change(text)) : null;

    private static AbstractValue? OfText(AbstractValue value, Func<string, string> change) =>
        value is BinaryValue text ? text.ValidText is { } valid ? Str(change(valid)) : null : Raise;

    private static AbstractValue InBase(string text, int radix)
    {
        var digits = text is ['+' or '-', .. var rest] ? rest : text;
        BigInteger number = 0;
        foreach (var c in digits.ToUpperInvariant())
        {
            var digit = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || digit >= radix)
            {
                return Raise;
            }

            number = (number * radix) + digit;
        }

        return digits.Length == 0 ? Raise : Number(text[0] == '-' ? -number : number);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static int CountAtStart(string text, string part)
    {
        var count = 0;
        while (string.CompareOrdinal(text, count * part.Length, part, 0, part.Length) == 0)
        {
            count++;
        }

        return count;
    }

    private static int CountAtEnd(string text, string part)
    {
        var count = 0;
        while (text.Length >= (count + 1) * part.Length
            && string.CompareOrdinal(text, text.Length - ((count + 1) * part.Length), part, 0, part.Length) == 0)
        {
            count++;
        }

        return count;
    }

    private static AbstractValue? TrimAll(ImmutableArray<AbstractValue> a, bool leading, bool trailing)
    {
        if (BytesOf(a[0]) is not { } text || BytesOf(a[1]) is not { } part)
        {
            return Raise;
        }

        if (part.Length == 0)
        {
            return null;
        }

        text = leading ? text[(CountAtStart(text, part) * part.Length)..] : text;
        return Bytes(trailing ? text[..^(CountAtEnd(text, part) * part.Length)] : text);
    }

    /// <summary>A text, and a part or a list of parts of which one is enough.</summary>
    private static AbstractValue? AnyPart(ImmutableArray<AbstractValue> a, Func<string, string, bool> check)
    {
        if (BytesOf(a[0]) is not { } text)
        {
            return Raise;
        }

        var parts = a[1] is BinaryValue ? [a[1]] : Items(a[1]);
        return parts is null ? null
            : parts.Value.All(part => part is BinaryValue { Bytes.Length: > 0 })
                ? Truth(parts.Value.Any(part => check(text, BytesOf(part)!)))
            : parts.Value is [BinaryValue] && a[1] is BinaryValue ? Truth(true)
            : null;
    }

    private static AbstractValue? Three(ImmutableArray<AbstractValue> a, Func<string, string, string, string?> change) =>
        BytesOf(a[0]) is { } text && BytesOf(a[1]) is { } from && BytesOf(a[2]) is { } to
            ? change(text, from, to) is { } changed && changed.Length < TextTerms.MaximumTextWeight ? Bytes(changed) : null
            : Raise;

    private static bool IsByRegex(ImmutableArray<AbstractValue> a) => a is [BinaryValue, RegexValue, ..];

    /// <summary>
    /// Where <c>Regex.replace/4</c> takes a function of any number of groups, <c>String.replace/4</c> takes one of the match
    /// only.
    /// </summary>
    private static AbstractValue? ReplaceByRegex(CallSite site, ImmutableArray<AbstractValue> a, AbstractValue options) =>
        a[2] is FunctionValue { Target.Arity: not 1 } ? Raise : RegexFunctions.Replace(site, a[1], a[0], a[2], options);

    private static BinaryValue? Replace(ImmutableArray<AbstractValue> a, bool isGlobal)
    {
        if (BytesOf(a[0]) is not { } text || BytesOf(a[2]) is not { } to || PatternsOf(a[1]) is not { } patterns)
        {
            return null;
        }

        var result = new StringBuilder();
        var start = 0;
        while (NextMatch(text, patterns, start) is var (at, length))
        {
            result.Append(text, start, at - start).Append(to);
            start = at + length;
            if (!isGlobal || result.Length > TextTerms.MaximumTextWeight)
            {
                break;
            }
        }

        return result.Length > TextTerms.MaximumTextWeight
            ? null
            : Bytes(result.Append(text, start, text.Length - start).ToString());
    }

    /// <summary>A pattern, or a list of them; null where they are no texts, or one is empty.</summary>
    public static List<string>? PatternsOf(AbstractValue value)
    {
        var patterns = (value is BinaryValue ? [value] : Items(value) ?? [Nil]).Select(BytesOf).ToList();
        return patterns.TrueForAll(pattern => pattern is { Length: > 0 }) ? patterns.ConvertAll(pattern => pattern!) : null;
    }

    /// <summary>The first match from here on, the longest of those that start there.</summary>
    public static (int At, int Length)? NextMatch(string text, List<string> patterns, int start)
    {
        (int At, int Length)? best = null;
        foreach (var pattern in patterns)
        {
            var at = text.IndexOf(pattern, start, StringComparison.Ordinal);
            if (at >= 0 && (best is not var (place, length) || at < place || (at == place && pattern.Length > length)))
            {
                best = (at, pattern.Length);
            }
        }

        return best;
    }
}
