using System.Globalization;
using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Integers, floats and characters.</summary>
internal sealed class NumberScanner(TokenCursor cursor, UnexpectedCharacters unexpected)
{
    /// <summary>
    /// The most characters of an integer to another base than ten. The quoted form needs its decimal digits, and the time to work
    /// them out grows faster than their number.
    /// </summary>
    private const int MaximumBasedLength = 100_000;

    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>An integer or a float.</summary>
    public void Scan()
    {
        if (cursor.Peek() == '0' && BaseDigit(cursor.Peek(1)) is { } isDigit && isDigit(cursor.Peek(2)))
        {
            var last = SkipDigits(cursor.Position + 2, isDigit);
            if (last - cursor.Position > MaximumBasedLength)
            {
                cursor.Report(
                    cursor.Position, last, "ExsLint reads integers of at most 100,000 digits where they are not decimal.");
            }

            AddInteger(last);
            return;
        }

        var start = cursor.Position;
        var end = SkipDigits(start, IsDigit);
        var isFloat = end + 1 < _text.Length && _text[end] == '.' && IsDigit(_text[end + 1]);
        if (isFloat)
        {
            end = SkipExponent(SkipDigits(end + 1, IsDigit));
            if (!double.IsFinite(double.Parse(
                _text.AsSpan(start, end - start).ToString().Replace("_", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture)))
            {
                cursor.Report(start, end, "The float is too large.");
            }
        }

        if (end < _text.Length && IsAsciiName(_text[end]))
        {
            cursor.Report(end, end + 1, $"'{_text[end]}' cannot stand directly behind the number {_text[start..end]}.");
        }

        if (isFloat)
        {
            cursor.Add(SyntaxKind.Float, start, end);
        }
        else
        {
            AddInteger(end);
        }
    }

    /// <summary>
    /// Adds an integer. In 1.14 it is the argument's number of any capture before it: <c>&amp; 1</c>, even on the line before.
    /// </summary>
    private void AddInteger(int end)
    {
        if (_dialect < ElixirDialect.Elixir115)
        {
            var isNextLine = cursor.Previous == SyntaxKind.EndOfLine
                && cursor.Count > 1
                && cursor[^2].RawKind == (int)SyntaxKind.CaptureOperator;
            if (isNextLine)
            {
                cursor.DropLineEnd();
            }

            if (cursor.Previous == SyntaxKind.CaptureOperator)
            {
                cursor.ChangePrevious(SyntaxKind.CaptureInteger);
            }
        }

        cursor.Add(SyntaxKind.Integer, cursor.Position, end);
    }

    private static Func<char, bool>? BaseDigit(char mark) => mark switch
    {
        'x' => char.IsAsciiHexDigit,
        'o' => static c => c is >= '0' and <= '7',
        'b' => static c => c is '0' or '1',
        _ => null,
    };

    /// <summary>Skips digits, and underscores that stand between two of them.</summary>
    private int SkipDigits(int index, Func<char, bool> isDigit)
    {
        while (index < _text.Length
            && (isDigit(_text[index]) || (_text[index] == '_' && index + 1 < _text.Length && isDigit(_text[index + 1]))))
        {
            index++;
        }

        return index;
    }

    private int SkipExponent(int index)
    {
        if (index >= _text.Length || _text[index] is not ('e' or 'E'))
        {
            return index;
        }

        var digits = index + 1 < _text.Length && _text[index + 1] is '+' or '-' ? index + 2 : index + 1;
        return digits < _text.Length && IsDigit(_text[digits]) ? SkipDigits(digits, IsDigit) : index;
    }

    /// <summary>A character: <c>?a</c>, <c>?\n</c>.</summary>
    public void ScanCharacter()
    {
        var index = cursor.Position + 1;
        if (index < _text.Length && _text[index] == '\\' && index + 1 < _text.Length)
        {
            index++;
        }

        if (cursor.IsEndAt(index))
        {
            unexpected.Add(1);
            return;
        }

        if (_dialect >= ElixirDialect.Elixir120 && _text[index] == '\r')
        {
            cursor.Report(cursor.Position, index + 1, "A carriage return as a character is written ?\\r.");
        }

        var length = char.IsHighSurrogate(_text[index]) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1])
            ? 2
            : 1;
        cursor.Add(SyntaxKind.Character, cursor.Position, index + length);
    }
}
