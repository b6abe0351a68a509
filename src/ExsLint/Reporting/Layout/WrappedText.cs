namespace ExsLint.Reporting.Layout;

/// <summary>A paragraph: text with roles, broken at spaces. A word that is longer than a line is left whole, so that it can be copied.</summary>
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
        var column = 0;
        foreach (var word in _words)
        {
            var width = word.Sum(piece => CharacterWidth.Of(piece.Text));
            if (column > 0 && column + 1 + width > output.Width)
            {
                output.EndLine();
                column = indent + hang;
                output.Write(new string(' ', column));
            }
            else if (column > 0)
            {
                output.Write(" ");
                column++;
            }
            else
            {
                output.Write(new string(' ', indent));
                column = indent;
            }

            word.ForEach(piece => output.Write(piece.Text, piece.Role));
            column += width;
        }

        if (_words.Count > 0)
        {
            output.EndLine();
        }
    }
}
