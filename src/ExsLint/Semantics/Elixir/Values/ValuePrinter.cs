using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>Prints a value as Elixir would inspect it, cut to a length a message can hold.</summary>
internal static class ValuePrinter
{
    private const int MaximumLength = 60;
    private const int MaximumDepth = 6;

    public static string Print(AbstractValue value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.Length <= MaximumLength ? text.ToString() : text.ToString(0, MaximumLength - 1) + "…";
    }

    private static void Append(StringBuilder text, AbstractValue value, int depth)
    {
        if (depth > MaximumDepth || text.Length > MaximumLength)
        {
            text.Append('…');
            return;
        }

        switch (value)
        {
            case AtomValue atom:
                AppendAtom(text, atom.Name);
                break;
            case IntegerValue integer:
                text.Append(integer.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number:
                text.Append(number.Number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case BinaryValue binary:
                text.Append('"').Append(binary.Text.ReplaceLineEndings("\\n")).Append('"');
                break;
            case TupleValue tuple:
                AppendItems(text, '{', tuple.Items, '}', depth);
                break;
            case ListValue list:
                AppendItems(text, '[', list.Items, ']', depth);
                break;
            case MapValue map:
                AppendItems(
                    text.Append('%'),
                    '{',
                    [.. map.Pairs.Select(pair => (AbstractValue)new TupleValue([pair.Key, pair.Value]))],
                    '}',
                    depth);
                break;
            case ConditionalListValue list:
                AppendItems(text, '[', list.Items, ']', depth);
                break;
            case UnknownValue unknown:
                text.Append(unknown.Reason);
                break;
            case ChoiceValue choice:
                text.AppendJoin(" or ", choice.Alternatives.Select(Print));
                break;
            case FunctionValue:
                text.Append("a function");
                break;
            case RegexValue regex:
                text.Append("~r/").Append(regex.Source.Text.ReplaceLineEndings("\\n")).Append('/').Append(regex.Options);
                break;
            case OpaqueValue opaque:
                text.Append(opaque.Description);
                break;
            default:
                text.Append("nothing");
                break;
        }
    }

    private static void AppendAtom(StringBuilder text, string name)
    {
        if (name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal))
        {
            text.Append(name, AtomValue.AliasPrefix.Length, name.Length - AtomValue.AliasPrefix.Length);
        }
        else
        {
            text.Append(name is "true" or "false" or "nil" ? "" : ":").Append(name);
        }
    }

    private static void AppendItems(StringBuilder text, char open, ImmutableArray<AbstractValue> items, char close, int depth)
    {
        text.Append(open);
        for (var i = 0; i < items.Length && text.Length <= MaximumLength; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (open == '['
                && items[i] is TupleValue { Items: [AtomValue key, var item] }
                && !key.Name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal))
            {
                text.Append(key.Name).Append(": ");
                Append(text, item, depth + 1);
            }
            else
            {
                Append(text, items[i], depth + 1);
            }
        }

        text.Append(close);
    }
}
