using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Text;

/// <summary>
/// Where the lines of a text start. A line ends at LF, CRLF or a lone CR, as Elixir, systemd, editors and GitHub count.
/// </summary>
public sealed class LineTable
{
    private readonly string _content;
    private readonly List<int> _starts = [0];

    /// <summary>Finds the line starts of a text.</summary>
    public LineTable(string content)
    {
        _content = content;
        var offset = 0;
        while (true)
        {
            var next = content.AsSpan(offset).IndexOfAny('\n', '\r');
            if (next < 0)
            {
                return;
            }

            offset += next + 1;
            if (content[offset - 1] == '\r' && offset < content.Length && content[offset] == '\n')
            {
                offset++;
            }

            _starts.Add(offset);
        }
    }

    /// <summary>How many lines there are; a text that ends with a line end has an empty last line.</summary>
    public int Count => _starts.Count;

    /// <summary>
    /// The 0-based line and 0-based UTF-16 column of an offset. A byte order mark takes no column: editors do not show it.
    /// </summary>
    public LinePosition GetPosition(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        var column = offset - _starts[line];
        return new LinePosition(line, line == 0 && column > 0 && _content[0] == '\uFEFF' ? column - 1 : column);
    }

    /// <summary>The span of a 0-based line without its line end.</summary>
    public TextSpan GetLine(int line)
    {
        var start = _starts[line];
        var end = line + 1 < _starts.Count ? _starts[line + 1] : _content.Length;
        while (end > start && _content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The offset at which a 0-based line starts.</summary>
    public int GetStart(int line) => _starts[line];
}
