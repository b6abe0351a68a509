using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// Writes a value so that two values are written alike only if they are equal in every run. Not every value can be written so.
/// </summary>
internal ref struct SymbolText()
{
    /// <summary>Whatever is longer is not asked twice in the same words.</summary>
    private const int Longest = 400;

    private readonly StringBuilder _text = new();
    private bool _hasFailed;

    /// <summary>What was written; false where that is not possible.</summary>
    public readonly bool TryGet([NotNullWhen(true)] out string? text)
    {
        text = _hasFailed || _text.Length > Longest ? null : _text.ToString();
        return text is not null;
    }

    /// <summary>Adds a text as it is.</summary>
    public readonly void Append(string text) => _text.Append(text);

    /// <summary>Adds a value.</summary>
    public void Append(AbstractValue value)
    {
        if (_hasFailed || _text.Length > Longest)
        {
            _hasFailed = true;
            return;
        }

        switch (value)
        {
            case AtomValue atom:
                AppendCounted(':', atom.Name);
                break;
            case IntegerValue integer:
                _text.Append('i').Append(integer.Number.ToString(CultureInfo.InvariantCulture)).Append(',');
                break;
            case FloatValue number:
                _text.Append('f').Append(BitConverter.DoubleToInt64Bits(number.Number)).Append(',');
                break;
            case BinaryValue { Bytes.Length: <= Longest } binary:
                AppendCounted('b', Convert.ToHexString(binary.Bytes.AsSpan()));
                break;
            case TupleValue tuple:
                AppendAll('{', tuple.Items);
                break;
            case ListValue { Rest: null } list:
                AppendAll('[', list.Items);
                break;
            case UnknownValue { Symbol: { } symbol }:
                AppendCounted('?', symbol.ToString());
                break;
            case ChoiceValue choice:
                AppendChoice(choice);
                break;
            default:
                _hasFailed = true;
                break;
        }
    }

    private readonly void AppendCounted(char kind, string text) =>
        _text.Append(kind).Append(text.Length).Append(':').Append(text);

    private void AppendAll(char open, ImmutableArray<AbstractValue> items)
    {
        _text.Append(open).Append(items.Length).Append(':');
        foreach (var item in items)
        {
            Append(item);
        }
    }

    /// <summary>
    /// Of several values that exclude each other, the same answers to the same questions give the same one.
    /// </summary>
    private void AppendChoice(ChoiceValue choice)
    {
        _text.Append('|').Append(choice.Alternatives.Length).Append(':');
        for (var i = 0; i < choice.Alternatives.Length && !_hasFailed; i++)
        {
            var condition = choice.ConditionOf(i);
            _hasFailed |= condition is null;
            for (var j = 0; j < i && !_hasFailed; j++)
            {
                _hasFailed |= Condition.TryAnd(choice.ConditionOf(j), condition, out _);
            }

            Append(condition);
            Append(choice.Alternatives[i]);
        }
    }

    /// <summary>Adds the answers of a condition.</summary>
    public void Append(Condition? condition)
    {
        for (; condition is not null && !_hasFailed; condition = condition.Rest)
        {
            if (condition.Answer.Question.Symbol is { } symbol)
            {
                AppendCounted(condition.Answer.Holds ? '+' : '-', symbol.ToString());
            }
            else
            {
                _hasFailed = true;
            }
        }
    }
}
