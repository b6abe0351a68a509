namespace ExsLint.Reporting.Layout;

/// <summary>
/// A paragraph: text with roles, broken at spaces. A word that is longer than a line is left whole, so that it can be copied.
/// </summary>
/// <param name="output">Where it goes.</param>
internal sealed class WrappedText(StyledOutput output)
{
    private readonly List<List<(string Text, TextRole Role)>> _words = [];

    private bool _wordIsOpen;

    /// <summary>Adds text; a word may go on in the next one.</summary>
    public WrappedText Add(string text, TextRole role = TextRole.Plain)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (range.Start.Value > 0)
            {
                _wordIsOpen = false;
            }

            if (range.Start.Equals(range.End))
            {
                continue;
            }

            if (!_wordIsOpen)
            {
                _words.Add([]);
                _wordIsOpen = true;
            }

            _words[^1].Add((text[range], role));
        }

        return this;
    }

    /// <summary>Writes the paragraph and ends its last line; nothing if there is no word.</summary>
    /// <param name="indent">How many spaces stand before the first line.</param>
    /// <param name="hang">How many more stand before the others.</param>
    public void Write(int indent = 0, int hang = 0)
    {
        var line = new List<(string Text, TextRole Role)> { (new string(' ', indent), TextRole.Plain) };
        var column = indent;
        foreach (var word in _words)
        {
            var width = word.Sum(piece => CharacterWidth.Of(piece.Text));
            if (line.Count > 1 && column + 1 + width > output.Width)
            {
                EndLine(line);
                column = indent + hang;
                line.Add((new string(' ', column), TextRole.Plain));
            }
            else if (line.Count > 1)
            {
                // Within text of one role the space has it too: a terminal then gets the text in one piece.
                line.Add((" ", line[^1].Role == word[0].Role ? word[0].Role : TextRole.Plain));
                column++;
            }

            line.AddRange(word);
            column += width;
        }

        if (line.Count > 1)
        {
            EndLine(line);
        }
    }

    private void EndLine(List<(string Text, TextRole Role)> line)
    {
        var start = 0;
        for (var end = 1; end <= line.Count; end++)
        {
            if (end == line.Count || line[end].Role != line[start].Role)
            {
                output.Write(string.Concat(line[start..end].Select(piece => piece.Text)), line[start].Role);
                start = end;
            }
        }

        output.EndLine();
        line.Clear();
    }
}
