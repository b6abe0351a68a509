using System.Runtime.InteropServices;
using ExsLint.Syntax.Elixir.Language;
using Microsoft.CodeAnalysis.Text;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>
/// Cuts Elixir text into tokens in one pass, exactly as Elixir's own tokenizer does where that decides what the text means: which
/// line ends separate expressions, and what stands directly behind an identifier. What is no token is the leading trivia of the
/// next one.
/// </summary>
internal sealed partial class ElixirScanner
{
    private const int MaxAtomLength = 255;

    private readonly string _text;
    private readonly ElixirDialect _dialect;
    private readonly List<TokenData> _tokens;
    private readonly List<SyntaxDiagnostic> _diagnostics = [];
    private readonly HashSet<int> _quotedKeys = [];
    private readonly List<QuoteMode> _modes = [];
    private int _position;

    private ElixirScanner(string text, ElixirDialect dialect)
    {
        _text = text;
        _dialect = dialect;
        _tokens = new List<TokenData>(text.Length / 4 + 4);
    }

    /// <summary>The kind of the last token, EndOfFile if there is none.</summary>
    private SyntaxKind Previous => _tokens.Count == 0 ? SyntaxKind.EndOfFile : (SyntaxKind)_tokens[^1].RawKind;

    /// <summary>Scans a text.</summary>
    public static ScanResult Scan(string text, ElixirDialect dialect)
    {
        var scanner = new ElixirScanner(text, dialect);
        scanner.ScanByteOrderMark();
        scanner.ScanAll();
        scanner.Add(SyntaxKind.EndOfFile, text.Length, text.Length);
        return new ScanResult([.. scanner._tokens], scanner._diagnostics, scanner._quotedKeys);
    }

    private void ScanAll()
    {
        while (true)
        {
            while (_position < _text.Length)
            {
                if (_modes.Count > 0 && _modes[^1].InText)
                {
                    ScanQuotedText();
                }
                else
                {
                    ScanToken();
                }
            }

            if (_modes.Count == 0)
            {
                return;
            }

            CloseUnterminatedQuote();
        }
    }

    private void ScanToken()
    {
        var c = _text[_position];
        switch (c)
        {
            case ' ' or '\t':
                ScanHorizontalSpace();
                break;
            case '\n' or '\r':
                ScanLineEnd();
                break;
            case '#':
                ScanComment();
                break;
            case >= '0' and <= '9':
                ScanNumber();
                break;
            case '"' or '\'':
                ScanQuote(c);
                break;
            case ':':
                ScanColon();
                break;
            case '?':
                ScanCharacter();
                break;
            default:
                if (NameStartsAt(_position))
                {
                    ScanName();
                }
                else if (Previous != SyntaxKind.Dot || !ScanOperatorName())
                {
                    ScanPunctuation(c);
                }

                break;
        }
    }

    private char Peek(int distance = 0)
    {
        var index = _position + distance;
        return (uint)index < (uint)_text.Length ? _text[index] : '\0';
    }

    private bool IsEndAt(int index) => index >= _text.Length;

    private bool SpaceAt(int index) => index < _text.Length && IsSpace(_text[index]);

    private int CodePointAt(int index)
    {
        var c = _text[index];
        return char.IsHighSurrogate(c) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1])
            ? char.ConvertToUtf32(c, _text[index + 1])
            : c;
    }

    private void Add(SyntaxKind kind, int start, int end)
    {
        _tokens.Add(new TokenData((ushort)kind, start, end));
        _position = end;
    }

    /// <summary>Adds a token of this many characters from here.</summary>
    private void Add(SyntaxKind kind, int length) => Add(kind, _position, _position + length);

    /// <summary>Adds a token that continues the expression before it, even across a line end: <c>a\n|> b</c>.</summary>
    private void AddContinuing(SyntaxKind kind, int length)
    {
        DropLineEnd();
        Add(kind, length);
    }

    private void DropLineEnd()
    {
        if (Previous == SyntaxKind.EndOfLine)
        {
            _tokens.RemoveAt(_tokens.Count - 1);
        }
    }

    private void ChangePrevious(SyntaxKind kind)
    {
        ref var token = ref CollectionsMarshal.AsSpan(_tokens)[^1];
        token = token with { RawKind = (ushort)kind };
    }

    private void Report(int start, int end, string message) =>
        _diagnostics.Add(new SyntaxDiagnostic(TextSpan.FromBounds(start, end), message));
}
