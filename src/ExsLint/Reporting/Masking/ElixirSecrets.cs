using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Masking;

/// <summary>
/// Finds the literals of Elixir text that belong to a secret's name: <c>secret_key_base: "x"</c>,
/// <c>config :app, :token, "x"</c>, <c>%{"password" => "x"}</c>, <c>System.get_env("SECRET") || "x"</c>. It follows brackets
/// and quotes only, and needs no valid program.
/// </summary>
internal sealed partial class ElixirSecrets(string content, List<TextSpan> masks)
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private readonly Stack<Frame> _frames = new();

    private int _offset;

    /// <summary>The last character that is neither space nor comment: it tells whether a line goes on.</summary>
    private char _lastCharacter;

    /// <summary>The last string or atom, for a <c>=></c> behind it.</summary>
    private TextSpan _lastLiteral;

    /// <summary>The last word, for a parenthesis behind it.</summary>
    private TextSpan _lastWord;

    private bool _isReliable = true;

    /// <summary>Adds the secrets.</summary>
    /// <returns>False where brackets or quotes do not match, so that the result may lack something.</returns>
    public bool Find()
    {
        _frames.Push(new Frame(FrameKind.Block, false));
        while (_offset < content.Length)
        {
            Step(content[_offset]);
        }

        return _isReliable && _frames.Count == 1;
    }

    private void Step(char character)
    {
        switch (character)
        {
            case '\n' or '\r':
                EndLine();
                return;
            case '#':
                SkipComment();
                return;
            case '"' or '\'':
                StartQuoted(QuoteLength(_offset));
                return;
            case '~' when StartSigil():
                return;
            case '?' when SkipCharacterLiteral():
                return;
            case ':' when StartAtom():
                return;
            case '=' when At(_offset + 1) == '>':
                _frames.Peek().Key = SecretNames.Matches(NameOf(_lastLiteral));
                Advance(2);
                return;
            case '(' or '[' or '{':
                Open(character);
                return;
            case ')' or ']' or '}':
                Close();
                return;
            case var letter when char.IsLetter(letter) || letter == '_':
                ReadWord();
                return;
            case ' ' or '\t':
                _offset++;
                return;
            default:
                Advance(1);
                return;
        }
    }

    /// <summary>A statement ends with its line, unless brackets are open or an operator stands at the break.</summary>
    private void EndLine()
    {
        _offset++;
        var frame = _frames.Peek();
        if (frame.Kind != FrameKind.Block || _lastCharacter is ',' or '=' or '|' or '<' or '>' or '+' or '&' or '-' or '*' or ':')
        {
            return;
        }

        var next = _offset;
        while (At(next) is ' ' or '\t')
        {
            next++;
        }

        // Behind an empty line the question comes up again.
        if (At(next) is not ('|' or '<' or '>' or '+' or '=' or '&' or '\n' or '\r'))
        {
            frame.Path = frame.Key = false;
        }
    }

    private void SkipComment()
    {
        var length = content.AsSpan(_offset).IndexOfAny('\n', '\r');
        var end = length < 0 ? content.Length : _offset + length;
        LineSecrets.Find(content, TextSpan.FromBounds(_offset, end), masks);
        _offset = end;
    }

    private bool SkipCharacterLiteral()
    {
        if (_offset > 0 && (char.IsLetterOrDigit(content[_offset - 1]) || content[_offset - 1] == '_'))
        {
            return false;
        }

        Advance(At(_offset + 1) == '\\' ? 3 : 2);
        return true;
    }

    private bool StartAtom()
    {
        if (At(_offset + 1) is '"' or '\'')
        {
            _offset++;
            StartQuoted(1);
            return true;
        }

        if (!char.IsLetter(At(_offset + 1)) && At(_offset + 1) != '_')
        {
            return false;
        }

        var start = _offset + 1;
        var end = EndOfWord(start);
        _lastLiteral = TextSpan.FromBounds(start, end);
        var frame = _frames.Peek();
        if (frame.Key)
        {
            masks.Add(_lastLiteral);
        }

        frame.Path |= SecretNames.Matches(NameOf(_lastLiteral));
        Advance(end - _offset);
        return true;
    }

    private void ReadWord()
    {
        var start = _offset;
        var end = EndOfWord(start);
        _lastWord = TextSpan.FromBounds(start, end);
        Advance(end - start);
        var name = NameOf(_lastWord);
        var frame = _frames.Peek();
        if (IsKeyAt(end))
        {
            frame.Key = SecretNames.Matches(name);
        }
        else if (name is "do" or "fn")
        {
            _frames.Push(new Frame(FrameKind.Block, frame.IsSecret));
        }
        else if (name is "end")
        {
            Pop(FrameKind.Block);
        }
        else if (char.IsLower(name[0]))
        {
            frame.Path |= SecretNames.Matches(name);
        }
    }

    private void Open(char bracket)
    {
        var readsEnvironment = bracket == '(' && _lastWord.End == _offset && NameOf(_lastWord).Contains("env", StringComparison.Ordinal);
        _frames.Push(new Frame(FrameKind.Bracket, _frames.Peek().IsSecret) { ReadsEnvironment = readsEnvironment });
        Advance(1);
    }

    private void Close()
    {
        Advance(1);
        var frame = Pop(FrameKind.Bracket);
        if (frame is { Kind: FrameKind.Interpolation })
        {
            ReadQuoted(frame.Quote);
        }
        else if (frame is { ReadsEnvironment: true })
        {
            // What follows the variable's name behind the call is its default.
            _frames.Peek().Path |= frame.Path;
        }
    }

    private Frame? Pop(FrameKind expected)
    {
        if (_frames.Count == 1)
        {
            _isReliable = false;
            return null;
        }

        var frame = _frames.Pop();
        _isReliable &= (frame.Kind == FrameKind.Block) == (expected == FrameKind.Block);
        return frame;
    }

    /// <summary>Whether a colon that makes a key stands here: <c>foo: 1</c>, but not <c>Foo::bar</c>.</summary>
    private bool IsKeyAt(int offset) => At(offset) == ':' && At(offset + 1) is ' ' or '\t' or '\n' or '\r' or '\0';

    private int EndOfWord(int offset)
    {
        while (char.IsLetterOrDigit(At(offset)) || At(offset) is '_' or '@')
        {
            offset++;
        }

        return At(offset) is '?' or '!' ? offset + 1 : offset;
    }

    private ReadOnlySpan<char> NameOf(TextSpan span) => content.AsSpan(span.Start, span.Length);

    private char At(int offset) => offset < content.Length ? content[offset] : '\0';

    private void Advance(int length)
    {
        _offset = Math.Min(_offset + length, content.Length);
        _lastCharacter = _offset > 0 ? content[_offset - 1] : '\0';
    }
}
