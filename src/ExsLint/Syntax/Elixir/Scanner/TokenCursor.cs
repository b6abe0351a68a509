using ExsLint.Syntax.Elixir.Language;
using Microsoft.CodeAnalysis.Text;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>How far a text was cut into tokens, and what was found so far. All parts of the scanner share it.</summary>
/// <param name="text">The text.</param>
/// <param name="dialect">The version of the language.</param>
internal sealed class TokenCursor(string text, ElixirDialect dialect)
{
    private readonly TokenBuffer _tokens = new((text.Length / 4) + 4);
    private readonly List<SyntaxDiagnostic> _diagnostics = [];
    private readonly HashSet<int> _quotedKeys = [];

    // Between these two offsets there is no line feed.
    private int _lineFeedAskedFrom;
    private int _lineFeed = -1;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The version of the language.</summary>
    public ElixirDialect Dialect => dialect;

    /// <summary>The offset of the next character.</summary>
    public int Position { get; set; }

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>The last token; there has to be one.</summary>
    public TokenData Last => _tokens[_tokens.Count - 1];

    /// <summary>The kind of the last token, EndOfFile if there is none.</summary>
    public SyntaxKind Previous => _tokens.Count == 0 ? SyntaxKind.EndOfFile : (SyntaxKind)_tokens[_tokens.Count - 1].RawKind;

    /// <summary>A token by its number.</summary>
    public TokenData this[Index token] => _tokens[token.GetOffset(_tokens.Count)];

    /// <summary>Ends the file, and gives all that was found.</summary>
    public ScanResult End()
    {
        Add(SyntaxKind.EndOfFile, text.Length, text.Length);
        return new ScanResult(_tokens.Finish(), _tokens.Count, _diagnostics, _quotedKeys);
    }

    /// <summary>The character that is this far from here, NUL behind the end.</summary>
    public char Peek(int distance = 0)
    {
        var index = Position + distance;
        return (uint)index < (uint)text.Length ? text[index] : '\0';
    }

    /// <summary>Whether the text has ended at an offset.</summary>
    public bool IsEndAt(int index) => index >= text.Length;

    /// <summary>Whether space or a line end stands at an offset.</summary>
    public bool SpaceAt(int index) => index < text.Length && IsSpace(text[index]);

    /// <summary>Whether a quote stands at an offset three times.</summary>
    public bool IsTripled(int index, char quote) =>
        index + 2 < text.Length && text[index] == quote && text[index + 1] == quote && text[index + 2] == quote;

    /// <summary>The code point at an offset; half of one where its other half is not there.</summary>
    public int CodePointAt(int index)
    {
        var c = text[index];
        return char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(c, text[index + 1])
            : c;
    }

    /// <summary>The end of the line, its line end excluded.</summary>
    public int LineEnd(int index)
    {
        // A long line may hold many quotes, each of which asks.
        if (index < _lineFeedAskedFrom || index > _lineFeed)
        {
            var length = text.AsSpan(index).IndexOf('\n');
            (_lineFeedAskedFrom, _lineFeed) = (index, length < 0 ? text.Length : index + length);
        }

        return _lineFeed > index && _lineFeed < text.Length && text[_lineFeed - 1] == '\r' ? _lineFeed - 1 : _lineFeed;
    }

    /// <summary>The next offset that is neither space nor a backslash with its line end.</summary>
    public int SkipHorizontalSpace(int index)
    {
        while (index < text.Length)
        {
            if (IsHorizontalSpace(text[index]))
            {
                index++;
            }
            else if (dialect >= ElixirDialect.Elixir120
                && text[index] == '\\'
                && HiddenLineEndLength(index) is > 0 and var length
                && index + length < text.Length)
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
    public int HiddenLineEndLength(int backslash) =>
        string.CompareOrdinal(text, backslash + 1, "\r\n", 0, 2) == 0 ? 3
        : backslash + 1 < text.Length && text[backslash + 1] == '\n' ? 2
        : 0;

    /// <summary>What an identifier is depends on what stands directly behind it.</summary>
    public SyntaxKind IdentifierKind(int end) => end >= text.Length ? SyntaxKind.Identifier : text[end] switch
    {
        '(' => SyntaxKind.ParenIdentifier,
        '[' => SyntaxKind.BracketIdentifier,
        _ => SyntaxKind.Identifier,
    };

    /// <summary>Adds a token, and goes behind it.</summary>
    public void Add(SyntaxKind kind, int start, int end)
    {
        _tokens.Add(new TokenData((ushort)kind, start, end));
        Position = end;
    }

    /// <summary>Adds a token of this many characters from here.</summary>
    public void Add(SyntaxKind kind, int length) => Add(kind, Position, Position + length);

    /// <summary>Adds a token that continues the expression before it, even across a line end: <c>a\n|> b</c>.</summary>
    public void AddContinuing(SyntaxKind kind, int length)
    {
        DropLineEnd();
        Add(kind, length);
    }

    /// <summary>Adds the text of a string, if there is any.</summary>
    public void AddText(int start, int end)
    {
        if (end > start)
        {
            Add(SyntaxKind.StringText, start, end);
        }
    }

    /// <summary>Takes the last token away if it is a line end.</summary>
    public void DropLineEnd()
    {
        if (Previous == SyntaxKind.EndOfLine)
        {
            RemoveLast();
        }
    }

    /// <summary>Takes the last token away.</summary>
    public void RemoveLast() => _tokens.Cut(_tokens.Count - 1);

    /// <summary>Forgets what was found behind a token; here stays as it is.</summary>
    public void ForgetBehind(int token)
    {
        var start = _tokens[token].Start;
        _tokens.Cut(token + 1);
        _diagnostics.RemoveAll(diagnostic => diagnostic.Span.Start >= start);
        _quotedKeys.RemoveWhere(key => key >= token);
    }

    /// <summary>Gives the last token another kind.</summary>
    public void ChangePrevious(SyntaxKind kind)
    {
        ref var token = ref _tokens[_tokens.Count - 1];
        token = new TokenData((ushort)kind, token.Start, token.End);
    }

    /// <summary>Notes that a token opens a quoted keyword key.</summary>
    public void AddQuotedKey(int token) => _quotedKeys.Add(token);

    /// <summary>Reports what is wrong with a token.</summary>
    public void Report(int start, int end, string message) =>
        _diagnostics.Add(new SyntaxDiagnostic(TextSpan.FromBounds(start, end), message));

    /// <summary>Reports what Elixir takes, but refuses later.</summary>
    public void Warn(int start, int end, string message) =>
        _diagnostics.Add(new SyntaxDiagnostic(TextSpan.FromBounds(start, end), message, IsError: false));
}
