using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>
/// Cuts Elixir text into tokens in one pass, exactly as Elixir's own tokenizer does where that decides what the text means: which
/// line ends separate expressions, and what stands directly behind an identifier. What is no token is the leading trivia of the
/// next one. Each kind of token has its part; all of them move the same cursor.
/// </summary>
internal sealed class ElixirScanner
{
    private readonly string _text;
    private readonly TokenCursor _cursor;
    private readonly QuoteModes _modes;
    private readonly SpaceScanner _space;
    private readonly NumberScanner _numbers;
    private readonly NameScanner _names;
    private readonly AtomScanner _atoms;
    private readonly OperatorScanner _operators;
    private readonly PunctuationScanner _punctuation;
    private readonly QuoteScanner _quotes;
    private readonly QuotedTextScanner _quotedText;
    private readonly UnterminatedQuotes _unterminated;

    private ElixirScanner(string text, ElixirDialect dialect)
    {
        _text = text;
        _cursor = new TokenCursor(text, dialect);
        _modes = new QuoteModes(_cursor);
        var hidden = new HiddenCharacters(_cursor);
        var unexpected = new UnexpectedCharacters(_cursor);
        var checks = new NameChecks(_cursor);
        _space = new SpaceScanner(_cursor, hidden);
        _numbers = new NumberScanner(_cursor, unexpected);
        _names = new NameScanner(_cursor, checks, new WordScanner(_cursor));
        _operators = new OperatorScanner(_cursor, unexpected);
        _quotes = new QuoteScanner(_cursor, _modes);
        _punctuation = new PunctuationScanner(_cursor, _modes, new SigilScanner(_cursor, _modes, _quotes, checks), _operators);
        _atoms = new AtomScanner(_cursor, _modes, _names, checks, _operators, _punctuation, unexpected);
        _quotedText = new QuotedTextScanner(_cursor, _modes, hidden);
        _unterminated = new UnterminatedQuotes(_cursor, _modes);
    }

    /// <summary>Scans a text.</summary>
    public static ScanResult Scan(string text, ElixirDialect dialect)
    {
        var scanner = new ElixirScanner(text, dialect);
        scanner._space.ScanByteOrderMark();
        scanner.ScanAll();
        return scanner._cursor.End();
    }

    private void ScanAll()
    {
        while (true)
        {
            while (_cursor.Position < _text.Length)
            {
                if (_modes.IsInText)
                {
                    _quotedText.Scan();
                }
                else
                {
                    ScanToken();
                }
            }

            if (!_modes.Any)
            {
                return;
            }

            _unterminated.Close();
        }
    }

    private void ScanToken()
    {
        var c = _text[_cursor.Position];
        switch (c)
        {
            case ' ' or '\t':
                _space.ScanSpace();
                break;
            case '\n' or '\r':
                _space.ScanLineEnd();
                break;
            case '#':
                _space.ScanComment();
                break;
            case >= '0' and <= '9':
                _numbers.Scan();
                break;
            case '"' or '\'':
                _quotes.Scan(c);
                break;
            case ':':
                _atoms.Scan();
                break;
            case '?':
                _numbers.ScanCharacter();
                break;
            default:
                if (_names.StartsAt(_cursor.Position))
                {
                    _names.Scan();
                }
                else if (_cursor.Previous != SyntaxKind.Dot || !_operators.TryScanName())
                {
                    _punctuation.Scan(c);
                }

                break;
        }
    }
}
