using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Space, comments and line ends.</summary>
internal sealed class SpaceScanner(TokenCursor cursor, HiddenCharacters hidden)
{
    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>A byte order mark at the start of the file.</summary>
    public void ScanByteOrderMark()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF')
        {
            cursor.Position = 1;
            cursor.Warn(0, 1, "The file starts with a byte order mark, which Elixir refuses.");
        }
    }

    /// <summary>Space; it tells whether a sign behind it belongs to an argument.</summary>
    public void ScanSpace()
    {
        cursor.Position = cursor.SkipHorizontalSpace(cursor.Position);

        // 'a -1' calls a with -1, 'a - 1' subtracts: a sign that stands to what follows, but not to what precedes it.
        if (cursor.Previous == SyntaxKind.Identifier
            && cursor.Peek() is '+' or '-'
            && IsSignOfArgument(_text, cursor.Position, _dialect))
        {
            cursor.ChangePrevious(SyntaxKind.OpIdentifier);
            cursor.Add(SyntaxKind.DualOperator, 1);
        }
    }

    /// <summary>
    /// Whether the sign here, which stands behind a name and a space, belongs to an argument by what follows it.
    /// </summary>
    public static bool IsSignOfArgument(string text, int sign, ElixirDialect dialect)
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

    /// <summary>A line end; it is a token where it may end an expression.</summary>
    public void ScanLineEnd()
    {
        var length = 1;
        if (cursor.Peek() == '\r')
        {
            if (cursor.Peek(1) == '\n')
            {
                length = 2;
            }
            else
            {
                cursor.Report(
                    cursor.Position, cursor.Position + 1, "A carriage return without a line feed ends no line for Elixir.");
            }
        }

        if (cursor.Previous is SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.EndOfLine or SyntaxKind.Dot)
        {
            cursor.Position += length;
        }
        else
        {
            cursor.Add(SyntaxKind.EndOfLine, length);
        }
    }

    /// <summary>A comment, up to the end of its line.</summary>
    public void ScanComment()
    {
        var rest = _text.AsSpan(cursor.Position);
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
                hidden.Check(cursor.Position + i, "comment", ElixirDialect.Elixir119);
            }
        }

        cursor.Position += length;
    }
}
