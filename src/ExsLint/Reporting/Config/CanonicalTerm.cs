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
/// <c>{"or":[..],"if":[..]}</c> for one of several with their conditions, <c>{"absent":reason}</c> among those for an entry that
/// may be missing. A keyword list of which it is not known in which order its entries stand has <c>{"order":reason}</c> behind
/// them; one that may hold other entries too, in any order, <c>{"open":reason}</c>.
/// </summary>
/// <param name="json">Where it is written.</param>
/// <param name="conditionOf">A condition, for people; null where none is known.</param>
internal sealed class CanonicalTerm(Utf8JsonWriter json, Func<Condition?, string?> conditionOf)
{
    /// <summary>Writes a value.</summary>
    public void Write(AbstractValue value)
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
                WriteBinary(binary.Bytes.AsSpan());
                break;
            case TupleValue tuple:
                json.WriteStartObject();
                json.WritePropertyName("t");
                WriteItems(tuple.Items);
                json.WriteEndObject();
                break;
            case ListValue list:
                WriteList(list.Items, isOrdered: true, list.Rest, "");
                break;
            case ConditionalListValue list:
                WriteList(list.Items, list.IsOrdered, list.Rest, list.Reason);
                break;
            case MapValue map:
                WriteMap(map);
                break;
            case ChoiceValue choice:
                WriteChoice(choice);
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
    private void WriteBinary(ReadOnlySpan<byte> bytes)
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

    private void WriteItems(ImmutableArray<AbstractValue> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(item);
        }

        json.WriteEndArray();
    }

    private void WriteList(ImmutableArray<AbstractValue> items, bool isOrdered, UnknownValue? rest, string reason)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(item);
        }

        if (rest is not null)
        {
            // What else there is may stand anywhere, and may have come later.
            WriteTagged(json, "open", rest.Reason);
        }
        else if (!isOrdered)
        {
            WriteTagged(json, "order", reason);
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// Sorted by the bytes of the keys, which is the order of code points, since Elixir's own order of a map's keys is nobody's
    /// to rely on.
    /// </summary>
    private void WriteMap(MapValue map)
    {
        var pairs = map.Pairs
            .Select(pair => (Key: JsonLine.Format(key => new CanonicalTerm(key, conditionOf).Write(pair.Key)), pair.Value))
            .OrderBy(
                pair => pair.Key,
                Comparer<ReadOnlyMemory<byte>>.Create((left, right) => left.Span.SequenceCompareTo(right.Span)));
        json.WriteStartObject();
        json.WriteStartArray("m");
        foreach (var (key, value) in pairs)
        {
            json.WriteStartArray();
            json.WriteRawValue(key.Span, skipInputValidation: true);
            Write(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteChoice(ChoiceValue choice)
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
                Write(alternative);
            }
        }

        json.WriteEndArray();
        WriteConditions(choice);
        json.WriteEndObject();
    }

    private void WriteConditions(ChoiceValue choice)
    {
        var conditions = choice.Guarded.Select(alternative => conditionOf(alternative.Condition)).ToList();
        if (conditions.TrueForAll(condition => condition is null))
        {
            return;
        }

        json.WriteStartArray("if");
        foreach (var condition in conditions)
        {
            json.WriteStringValue(condition);
        }

        json.WriteEndArray();
    }
}
