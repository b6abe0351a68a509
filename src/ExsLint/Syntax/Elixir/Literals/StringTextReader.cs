using System.Buffers;
using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Literals;

/// <summary>Turns the text between quotes into the bytes it stands for.</summary>
internal readonly struct StringTextReader
{
    private readonly bool _isHeredoc;
    private readonly bool _unescapes;
    private readonly int _indentation;
    private readonly char _close;

    public StringTextReader(StringLiteralSyntax literal, bool unescapeSigil)
    {
        var opening = literal.FirstToken.TextSpanOf;
        var closing = literal.LastToken.TextSpanOf;
        var isSigil = literal.Kind == SyntaxKind.SigilStart;
        _isHeredoc = StringContent.IsHeredoc(literal);
        _unescapes = !isSigil || (unescapeSigil && IsLower(opening[1]));
        _indentation = _isHeredoc ? closing.Length - closing.TrimStart(" \t").Length : 0;
        _close = closing.TrimStart(" \t") is [var close, ..] ? close : '"';
    }

    private StringTextReader(char close) => _close = close;

    /// <summary>Reads text between quotes as it stands, but for escaped quotes.</summary>
    public static StringTextReader ForRawText(StringLiteralSyntax literal) => new(literal.FirstToken.TextSpanOf[0]);

    /// <summary>Appends the bytes of one piece of text.</summary>
    public void Read(ReadOnlySpan<char> text, bool startsLine, ArrayBufferWriter<byte> bytes)
    {
        if (startsLine)
        {
            text = TrimIndentation(text);
        }

        var whole = text;
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny('\\', '\n');
            if (plain < 0)
            {
                Encode(text, bytes);
                return;
            }

            Encode(text[..plain], bytes);
            text = text[plain..];
            if (!_unescapes && JoinsPrevious(whole, whole.Length - text.Length))
            {
                Encode(text[..1], bytes);
                text = text[1..];
            }
            else if (text[0] == '\n')
            {
                bytes.Write("\n"u8);
                text = TrimIndentation(text[1..]);
            }
            else
            {
                text = text[ReadBackslash(text, bytes)..];
            }
        }
    }

    private ReadOnlySpan<char> TrimIndentation(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < _indentation && count < text.Length && IsHorizontalSpace(text[count]))
        {
            count++;
        }

        return text[count..];
    }

    /// <summary>Appends what a backslash and the text behind it stand for; gives their length.</summary>
    private int ReadBackslash(ReadOnlySpan<char> text, ArrayBufferWriter<byte> bytes)
    {
        var length = ReadEscape(text, bytes);
        if (length > 1 && text[length - 1] == '\n')
        {
            length += text.Length - length - TrimIndentation(text[length..]).Length;
        }

        return length;
    }

    private int ReadEscape(ReadOnlySpan<char> text, ArrayBufferWriter<byte> bytes)
    {
        if (_unescapes)
        {
            Span<byte> utf8 = stackalloc byte[4];
            EscapeSequence.Read(text, allowsShortHex: true, utf8, out var written, out var escaped);
            bytes.Write(utf8[..written]);
            return escaped;
        }

        // Raw text loses only the backslash before its own closing delimiter.
        if (!_isHeredoc && text.Length > 1 && text[1] == _close)
        {
            Encode(text[1..2], bytes);
            return 2;
        }

        if (_isHeredoc && text.Length > 3 && text[1] == _close && text[2] == _close && text[3] == _close)
        {
            Encode(text[1..4], bytes);
            return 4;
        }

        var length = text.Length > 1 && text[1] != '\n' && !char.IsSurrogate(text[1]) && text[1] != '\r' ? 2 : 1;
        Encode(text[..length], bytes);
        return length;
    }

    private static void Encode(ReadOnlySpan<char> text, ArrayBufferWriter<byte> bytes)
    {
        if (!text.IsEmpty)
        {
            Encoding.UTF8.GetBytes(text, bytes);
        }
    }
}
