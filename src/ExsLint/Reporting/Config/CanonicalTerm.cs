using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Values as canonical JSON: what <c>exslint syntax --quoted</c> prints for terms, and <c>{"u":reason}</c> for what is not known,
/// <c>{"or":[..]}</c> for one of several, <c>{"absent":reason}</c> among those for an entry that may be missing, and
/// <c>{"rest":reason}</c> as the first item of a keyword list that may hold other entries too.
/// </summary>
internal static class CanonicalTerm
{
    /// <summary>Appends a value.</summary>
    public static void Append(StringBuilder json, AbstractValue value)
    {
        switch (value)
        {
            case AtomValue atom:
                JsonText.AppendAtom(json, atom.Name);
                break;
            case IntegerValue integer:
                JsonText.AppendInteger(json, integer.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number:
                JsonText.AppendFloat(json, number.Number);
                break;
            case BinaryValue binary:
                JsonText.AppendBinary(json, binary.Bytes.AsSpan());
                break;
            case TupleValue tuple:
                json.Append("{\"t\":");
                AppendItems(json, tuple.Items, rest: null);
                json.Append('}');
                break;
            case ListValue list:
                AppendItems(json, list.Items, list.Rest);
                break;
            case MapValue map:
                AppendMap(json, map);
                break;
            case ChoiceValue choice:
                AppendChoice(json, choice);
                break;
            case UnknownValue unknown:
                AppendTagged(json, "u", unknown.Reason);
                break;
            case FunctionValue:
                AppendTagged(json, "u", "a function");
                break;
            case OpaqueValue opaque:
                AppendTagged(json, "u", opaque.Description);
                break;
            default:
                AppendTagged(json, "u", "nothing");
                break;
        }
    }

    /// <summary>Appends an object with one text.</summary>
    public static void AppendTagged(StringBuilder json, string tag, string text)
    {
        json.Append("{\"").Append(tag).Append("\":");
        JsonText.AppendString(json, text);
        json.Append('}');
    }

    private static void AppendItems(StringBuilder json, ImmutableArray<AbstractValue> items, UnknownValue? rest)
    {
        json.Append('[');
        if (rest is not null)
        {
            AppendTagged(json, "rest", rest.Reason);
        }

        for (var i = 0; i < items.Length; i++)
        {
            json.Append(i == 0 && rest is null ? "" : ",");
            Append(json, items[i]);
        }

        json.Append(']');
    }

    /// <summary>Sorted by the text of the keys, since Elixir's own order of a map's keys is nobody's to rely on.</summary>
    private static void AppendMap(StringBuilder json, MapValue map)
    {
        var pairs = map.Pairs
            .Select(pair => (Key: TextOf(pair.Key), pair.Value))
            .OrderBy(pair => pair.Key, Utf8Order.Instance)
            .ToList();
        json.Append("{\"m\":[");
        for (var i = 0; i < pairs.Count; i++)
        {
            json.Append(i == 0 ? "[" : ",[").Append(pairs[i].Key).Append(',');
            Append(json, pairs[i].Value);
            json.Append(']');
        }

        json.Append("]}");
    }

    private static void AppendChoice(StringBuilder json, ChoiceValue choice)
    {
        json.Append("{\"or\":[");
        for (var i = 0; i < choice.Alternatives.Length; i++)
        {
            json.Append(i == 0 ? "" : ",");
            if (choice.Alternatives[i] is AbsentValue)
            {
                AppendTagged(json, "absent", choice.Reason);
            }
            else
            {
                Append(json, choice.Alternatives[i]);
            }
        }

        json.Append("]}");
    }

    private static string TextOf(AbstractValue key)
    {
        var text = new StringBuilder();
        Append(text, key);
        return text.ToString();
    }

    /// <summary>The order of UTF-8's bytes, which is that of code points and not that of UTF-16 units.</summary>
    private sealed class Utf8Order : IComparer<string>
    {
        public static Utf8Order Instance { get; } = new();

        public int Compare(string? left, string? right) =>
            Encoding.UTF8.GetBytes(left ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right ?? ""));
    }
}
