using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Values as Elixir source on one line. What is no term reads like a call: <c>unknown("environment variable PORT")</c>,
/// <c>one_of(1, 2)</c>, <c>absent()</c>, <c>opaque("a function")</c>.
/// </summary>
internal static class ElixirTerm
{
    /// <summary>The text of a value.</summary>
    public static string Of(AbstractValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>The text of an atom.</summary>
    public static string OfAtom(string name) => name switch
    {
        "true" or "false" or "nil" => name,
        _ when IsAlias(name) => name[AtomValue.AliasPrefix.Length..],
        _ => ":" + Spelled(name),
    };

    /// <summary>
    /// The text of an atom as a key of a keyword list, its colon included; null if it is an alias, which cannot be one.
    /// </summary>
    public static string? OfKey(string name) => IsAlias(name) ? null : Spelled(name) + ":";

    private static void Append(StringBuilder text, AbstractValue value)
    {
        switch (value)
        {
            case AtomValue atom:
                text.Append(OfAtom(atom.Name));
                break;
            case IntegerValue integer:
                text.Append(integer.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number:
                text.Append(ErlangFloat.Format(number.Number));
                break;
            case BinaryValue binary:
                AppendBinary(text, binary);
                break;
            case TupleValue tuple:
                AppendItems(text, "{", tuple.Items, "}", Append);
                break;
            case ListValue list:
                AppendList(text, list);
                break;
            case ConditionalListValue list:
                AppendList(text, new ListValue(list.Items, list.Rest));
                break;
            case MapValue map:
                AppendItems(text, "%{", map.Pairs, "}", AppendPair);
                break;
            case ChoiceValue choice:
                AppendItems(text, "one_of(", choice.Alternatives, ")", Append);
                break;
            case UnknownValue unknown:
                text.Append("unknown(").Append(Quote(unknown.Reason)).Append(')');
                break;
            case RegexValue { Source.ValidText: { } pattern } regex when pattern.All(c => c is >= ' ' and <= '~' and not '/'):
                text.Append("~r/").Append(pattern).Append('/').Append(regex.Options);
                break;
            case FunctionValue:
                text.Append("opaque(").Append(Quote("a function")).Append(')');
                break;
            case OpaqueValue opaque:
                text.Append("opaque(").Append(Quote(opaque.Description)).Append(')');
                break;
            default:
                text.Append("absent()");
                break;
        }
    }

    private static void AppendList(StringBuilder text, ListValue list)
    {
        if (list.Origin?.Node is StringLiteralSyntax && list.Items.Length > 0 && list.Items.All(IsPrintableAscii))
        {
            text.Append("~c").Append(Quote(string.Concat(list.Items.Select(item => (char)((IntegerValue)item).Number))));
            return;
        }

        var isKeyword = list.IsKeyword == true
            && list.Items.All(item => item is TupleValue { Items: [AtomValue key, _] } && !IsAlias(key.Name));
        text.Append('[');
        if (list.Rest is not null)
        {
            text.Append("unknown_entries(").Append(Quote(list.Rest.Reason)).Append(list.Items.IsEmpty ? ")" : "), ");
        }

        AppendItems(text, "", list.Items, "]", isKeyword ? AppendKeyword : Append);
    }

    private static void AppendKeyword(StringBuilder text, AbstractValue item)
    {
        var pair = (TupleValue)item;
        text.Append(OfKey(((AtomValue)pair.Items[0]).Name)).Append(' ');
        Append(text, pair.Items[1]);
    }

    private static void AppendPair(StringBuilder text, KeyValuePair<AbstractValue, AbstractValue> pair)
    {
        Append(text, pair.Key);
        text.Append(" => ");
        Append(text, pair.Value);
    }

    private static void AppendItems<T>(
        StringBuilder text, string open, IEnumerable<T> items, string close, Action<StringBuilder, T> append)
    {
        text.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            append(text, item);
            separator = ", ";
        }

        text.Append(close);
    }

    private static void AppendBinary(StringBuilder text, BinaryValue binary)
    {
        if (binary.ValidText is { } valid)
        {
            text.Append(Quote(valid));
        }
        else
        {
            text.Append("<<").AppendJoin(", ", binary.Bytes.Select(part => part.ToString(CultureInfo.InvariantCulture)))
                .Append(">>");
        }
    }

    /// <summary>A text between quotes; what would not show, or would be read as interpolation, is escaped.</summary>
    private static string Quote(string content)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in content.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                '\r' => text.Append("\\r"),
                '#' => text.Append('#'),
                '{' when text[^1] == '#' => text.Insert(text.Length - 1, '\\').Append('{'),
                var code when IsInvisible(rune) => text.Append(CultureInfo.InvariantCulture, $"\\u{{{code:X}}}"),
                _ => text.Append(rune.ToString()),
            };
        }

        return text.Append('"').ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse;

    private static string Spelled(string name) => IsIdentifier(name) ? name : Quote(name);

    private static bool IsIdentifier(string name)
    {
        var body = name.EndsWith('?') || name.EndsWith('!') ? name.AsSpan(0, name.Length - 1) : name;
        if (body.IsEmpty || !(char.IsAsciiLetter(body[0]) || body[0] == '_'))
        {
            return false;
        }

        foreach (var character in body)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '@'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlias(string name) => name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
        && name[AtomValue.AliasPrefix.Length..].Split('.').All(segment =>
            segment.Length > 0 && char.IsAsciiLetterUpper(segment[0])
                && segment.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'));

    private static bool IsPrintableAscii(AbstractValue item) =>
        item is IntegerValue { Number: var code } && code >= ' ' && code <= '~';
}
