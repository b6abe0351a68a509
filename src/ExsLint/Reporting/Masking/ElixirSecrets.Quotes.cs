using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Masking;

/// <content>Strings, charlists, heredocs and sigils.</content>
internal sealed partial class ElixirSecrets
{
    private enum FrameKind
    {
        /// <summary>The file, <c>do</c> or <c>fn</c>: each line is a statement.</summary>
        Block,

        /// <summary>Any bracket.</summary>
        Bracket,

        /// <summary><c>#{</c> within quotes.</summary>
        Interpolation,
    }

    private int QuoteLength(int offset) => At(offset + 1) == At(offset) && At(offset + 2) == At(offset) ? 3 : 1;

    private void StartQuoted(int length)
    {
        var quote = new Quote(content[_offset], length, true, _offset + length);
        _offset += length;
        ReadQuoted(quote);
    }

    private bool StartSigil()
    {
        var name = _offset + 1;
        var end = name;
        while (char.IsAsciiLetterOrDigit(At(end)))
        {
            end++;
        }

        var close = At(end) switch
        {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            '<' => '>',
            '"' or '\'' or '/' or '|' => At(end),
            _ => '\0',
        };
        if (end == name || close == '\0')
        {
            return false;
        }

        var length = close is '"' or '\'' ? QuoteLength(end) : 1;
        _offset = end + length;
        ReadQuoted(new Quote(close, length, char.IsAsciiLetterLower(content[name]), _offset));
        return true;
    }

    /// <summary>Reads on in a literal up to its end or its next interpolation.</summary>
    private void ReadQuoted(Quote quote)
    {
        var start = _offset;
        while (_offset < content.Length)
        {
            if (content[_offset] == '\\')
            {
                _offset += 2;
                continue;
            }

            if (quote.Interpolates && content[_offset] == '#' && At(_offset + 1) == '{')
            {
                MaskLiteral(start, _offset);
                _frames.Push(new Frame(FrameKind.Interpolation, _frames.Peek().IsSecret) { Quote = quote });
                Advance(2);
                return;
            }

            if (IsAtEnd(quote))
            {
                EndQuoted(quote, start);
                return;
            }

            _offset++;
        }

        _offset = content.Length;
        _isReliable = false;
        MaskLiteral(start, _offset);
    }

    private bool IsAtEnd(Quote quote) => content[_offset] == quote.Character
        && (quote.Length == 1 || (QuoteLength(_offset) == 3 && IsFirstOfLine(_offset)));

    private bool IsFirstOfLine(int offset)
    {
        do
        {
            offset--;
        }
        while (content[offset] is ' ' or '\t');
        return content[offset] is '\n' or '\r';
    }

    private void EndQuoted(Quote quote, int start)
    {
        var end = _offset;
        Advance(quote.Length);
        _lastLiteral = TextSpan.FromBounds(quote.Start, end);
        var name = NameOf(_lastLiteral);
        var isName = name.Length > 0 && !name.ContainsAnyExcept(NameCharacters) && SecretNames.Matches(name);
        var frame = _frames.Peek();
        if (IsKeyAt(_offset))
        {
            frame.Key = isName;
            return;
        }

        if (frame.ReadsEnvironment && content[quote.Start - quote.Length - 1] == '(')
        {
            frame.Path |= isName;
            return;
        }

        MaskLiteral(start, end);
        frame.Path |= isName;

        // A quote forgotten on an earlier line turns text into code and code into text.
        _isReliable &= quote.Length == 3 || !content.AsSpan(quote.Start, end - quote.Start).ContainsAny('\n', '\r');
    }

    private void MaskLiteral(int start, int end)
    {
        if (_frames.Peek().IsSecret && end > start)
        {
            masks.Add(TextSpan.FromBounds(start, end));
        }
    }

    private readonly record struct Quote(char Character, int Length, bool Interpolates, int Start);

    private sealed class Frame(FrameKind kind, bool isInherited)
    {
        public FrameKind Kind { get; } = kind;

        /// <summary>The quotes to go on in behind the interpolation.</summary>
        public Quote Quote { get; init; }

        /// <summary>Whether this is the argument list of a function like <c>System.get_env</c>, whose first argument is a name.</summary>
        public bool ReadsEnvironment { get; init; }

        /// <summary>Whether the last key was a secret's name.</summary>
        public bool Key { get; set; }

        /// <summary>Whether a secret's name stands earlier in the statement: <c>config :app, :token, ..</c>.</summary>
        public bool Path { get; set; }

        /// <summary>Whether a literal here is a secret.</summary>
        public bool IsSecret => isInherited || Key || Path;
    }
}
