using System.Collections.Immutable;
using System.Text;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>
/// Reads a shell script for the commands in it, without knowing which of them run. Words are freed of their quotes; what a
/// command in <c>$(…)</c> or between backquotes puts out is <see cref="Substitution"/>.
/// </summary>
internal sealed class ShellScript
{
    /// <summary>Stands for the output of a command.</summary>
    public const char Substitution = '\u0001';

    private const string Separators = ";&|\n(){}";

    private readonly string _text;
    private readonly List<ImmutableArray<string>> _commands = [];
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private readonly Queue<string> _endsOfInput = new();
    private bool _isWord;
    private int _at;

    private ShellScript(string text) => _text = text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The simple commands, in the order in which they are written; each has at least one word.</summary>
    public static ImmutableArray<ImmutableArray<string>> Read(string text)
    {
        var script = new ShellScript(text);
        script.Scan();
        return [.. script._commands];
    }

    private void Scan()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (Separators.Contains(c, StringComparison.Ordinal))
            {
                EndCommand();
                SkipInput(c);
            }
            else if (c is ' ' or '\t')
            {
                EndWord();
            }
            else if (c == '#' && !_isWord)
            {
                _at = IndexOf('\n', _at);
            }
            else
            {
                ScanWord(c);
            }
        }

        EndCommand();
    }

    private void ScanWord(char c)
    {
        _isWord = true;
        switch (c)
        {
            case '\\':
                if (_at < _text.Length && _text[_at++] is not '\n' and var escaped)
                {
                    _word.Append(escaped);
                }

                break;
            case '\'':
                var end = IndexOf('\'', _at);
                _word.Append(_text, _at, end - _at);
                _at = Math.Min(end + 1, _text.Length);
                break;
            case '"':
                ScanQuoted();
                break;
            case '`':
                _at = Math.Min(IndexOf('`', _at) + 1, _text.Length);
                _word.Append(Substitution);
                break;
            case '$' when _at < _text.Length && _text[_at] == '(':
                SkipParentheses();
                break;
            case '$' when _at < _text.Length && _text[_at] == '{':
                var close = IndexOf('}', _at);
                _word.Append('$').Append(_text, _at + 1, Math.Max(0, close - _at - 1));
                _at = Math.Min(close + 1, _text.Length);
                break;
            default:
                _word.Append(c);
                break;
        }
    }

    private void ScanQuoted()
    {
        while (_at < _text.Length && _text[_at++] is not '"' and var c)
        {
            if (c == '\'')
            {
                _word.Append(c);
            }
            else
            {
                ScanWord(c);
            }
        }
    }

    private void SkipParentheses()
    {
        var depth = 0;
        do
        {
            depth += _text[_at] switch { '(' => 1, ')' => -1, _ => 0 };
            _at++;
        }
        while (_at < _text.Length && depth > 0);

        _word.Append(Substitution);
    }

    private void EndWord()
    {
        if (!_isWord)
        {
            return;
        }

        // '<<EOF' takes the lines behind this one for input.
        var word = _word.ToString();
        if (word.StartsWith("<<", StringComparison.Ordinal) && !word.StartsWith("<<<", StringComparison.Ordinal))
        {
            _endsOfInput.Enqueue(word.TrimStart('<', '-'));
        }
        else
        {
            _words.Add(word);
        }

        _word.Clear();
        _isWord = false;
    }

    private void EndCommand()
    {
        EndWord();
        if (_words.Count > 0)
        {
            _commands.Add([.. _words]);
            _words.Clear();
        }
    }

    private void SkipInput(char separator)
    {
        while (separator == '\n' && _endsOfInput.TryDequeue(out var mark))
        {
            for (var line = ""; _at < _text.Length && line != mark;)
            {
                var end = IndexOf('\n', _at);
                line = _text[_at..end].TrimStart('\t');
                _at = Math.Min(end + 1, _text.Length);
            }
        }
    }

    private int IndexOf(char c, int start) =>
        _text.IndexOf(c, Math.Min(start, _text.Length)) is >= 0 and var at ? at : _text.Length;
}
