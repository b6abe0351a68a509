using System.Text;

namespace ExsLint.Syntax.Systemd.Language;

/// <summary>
/// One line of a file as systemd's <c>read_line()</c> and <c>config_parse()</c> see it (src/basic/fileio.c and
/// src/shared/conf-parser.c, 252 to 262).
/// </summary>
/// <param name="Start">Where its text starts.</param>
/// <param name="End">Where its text ends and its line end starts.</param>
/// <param name="Next">Where the next line starts; equals <paramref name="End"/> at the end of the file.</param>
internal readonly record struct UnitLine(int Start, int End, int Next)
{
    /// <summary>
    /// The number of bytes, line end left out, from which systemd refuses a line (<c>LONG_LINE_MAX</c>; tried with 252).
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    public static UnitLine Read(string content, int start)
    {
        var length = content.AsSpan(start).IndexOfAny('\n', '\r', '\0');
        var end = length < 0 ? content.Length : start + length;
        return new UnitLine(start, end, SkipLineEnd(content, end));
    }

    public bool IsComment(string content) =>
        content.AsSpan(Start, End - Start).TrimStart(" \t") is ['#' or ';', ..];

    public bool IsContinued(string content)
    {
        var text = content.AsSpan(Start, End - Start);
        return (text.Length - text.TrimEnd('\\').Length) % 2 == 1;
    }

    public bool IsTooLong(string content) => (End - Start) * 3L >= MaxBytes && CountBytes(content) >= MaxBytes;

    public int CountBytes(string content) => Encoding.UTF8.GetByteCount(content.AsSpan(Start, End - Start));

    // Different marks in a row are one line end ("\r\n", "\n\r", "\n\0"); the same mark again, or anything after NUL, is the
    // next.
    private static int SkipLineEnd(string content, int offset)
    {
        var start = offset;
        while (offset < content.Length
            && content[offset] is '\n' or '\r' or '\0'
            && !content.AsSpan(start, offset - start).Contains(content[offset])
            && (offset == start || content[offset - 1] != '\0'))
        {
            offset++;
        }

        return offset;
    }
}
