using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ExsLint.Reporting.Json;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Values as canonical JSON: what <c>exslint syntax --quoted</c> prints for terms, and <c>{"u":reason}</c> for what is not known,
/// <c>{"or":[..]}</c> for one of several, <c>{"absent":reason}</c> among those for an entry that may be missing, and
/// <c>{"rest":reason}</c> as the first item of a keyword list that may hold other entries too.
/// </summary>
internal static class CanonicalTerm
{
    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, AbstractValue value)
    {
        switch (value)
        {
            case AtomValue atom:
                WriteAtom(json, atom.Name);
                break;
            case IntegerValue integer:
                WriteTagged(json, "i", integer.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number:
                WriteTagged(json, "f", ErlangFloat.Format(number.Number));
                break;
            case BinaryValue binary:
                WriteBinary(json, binary.Bytes.AsSpan());
                break;
            case TupleValue tuple:
                json.WriteStartObject();
                json.WritePropertyName("t");
                WriteItems(json, tuple.Items, rest: null);
                json.WriteEndObject();
                break;
            case ListValue list:
                WriteItems(json, list.Items, list.Rest);
                break;
            case MapValue map:
                WriteMap(json, map);
                break;
            case ChoiceValue choice:
                WriteChoice(json, choice);
                break;
            case UnknownValue unknown:
                WriteTagged(json, "u", unknown.Reason);
                break;
            case FunctionValue:
                WriteTagged(json, "u", "a function");
                break;
            case OpaqueValue opaque:
                WriteTagged(json, "u", opaque.Description);
                break;
            default:
                WriteTagged(json, "u", "nothing");
                break;
        }
    }

    /// <summary>Writes an atom.</summary>
    public static void WriteAtom(Utf8JsonWriter json, string name) => WriteTagged(json, "a", name);

    /// <summary>Writes an object with one text.</summary>
    public static void WriteTagged(Utf8JsonWriter json, string tag, string text)
    {
        json.WriteStartObject();
        json.WriteString(tag, text);
        json.WriteEndObject();
    }

    /// <summary>As text if it is UTF-8, else in base 64.</summary>
    private static void WriteBinary(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            WriteTagged(json, "s", Encoding.UTF8.GetString(bytes));
        }
        else
        {
            WriteTagged(json, "b", Convert.ToBase64String(bytes));
        }
    }

    private static void WriteItems(Utf8JsonWriter json, ImmutableArray<AbstractValue> items, UnknownValue? rest)
    {
        json.WriteStartArray();
        if (rest is not null)
        {
            WriteTagged(json, "rest", rest.Reason);
        }

        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// Sorted by the bytes of the keys, which is the order of code points, since Elixir's own order of a map's keys is nobody's
    /// to rely on.
    /// </summary>
    private static void WriteMap(Utf8JsonWriter json, MapValue map)
    {
        var pairs = map.Pairs
            .Select(pair => (Key: JsonLine.Format(key => Write(key, pair.Key)), pair.Value))
            .OrderBy(
                pair => pair.Key,
                Comparer<ReadOnlyMemory<byte>>.Create((left, right) => left.Span.SequenceCompareTo(right.Span)));
        json.WriteStartObject();
        json.WriteStartArray("m");
        foreach (var (key, value) in pairs)
        {
            json.WriteStartArray();
            json.WriteRawValue(key.Span, skipInputValidation: true);
            Write(json, value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, ChoiceValue choice)
    {
        json.WriteStartObject();
        json.WriteStartArray("or");
        foreach (var alternative in choice.Alternatives)
        {
            if (alternative is AbsentValue)
            {
                WriteTagged(json, "absent", choice.Reason);
            }
            else
            {
                Write(json, alternative);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
