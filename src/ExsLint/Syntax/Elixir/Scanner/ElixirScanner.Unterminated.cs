namespace ExsLint.Syntax.Elixir;

/// <content>Quotes that nothing closes.</content>
internal sealed partial class ElixirScanner
{
    // Each one costs another look at the rest of the text.
    private const int MaxRescues = 16;

    private int _rescues;

    /// <summary>
    /// The text ended within quotes. The outermost of them ends on its own line instead (a heredoc at the next line that starts with
    /// a letter), and the scanner goes on from there, so that a forgotten quote does not hide the rest of the file.
    /// </summary>
    private void CloseUnterminatedQuote()
    {
        var mode = _modes[0];
        var open = _tokens[mode.StartToken];
        _modes.Clear();
        _tokens.RemoveRange(mode.StartToken + 1, _tokens.Count - mode.StartToken - 1);
        _diagnostics.RemoveRange(mode.DiagnosticCount, _diagnostics.Count - mode.DiagnosticCount);
        _quotedKeys.RemoveWhere(token => token >= mode.StartToken);

        var marks = mode.IsHeredoc ? new string(mode.Close, 3) : mode.Close.ToString();
        var openLength = _text.AsSpan(open.Start, open.End - open.Start).TrimEnd().Length;
        Report(open.Start, open.Start + openLength, $"Missing {marks} to close what is opened here.");

        var end = ++_rescues > MaxRescues ? _text.Length : mode.IsHeredoc ? NextLetterLine(open.End) : LineEnd(open.End);
        AddText(open.End, end);
        Add(mode.EndKind, end, end);
    }

    private int NextLetterLine(int index)
    {
        while (index < _text.Length)
        {
            if (_text[index - 1] == '\n' && char.IsAsciiLetterLower(_text[index]))
            {
                return index - 1;
            }

            index++;
        }

        return index;
    }
}
