using System.Globalization;
using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <content>Operators, brackets, and operators as names, atoms and keys.</content>
internal sealed partial class ElixirScanner
{
    private void ScanPunctuation(char c)
    {
        if (c is '.' or '<' or '%' or '&' or '{' && BracketKeyLength() is > 0 and var keyLength)
        {
            Add(SyntaxKind.KeywordIdentifier, keyLength);
            return;
        }

        switch (c)
        {
            case ',':
                Add(SyntaxKind.Comma, 1);
                break;
            case ';' when Previous != SyntaxKind.Semicolon:
                Add(SyntaxKind.Semicolon, 1);
                break;
            case '(' or ')' or '[' or ']' or '{' or '}':
                ScanBracket(c);
                break;
            case '%':
                ScanPercent();
                break;
            case '~' when char.IsAsciiLetter(Peek(1)):
                ScanSigil();
                break;
            case '\\' when HiddenLineEndLength(_position) is > 0 and var length && !IsEndAt(_position + length):
                _position = SkipHorizontalSpace(_position + length);
                break;
            default:
                ScanOperator(c);
                break;
        }
    }

    /// <summary>
    /// Keys made of brackets and dots: <c>{}:</c>, <c>%{}:</c>, <c>&lt;&lt;&gt;&gt;:</c>, <c>..//:</c>, <c>.:</c>.
    /// </summary>
    private int BracketKeyLength()
    {
        foreach (var key in (ReadOnlySpan<string>)[".:", "%:", "&:", "{}:", "%{}:", "<<>>:", "..//:"])
        {
            if (string.CompareOrdinal(_text, _position, key, 0, key.Length) == 0 && SpaceAt(_position + key.Length))
            {
                return key.Length;
            }
        }

        return 0;
    }

    private void ScanBracket(char c)
    {
        var isQuoted = _modes.Count > 0;
        if (isQuoted && c == '}' && Mode.BraceDepth-- == 0)
        {
            Mode.InText = true;
            Add(SyntaxKind.InterpolationEnd, 1);
            return;
        }

        if (isQuoted && c == '{')
        {
            Mode.BraceDepth++;
        }

        Add(
            c switch
            {
                '(' => SyntaxKind.OpenParen,
                ')' => SyntaxKind.CloseParen,
                '[' => SyntaxKind.OpenBracket,
                ']' => SyntaxKind.CloseBracket,
                '{' => SyntaxKind.OpenBrace,
                _ => SyntaxKind.CloseBrace,
            },
            1);
    }

    private void ScanPercent()
    {
        var next = Peek(1);
        if (next is '(' or '[')
        {
            Report(_position, _position + 2, $"A map is written %{{..}}, not %{next}.");
        }

        var length = 1;
        while (Peek(length) is ' ' or '\t')
        {
            length++;
        }

        if (length > 1 && Peek(length) == '{' && _dialect >= ElixirDialect.Elixir115)
        {
            Report(_position, _position + length + 1, "A map is written %{..}, without a space behind the percent sign.");
        }

        Add(next == '{' ? SyntaxKind.PercentBrace : SyntaxKind.Percent, 1);
    }

    private void ScanOperator(char c)
    {
        var next = Peek(1);
        if (c == '.' && string.CompareOrdinal(_text, _position, "..//", 0, 4) == 0)
        {
            ScanRangeStepName();
        }
        else if (IsConflictMarker())
        {
            Report(_position, _position + 7, "A version control conflict is not resolved here.");
            Add(SyntaxKind.BadToken, _position, LineEnd(_position));
        }
        else if (OperatorFacts.Three(c, next, Peek(2)) is not SyntaxKind.EndOfFile and var three)
        {
            AddOperator(three, 3);
        }
        else if ((c, next) is ('<', '<') or ('>', '>'))
        {
            Add(c == '<' ? SyntaxKind.OpenBits : SyntaxKind.CloseBits, 2);
        }
        else if (OperatorFacts.Two(c, next) is not SyntaxKind.EndOfFile and var two)
        {
            AddOperator(two, 2);
        }
        else if (c == '&')
        {
            ScanCapture();
        }
        else if (c == '.')
        {
            AddContinuing(SyntaxKind.Dot, 1);
        }
        else if (OperatorFacts.One(c) is not SyntaxKind.EndOfFile and var one)
        {
            AddOperator(one, 1);
        }
        else
        {
            AddBad(char.IsSurrogatePair(c, next) ? 2 : 1);
        }
    }

    private bool IsConflictMarker() =>
        (_position == 0 || _text[_position - 1] == '\n') && string.CompareOrdinal(_text, _position, "<<<<<<<", 0, 7) == 0;

    /// <summary><c>&amp;..///3</c>: the name of the range operator with a step, good only before a slash.</summary>
    private void ScanRangeStepName()
    {
        var behind = SkipHorizontalSpace(_position + 4);
        if (behind < _text.Length && _text[behind] == '/')
        {
            Add(SyntaxKind.Identifier, 4);
        }
        else
        {
            AddBad(4);
        }
    }

    private void AddOperator(SyntaxKind kind, int length)
    {
        var end = _position + length;
        if (kind is SyntaxKind.TernaryOperator or SyntaxKind.AssocOperator)
        {
            AddContinuing(kind, length);
            return;
        }

        if (end < _text.Length && _text[end] == ':' && SpaceAt(end + 1))
        {
            Add(SyntaxKind.KeywordIdentifier, length + 1);
            return;
        }

        if (kind == SyntaxKind.EllipsisOperator && _dialect < ElixirDialect.Elixir117)
        {
            Add(NameKind(end), length);
            return;
        }

        var behind = SkipHorizontalSpace(end);
        if (behind < _text.Length && _text[behind] == '/')
        {
            Add(SyntaxKind.Identifier, length);
        }
        else if (kind is SyntaxKind.UnaryOperator or SyntaxKind.EllipsisOperator or SyntaxKind.AtOperator
            or SyntaxKind.DualOperator)
        {
            Add(kind, length);
        }
        else
        {
            AddContinuing(kind, length);
        }
    }

    /// <summary><c>&amp;1</c> is an argument, <c>&amp; / 2</c> the name of the operator, anything else a capture.</summary>
    private void ScanCapture()
    {
        var behind = SkipHorizontalSpace(_position + 1);
        var kind = SyntaxKind.CaptureOperator;
        if (_dialect >= ElixirDialect.Elixir115 && IsDigit(Peek(1)))
        {
            kind = SyntaxKind.CaptureInteger;
        }
        else if (behind < _text.Length && _text[behind] == '/')
        {
            var second = SkipHorizontalSpace(behind + 1);
            kind = second < _text.Length && _text[second] == '/' ? SyntaxKind.CaptureOperator : SyntaxKind.Identifier;
        }

        Add(kind, 1);
    }

    /// <summary>An operator behind a dot is a name: <c>a.+ 1</c>.</summary>
    private bool ScanOperatorName()
    {
        var (a, b, c) = (Peek(), Peek(1), Peek(2));
        var length =
            OperatorFacts.Three(a, b, c) is not (SyntaxKind.EndOfFile or SyntaxKind.EllipsisOperator) ? 3
            : OperatorFacts.Two(a, b) is not (SyntaxKind.EndOfFile or SyntaxKind.TernaryOperator or SyntaxKind.AssocOperator
                or SyntaxKind.StabOperator) and var two
                && (two != SyntaxKind.RangeOperator || _dialect < ElixirDialect.Elixir117) ? 2
            : OperatorFacts.One(a) != SyntaxKind.EndOfFile ? 1
            : 0;
        if (length == 0)
        {
            return false;
        }

        Add(NameKind(_position + length), length);
        return true;
    }

    /// <summary>The length of the operator or bracket pair that makes an atom behind a colon, 0 if none does.</summary>
    private int OperatorAtomLength(int index)
    {
        foreach (var name in (ReadOnlySpan<string>)["<<>>", "%{}", "%", "{}", "..//"])
        {
            if (string.CompareOrdinal(_text, index, name, 0, name.Length) == 0)
            {
                return name.Length;
            }
        }

        var a = index < _text.Length ? _text[index] : '\0';
        var b = index + 1 < _text.Length ? _text[index + 1] : '\0';
        var c = index + 2 < _text.Length ? _text[index + 2] : '\0';
        return OperatorFacts.Three(a, b, c) != SyntaxKind.EndOfFile || (a, b) is (':', ':') ? (a == ':' ? 2 : 3)
            : OperatorFacts.Two(a, b) is not (SyntaxKind.EndOfFile or SyntaxKind.TernaryOperator or SyntaxKind.AssocOperator
                or SyntaxKind.TypeOperator) ? 2
            : OperatorFacts.One(a) != SyntaxKind.EndOfFile || a == '.' ? 1
            : 0;
    }

    private string DescribeUnexpected(int index, int length)
    {
        var c = CodePointAt(index);
        var text = _text.Substring(index, length);
        var code = c.ToString("X4", CultureInfo.InvariantCulture);
        var shown = c is > ' ' and < 0x7F ? $"'{text}'" : $"character U+{code}";
        return LookalikeCharacters.Explain(c) is { } meant ? $"Unexpected {shown}: {meant}."
            : c >= 0x7F && CharUnicodeInfo.GetUnicodeCategory(c) <= UnicodeCategory.DecimalDigitNumber
                ? $"Unexpected '{text}' (U+{code}), which cannot stand here in a name."
            : $"Unexpected {shown}.";
    }

    private void AddBad(int length)
    {
        var extends = Previous == SyntaxKind.BadToken && _tokens[^1].End == _position;
        var start = extends ? _tokens[^1].Start : _position;
        if (extends)
        {
            _tokens.RemoveAt(_tokens.Count - 1);
        }
        else
        {
            Report(_position, _position + length, DescribeUnexpected(_position, length));
        }

        Add(SyntaxKind.BadToken, start, _position + length);
    }
}
