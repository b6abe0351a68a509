using System.Globalization;
using ExsLint.Syntax.Elixir.Language;
using Microsoft.CodeAnalysis.Text;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <content>Space, comments and line ends.</content>
internal sealed partial class ElixirScanner
{
    private void ScanByteOrderMark()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF')
        {
            _position = 1;
            _diagnostics.Add(new SyntaxDiagnostic(
                new TextSpan(0, 1),
                "The file starts with a byte order mark, which Elixir refuses.",
                IsError: false));
        }
    }

    private void ScanHorizontalSpace()
    {
        _position = SkipHorizontalSpace(_position);

        // 'a -1' calls a with -1, 'a - 1' subtracts: a sign that stands to what follows, but not to what precedes it.
        if (Previous == SyntaxKind.Identifier
            && Peek() is '+' or '-'
            && IsSignOfArgument(_text, _position, _dialect))
        {
            ChangePrevious(SyntaxKind.OpIdentifier);
            Add(SyntaxKind.DualOperator, 1);
        }
    }

    /// <summary>
    /// Whether the sign here, which stands behind a name and a space, belongs to an argument by what follows it.
    /// </summary>
    internal static bool IsSignOfArgument(string text, int sign, ElixirDialect dialect)
    {
        if (sign + 1 >= text.Length || text[sign + 1] == text[sign] || IsSpace(text[sign + 1]))
        {
            return false;
        }

        var next = text[sign + 1];
        return dialect < ElixirDialect.Elixir117
            ? next is not ('(' or '[' or '<' or '{' or '%' or '+' or '-' or '/' or '>' or ':')
            : next is not ('/' or '>')
                && (next != '\\' || dialect < ElixirDialect.Elixir120)
                && !(next == ':' && sign + 2 < text.Length && IsSpace(text[sign + 2]));
    }

    /// <summary>The next offset that is neither space nor a backslash with its line end.</summary>
    private int SkipHorizontalSpace(int index)
    {
        while (index < _text.Length)
        {
            if (IsHorizontalSpace(_text[index]))
            {
                index++;
            }
            else if (_dialect >= ElixirDialect.Elixir120
                && _text[index] == '\\'
                && HiddenLineEndLength(index) is > 0 and var length
                && index + length < _text.Length)
            {
                index += length;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    /// <summary>The length of a backslash and the line end behind it, 0 if there is none.</summary>
    private int HiddenLineEndLength(int backslash) =>
        string.CompareOrdinal(_text, backslash + 1, "\r\n", 0, 2) == 0 ? 3
        : backslash + 1 < _text.Length && _text[backslash + 1] == '\n' ? 2
        : 0;

    private void ScanLineEnd()
    {
        var length = 1;
        if (Peek() == '\r')
        {
            if (Peek(1) == '\n')
            {
                length = 2;
            }
            else
            {
                Report(_position, _position + 1, "A carriage return without a line feed ends no line for Elixir.");
            }
        }

        if (Previous is SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.EndOfLine or SyntaxKind.Dot)
        {
            _position += length;
        }
        else
        {
            Add(SyntaxKind.EndOfLine, length);
        }
    }

    private void ScanComment()
    {
        var rest = _text.AsSpan(_position);
        var length = rest.IndexOf('\n');
        length = length < 0 ? rest.Length : length;
        if (length > 0 && rest[length - 1] == '\r' && length < rest.Length)
        {
            length--;
        }

        for (var i = 0; i < length; i++)
        {
            if (rest[i] >= '\u0085' || rest[i] < ' ')
            {
                CheckHidden(_position + i, "comment", ElixirDialect.Elixir119);
            }
        }

        _position += length;
    }

    private void CheckHidden(int index, string where, ElixirDialect lineBreaksSince)
    {
        var c = _text[index];
        var code = ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        if (IsBidirectional(c))
        {
            Report(index, index + 1, $"The {where} holds U+{code}, which reorders the text around it on a screen.");
        }
        else if ((IsForeignLineBreak(c) && _dialect >= lineBreaksSince) || (c == '\r' && _dialect >= ElixirDialect.Elixir120))
        {
            Report(index, index + 1, $"The {where} holds U+{code}, which some editors show as a line end.");
        }
    }
}
