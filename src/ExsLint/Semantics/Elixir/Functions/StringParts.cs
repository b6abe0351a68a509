using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// <c>String</c>: splitting, and what counts characters; those of ASCII only, since others may be one with their neighbours.
/// </summary>
internal static class StringPartFunctions
{
    /// <summary>Longer texts are not made by padding.</summary>
    private const int MaximumPadding = 10_000;

    public static void AddTo(FunctionTable table) => table.In("String")
        .Exact("split", 1, ValueShape.List, a => a[0] is BinaryValue text
            ? text.ValidText is { } valid ? List(ElixirText.SplitWords(valid).Select(Str)) : null
            : Raise)
        .Calling("split", 2, ValueShape.List, (site, a) => Split(site, a, ListValue.Empty))
        .Calling("split", 3, ValueShape.List, (site, a) => Split(site, a, a[2]))
        .Exact("length", 1, ValueShape.Integer, a => Of(a, text => Number(text.Length)))
        .Exact("reverse", 1, ValueShape.Binary, a =>
            Of(a, text => !text.Contains('\n', StringComparison.Ordinal) ? Str(new string([.. text.Reverse()])) : null))
        .Exact("graphemes", 1, ValueShape.List, a => Of(a, text => List(text.Select(c => Str(c.ToString())))))
        .Exact("codepoints", 1, ValueShape.List, a => a[0] is BinaryValue binary
            ? binary.ValidText is { } valid ? List(valid.EnumerateRunes().Select(rune => Str(rune.ToString()))) : null
            : Raise)
        .Exact("first", 1, ValueShape.BinaryOrNil, a => Of(a, text => text.Length == 0 ? Nil : Str(text[..1])))
        .Exact("last", 1, ValueShape.BinaryOrNil, a => Of(a, text => text.Length == 0 ? Nil : Str(text[^1..])))
        .Exact("at", 2, ValueShape.BinaryOrNil, a => Of(a, text => SmallInteger(a[1]) is { } index
            ? (index < 0 ? index + text.Length : index) is var at && at >= 0 && at < text.Length ? Str(text[at].ToString()) : Nil
            : a[1] is IntegerValue ? null : Raise))
        .Exact("slice", 2, ValueShape.Binary, a => Of(a, text => SliceRange(text, a[1])))
        .Exact("slice", 3, ValueShape.Binary, a =>
            a is not [BinaryValue, IntegerValue, IntegerValue] && a[2] is IntegerValue { Number.IsZero: true }
                ? null
                : Of(a, text => SmallInteger(a[1]) is { } start && SmallInteger(a[2]) is { } length
                    ? length < 0 ? Raise
                        : start < -text.Length ? null
                        : SliceFrom(text, start < 0 ? start + text.Length : start, length)
                    : null))
        .Exact("split_at", 2, ValueShape.Any, a => Of(a, text => SmallInteger(a[1]) is { } position
            ? Math.Clamp(position < 0 ? position + text.Length : position, 0, text.Length) is var at
                ? Tuple(Str(text[..at]), Str(text[at..]))
                : null
            : a[1] is IntegerValue ? null : Raise))
        .Exact("pad_leading", 2, ValueShape.Binary, a => Pad(a, Str(" "), atStart: true))
        .Exact("pad_leading", 3, ValueShape.Binary, a => Pad(a, a[2], atStart: true))
        .Exact("pad_trailing", 2, ValueShape.Binary, a => Pad(a, Str(" "), atStart: false))
        .Exact("pad_trailing", 3, ValueShape.Binary, a => Pad(a, a[2], atStart: false));

    /// <summary>Something of a text of plain characters; it raises for what is no text.</summary>
    private static AbstractValue? Of(ImmutableArray<AbstractValue> a, Func<string, AbstractValue?> body) =>
        a[0] is not BinaryValue ? Raise : Simple(a[0]) is { } text ? body(text) : null;

    private static BinaryValue SliceFrom(string text, int start, int length) =>
        start >= text.Length ? Str("") : Str(text.Substring(start, Math.Min(length, text.Length - start)));

    private static AbstractValue? SliceRange(string text, AbstractValue range)
    {
        if (Enumerables.Bounds(range) is null)
        {
            return range is MapValue or OpaqueValue ? null : Raise;
        }

        return Enumerables.SliceOf(range, text.Length) is var (start, length) ? Str(text.Substring(start, length)) : null;
    }

    private static AbstractValue? Pad(ImmutableArray<AbstractValue> a, AbstractValue padding, bool atStart)
    {
        if (a[0] is not BinaryValue || a[1] is not IntegerValue { Number.Sign: >= 0 })
        {
            return Raise;
        }

        if (Simple(a[0]) is not { } text
            || Simple(padding) is not { Length: 1 } fill
            || SmallInteger(a[1]) is not { } count
            || count > MaximumPadding)
        {
            return null;
        }

        return Str(atStart ? text.PadLeft(count, fill[0]) : text.PadRight(count, fill[0]));
    }

    /// <summary><c>String.split(text, pattern, options)</c> with <c>trim: true</c>, or <c>parts: n</c>, or neither.</summary>
    private static AbstractValue? Split(CallSite site, ImmutableArray<AbstractValue> a, AbstractValue options)
    {
        if (a[0] is not BinaryValue)
        {
            return Raise;
        }

        if (a[1] is RegexValue)
        {
            return RegexFunctions.Search(site, a[1], a[0], search => RegexSplit.Split(search, options));
        }

        int? parts = null;
        var trims = false;
        switch (options)
        {
            case ListValue { Rest: null, Items: [] }:
                break;
            case ListValue
            {
                Rest: null,
                Items: [TupleValue { Items: [AtomValue { Name: "trim" }, AtomValue { Name: "true" or "false" } flag] }]
            }:
                trims = flag.Name == "true";
                break;
            case ListValue { Rest: null, Items: [TupleValue { Items: [AtomValue { Name: "parts" }, IntegerValue count] }] }
                when SmallInteger(count) is > 0 and var limit:
                parts = limit;
                break;
            default:
                return null;
        }

        if (a[1] is BinaryValue { Bytes.IsEmpty: true })
        {
            return parts is not null || Simple(a[0]) is not { } characters ? null
                : ListOf(
                    [.. trims ? (string[])[] : [""], .. characters.Select(c => c.ToString()), .. trims ? (string[])[] : [""]],
                    Str);
        }

        return BytesOf(a[0]) is { } text && StringFunctions.PatternsOf(a[1]) is { Count: > 0 } patterns
            ? ListOf(Pieces(text, patterns, parts).Where(piece => !trims || piece.Length > 0), Bytes)
            : null;
    }

    private static ListValue ListOf(IEnumerable<string> texts, Func<string, AbstractValue> make) =>
        Terms.List(texts.Select(make));

    private static List<string> Pieces(string text, List<string> patterns, int? parts)
    {
        var pieces = new List<string>();
        var start = 0;
        while ((parts is null || pieces.Count < parts - 1)
            && StringFunctions.NextMatch(text, patterns, start) is var (at, length))
        {
            pieces.Add(text[start..at]);
            start = at + length;
        }

        pieces.Add(text[start..]);
        return pieces;
    }
}
