using System.Globalization;
using System.Text;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>Prints one value. Once the text is long enough, or deep enough, the rest is left out.</summary>
/// <param name="longest">The length after which nothing more is begun, in UTF-16 units.</param>
/// <param name="deepest">The depth of lists and the like that is printed.</param>
/// <param name="asCalls">Whether what is no term reads like a call, so that it is told apart from terms; else as words.</param>
internal sealed class TermPrinter(int longest, int deepest, bool asCalls)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The text of a value; it may be longer than the limit by what was begun before it.</summary>
    public string Print(AbstractValue value)
    {
        Append(value);
        return _text.ToString();
    }

    private void Append(AbstractValue value)
    {
        if (_depth > deepest || _text.Length > longest)
        {
            _text.Append('…');
            return;
        }

        switch (value)
        {
            case AtomValue atom:
                _text.Append(ElixirTerm.OfAtom(atom.Name));
                break;
            case IntegerValue integer:
                _text.Append(integer.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number:
                _text.Append(ElixirTerm.OfFloat(number));
                break;
            case BinaryValue binary:
                _text.Append(ElixirTerm.OfBinary(binary));
                break;
            case TupleValue tuple:
                AppendItems("{", tuple.Items, "}", Append);
                break;
            case ListValue list:
                AppendList(list);
                break;
            case ConditionalListValue list:
                AppendList(new ListValue(list.Items, list.Rest));
                break;
            case MapValue map:
                AppendItems("%{", map.Pairs, "}", AppendPair);
                break;
            case RegexValue { Source.ValidText: { } pattern } regex when CanBeSigil(pattern):
                _text.Append("~r/").Append(pattern.Replace("/", @"\/", StringComparison.Ordinal)).Append('/');
                _text.Append(regex.Options);
                break;
            default:
                AppendOther(value);
                break;
        }
    }

    /// <summary>What is no term of Elixir, or none that can be written.</summary>
    private void AppendOther(AbstractValue value)
    {
        switch (value)
        {
            case ChoiceValue choice when asCalls:
                AppendItems("one_of(", choice.Alternatives, ")", Append);
                break;
            case ChoiceValue choice:
                AppendItems("", choice.Alternatives, "", Append, " or ");
                break;
            case UnknownValue unknown:
                AppendWords("unknown", unknown.Reason);
                break;
            case FunctionValue:
                AppendWords("opaque", "a function");
                break;
            case OpaqueValue opaque:
                AppendWords("opaque", opaque.Description);
                break;
            default:
                _text.Append(asCalls ? "absent()" : "nothing");
                break;
        }
    }

    private void AppendWords(string call, string words) =>
        _text.Append(asCalls ? $"{call}({ElixirTerm.Quote(words)})" : words);

    private void AppendList(ListValue list)
    {
        if (list.Origin?.Node is StringLiteralSyntax && list.Items.Length > 0 && list.Items.All(IsPrintableAscii))
        {
            var characters = list.Items.Select(item => (char)((IntegerValue)item).Number);
            _text.Append("~c").Append(ElixirTerm.Quote(string.Concat(characters)));
            return;
        }

        var isKeyword = list.IsKeyword == true
            && list.Items.All(item => item is TupleValue { Items: [AtomValue key, _] } && ElixirTerm.OfKey(key.Name) is not null);
        var open = "[";
        if (list.Rest is { } rest && asCalls)
        {
            open += $"unknown_entries({ElixirTerm.Quote(rest.Reason)}){(list.Items.IsEmpty ? "" : ", ")}";
        }

        AppendItems(open, list.Items, "]", isKeyword ? AppendKeyword : Append);
    }

    private void AppendKeyword(AbstractValue item)
    {
        var pair = (TupleValue)item;
        _text.Append(ElixirTerm.OfKey(((AtomValue)pair.Items[0]).Name)).Append(' ');
        Append(pair.Items[1]);
    }

    private void AppendPair(KeyValuePair<AbstractValue, AbstractValue> pair)
    {
        Append(pair.Key);
        _text.Append(" => ");
        Append(pair.Value);
    }

    private void AppendItems<T>(string open, IEnumerable<T> items, string close, Action<T> append, string separator = ", ")
    {
        _depth++;
        _text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (_text.Length > longest)
            {
                break;
            }

            _text.Append(isFirst ? "" : separator);
            append(item);
            isFirst = false;
        }

        _text.Append(close);
        _depth--;
    }

    /// <summary>A delimiter is escaped, which is not to be mistaken for an escape of the pattern's own.</summary>
    private static bool CanBeSigil(string pattern) =>
        pattern.All(character => character is >= ' ' and <= '~') && !(pattern.Contains('/') && pattern.Contains('\\'));

    private static bool IsPrintableAscii(AbstractValue item) =>
        item is IntegerValue { Number: var code } && code >= ' ' && code <= '~';
}
