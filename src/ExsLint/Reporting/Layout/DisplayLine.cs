using System.Text;

namespace ExsLint.Reporting.Layout;

/// <summary>
/// One line of a file as a terminal shows it: tabs are spaces, controls are escapes, wide characters take two columns; with a
/// mark below a part of it, and cut to a width around that part.
/// </summary>
/// <param name="Text">What is shown.</param>
/// <param name="MarkStart">The column of the mark, from 0.</param>
/// <param name="MarkLength">How many columns the mark has; 0 if there is none.</param>
internal readonly record struct DisplayLine(string Text, int MarkStart, int MarkLength)
{
    private const int TabStop = 4;
    private const string Ellipsis = "...";

    private readonly record struct Cell(string Text, int Column, int Width);

    /// <summary>Lays out a line without a mark.</summary>
    /// <param name="line">The line.</param>
    /// <param name="width">How many columns there are.</param>
    public static DisplayLine Unmarked(string line, int width)
    {
        var cells = new List<Cell>();
        var end = Append(cells, 0, line);
        return new DisplayLine(end <= width ? Join(cells) : Cut(cells, 0, width, cutsStart: false, cutsEnd: true), 0, 0);
    }

    /// <summary>Lays out a line with a mark.</summary>
    /// <param name="before">What stands before the marked part.</param>
    /// <param name="marked">The marked part; where it is empty, the mark has one column.</param>
    /// <param name="behind">What stands behind it.</param>
    /// <param name="width">How many columns there are.</param>
    public static DisplayLine Marked(string before, string marked, string behind, int width)
    {
        var cells = new List<Cell>();
        var start = Append(cells, 0, before);
        var stop = Append(cells, start, marked);
        var end = Append(cells, stop, behind);
        stop = Math.Max(stop, start + 1);
        if (Math.Max(end, stop) <= width)
        {
            return new DisplayLine(Join(cells), start, stop - start);
        }

        var left = stop <= width - Ellipsis.Length ? 0 : Math.Max(0, start - (width / 3));
        var cutsEnd = end > left + width;
        var last = left + width - (cutsEnd ? Ellipsis.Length : 0);
        var text = Cut(cells, left, width, cutsStart: left > 0, cutsEnd);
        return new DisplayLine(text, start - left, Math.Max(1, Math.Min(stop, last) - start));
    }

    private static int Append(List<Cell> cells, int column, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var cell = rune.Value == '\t'
                ? new Cell(new string(' ', TabStop - (column % TabStop)), column, TabStop - (column % TabStop))
                : Show(rune, column);
            cells.Add(cell);
            column += cell.Width;
        }

        return column;
    }

    private static Cell Show(Rune rune, int column)
    {
        var text = rune.ToString();
        var shown = Printable.Escape(text);
        return new Cell(shown, column, shown == text ? CharacterWidth.Of(rune) : shown.Length);
    }

    private static string Join(List<Cell> cells) => string.Concat(cells.Select(cell => cell.Text));

    private static string Cut(List<Cell> cells, int left, int width, bool cutsStart, bool cutsEnd)
    {
        var text = new StringBuilder(cutsStart ? Ellipsis : "");
        var first = left + text.Length;
        var last = left + width - (cutsEnd ? Ellipsis.Length : 0);
        var column = first;
        foreach (var cell in cells)
        {
            if (cell.Column < first || cell.Column + cell.Width > last)
            {
                continue;
            }

            // A wide character may be cut in two.
            text.Append(' ', cell.Column - column).Append(cell.Text);
            column = cell.Column + cell.Width;
        }

        return text.Append(cutsEnd ? Ellipsis : "").ToString();
    }
}
