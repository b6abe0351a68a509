using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Reads and makes terms for the functions that are folded.</summary>
internal static class Terms
{
    /// <summary>Larger integers are left unknown, so that a short text cannot ask for endless arithmetic.</summary>
    public const int MaximumIntegerBits = 4_096;

    private const double MinimumPlainFloat = 0.001;
    private const double MaximumPlainFloat = 1e15;
    private const int MaximumCodePoint = 0x10FFFF;

    /// <summary>The function raises.</summary>
    public static NeverValue Raise => new();

    /// <summary><c>nil</c></summary>
    public static AtomValue Nil => AtomValue.Nil;

    /// <summary><c>:error</c></summary>
    public static AtomValue Error { get; } = new("error");

    /// <summary>A string.</summary>
    public static BinaryValue Str(string text) => BinaryValue.Of(text);

    /// <summary>A binary of characters that each stand for a byte.</summary>
    public static BinaryValue Bytes(string latin1) => new([.. Encoding.Latin1.GetBytes(latin1)]);

    /// <summary>A binary's bytes as characters; null for anything else.</summary>
    public static string? BytesOf(AbstractValue value) =>
        value is BinaryValue binary ? Encoding.Latin1.GetString(binary.Bytes.AsSpan()) : null;

    /// <summary>
    /// The text of a binary whose characters are certainly graphemes of their own: ASCII without CRLF; else null.
    /// </summary>
    public static string? Simple(AbstractValue value) =>
        BytesOf(value) is { } text && Ascii.IsValid(text) && !text.Contains("\r\n", StringComparison.Ordinal) ? text : null;

    /// <summary>A truth value.</summary>
    public static AtomValue Truth(bool value) => AtomValue.Of(value);

    /// <summary>An integer.</summary>
    public static IntegerValue Number(BigInteger number) => new(number);

    /// <summary>A tuple.</summary>
    public static TupleValue Tuple(params ImmutableArray<AbstractValue> items) => new(items);

    /// <summary>A list.</summary>
    public static ListValue List(IEnumerable<AbstractValue> items) => new([.. items]);

    /// <summary><c>{:ok, value}</c></summary>
    public static TupleValue Ok(AbstractValue value) => new([new AtomValue("ok"), value]);

    /// <summary>An integer that an index or a count can be; null for anything else.</summary>
    public static int? SmallInteger(AbstractValue value) =>
        value is IntegerValue { Number: var number } && BigInteger.Abs(number) <= int.MaxValue / 2 ? (int)number : null;

    /// <summary>The items of a list that are all seen.</summary>
    public static ImmutableArray<AbstractValue>? Items(AbstractValue value) =>
        value is ListValue { Rest: null } list ? list.Items : null;

    /// <summary>A power with an exponent that is not negative; null if it is too large.</summary>
    public static IntegerValue? Power(BigInteger number, BigInteger exponent)
    {
        var bits = Math.Max((long)number.GetBitLength(), 1);
        return number.IsZero || BigInteger.Abs(number).IsOne
            ? new IntegerValue(BigInteger.ModPow(number, exponent, 4) is var small && small == 3 ? -1 : small)
            : exponent * bits > MaximumIntegerBits ? null : new IntegerValue(BigInteger.Pow(number, (int)exponent));
    }

    /// <summary>
    /// A float as every version prints it: those that are very large or small are spelled in several ways, depending on the
    /// version.
    /// </summary>
    public static string? FloatText(double number) =>
        number == 0
            || (Math.Abs(number) is >= MinimumPlainFloat and < MaximumPlainFloat
                && !ErlangFloat.Format(number).Contains('e', StringComparison.Ordinal))
            ? ErlangFloat.Format(number)
            : null;

    /// <summary><c>to_string/1</c> of a value that is no binary and not unknown; null where its text is not known.</summary>
    public static AbstractValue? ToText(AbstractValue value)
    {
        switch (value)
        {
            case BinaryValue:
                return value;
            case AtomValue atom:
                return Str(atom.IsNil ? "" : atom.Name);
            case IntegerValue integer:
                return Str(integer.Number.ToString(CultureInfo.InvariantCulture));
            case FloatValue number:
                return FloatText(number.Number) is { } text ? Str(text) : null;
            case ListValue list:
                return Characters(list);
            case TupleValue or MapValue { IsStruct: false } or FunctionValue:
                return Raise;
            default:
                return null;
        }
    }

    /// <summary>The text of a list of code points and strings; it raises for anything else.</summary>
    public static AbstractValue? Characters(ListValue list)
    {
        var text = new StringBuilder();
        return Append(list) is { } other ? other is NeverValue ? other : null : Str(text.ToString());

        AbstractValue? Append(AbstractValue part)
        {
            switch (part)
            {
                case IntegerValue { Number: var point }:
                    if (point < 0 || point > MaximumCodePoint || !Rune.IsValid((int)point))
                    {
                        return Raise;
                    }

                    text.Append(new Rune((int)point).ToString());
                    return null;
                case BinaryValue { ValidText: { } valid }:
                    text.Append(valid);
                    return null;
                case BinaryValue:
                    return Raise;
                case ListValue { Rest: null } inner:
                    foreach (var item in inner.Items)
                    {
                        if (Append(item) is { } failed)
                        {
                            return failed;
                        }
                    }

                    return null;
                case AtomValue or FloatValue or TupleValue or MapValue:
                    return Raise;
                default:
                    return part;
            }
        }
    }

    /// <summary>The code points of a text.</summary>
    public static AbstractValue? Charlist(AbstractValue text) => text is BinaryValue { ValidText: { } valid }
        ? List(valid.EnumerateRunes().Select(rune => new IntegerValue(rune.Value)))
        : null;

    /// <summary>
    /// <c>inspect/1</c> where it is the same in every version and for every term of the kind; null for anything else.
    /// </summary>
    public static string? Inspect(AbstractValue value)
    {
        const int MaximumItems = 20;
        switch (value)
        {
            case AtomValue { Name: "nil" or "true" or "false" } atom:
                return atom.Name;
            case AtomValue { Name: var name } when IsPlainAtom(name):
                return ":" + name;
            case AtomValue { Name: ['E', 'l', 'i', 'x', 'i', 'r', '.', .. var alias] } when alias.Split('.').All(IsAliasPart):
                return alias;
            case IntegerValue integer:
                return integer.Number.ToString(CultureInfo.InvariantCulture);
            case FloatValue number:
                return FloatText(number.Number);
            case BinaryValue
                when Simple(value) is { } text && text.All(c => c is >= ' ' and < '\x7F' and not ('"' or '\\' or '#')):
                return $"\"{text}\"";
            case TupleValue { Items: { Length: <= MaximumItems } items }:
                return InspectAll(items) is { } inner ? $"{{{inner}}}" : null;
            case ListValue { Rest: null, Items: { Length: <= MaximumItems } items }
                when items.IsEmpty || items.Any(item => item is not (IntegerValue or TupleValue { Items.Length: 2 })):
                return InspectAll(items) is { } parts ? $"[{parts}]" : null;
            default:
                return null;
        }
    }

    private static string? InspectAll(ImmutableArray<AbstractValue> items)
    {
        var parts = items.Select(Inspect).ToList();
        return parts.Contains(null) ? null : string.Join(", ", parts);
    }

    private static bool IsPlainAtom(string name) =>
        name.Length > 0
            && (char.IsAsciiLetterLower(name[0]) || name[0] == '_')
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsAliasPart(string part) =>
        part.Length > 0 && char.IsAsciiLetterUpper(part[0]) && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
