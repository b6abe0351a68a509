using System.Globalization;
using ExsLint.Reporting.Layout;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Full;

/// <summary>Lines of a file that a report has shown, 0-based.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one; what was shown behind lines that were left out does not count.</param>
internal readonly record struct LineRange(int First, int Last)
{
    /// <summary>Whether a line is among them.</summary>
    public bool Contains(int line) => line >= First && line <= Last;
}

/// <summary>The lines of one file around a place, numbered, with carets below the place. Secrets are masked.</summary>
internal sealed class SourceExcerpt(SourceFile file, FileSecrets secrets, StyledOutput output)
{
    /// <summary>Of a place with more lines only the first ones and the last one are shown.</summary>
    private const int MaximumMarkedLines = 5;

    private const int MinimumNumberWidth = 4;

    /// <summary>How many columns line numbers take in a file, and at least in all.</summary>
    public static int NumberWidth(SourceFile file) =>
        Math.Max(MinimumNumberWidth, file.Lines.Count.ToString(CultureInfo.InvariantCulture).Length);

    /// <summary>Writes a line number, or spaces, with what separates it from the line.</summary>
    public static void WriteGutter(StyledOutput output, int width, int? line, string separator = " |")
    {
        var number = line is { } index ? (index + 1).ToString(CultureInfo.InvariantCulture) : "";
        output.Write("  " + number.PadLeft(width) + separator, TextRole.Gutter);
    }

    /// <summary>
    /// The 0-based first and last line of a span. One that ends with a line end does not reach into the next line.
    /// </summary>
    public static (int First, int Last) LinesOf(SourceFile file, TextSpan span)
    {
        var first = file.Lines.GetPosition(span.Start).Line;
        var last = file.Lines.GetPosition(span.End).Line;
        return (first, last > first && file.Lines.GetStart(last) == span.End ? last - 1 : last);
    }

    /// <summary>Writes the lines of a place.</summary>
    /// <param name="span">The place.</param>
    /// <param name="context">How many lines before it are shown.</param>
    /// <param name="role">The role of the carets.</param>
    /// <returns>The lines that were written.</returns>
    public LineRange Write(TextSpan span, int context, TextRole role)
    {
        var (first, last) = LinesOf(file, span);
        var from = first;
        while (from > 0 && first - from < context)
        {
            from--;
        }

        while (from < first && IsBlank(from))
        {
            from++;
        }

        for (var line = from; line <= last; line++)
        {
            if (line < first)
            {
                WriteLine(line);
            }
            else if (last - first < MaximumMarkedLines || line < first + MaximumMarkedLines - 1 || line == last)
            {
                WriteMarked(line, span, role);
            }
            else
            {
                WriteGutter(output, NumberWidth(file), null, " ...");
                output.EndLine();
                line = last - 1;
            }
        }

        return last - first < MaximumMarkedLines ? new LineRange(from, last)
            : new LineRange(from, first + MaximumMarkedLines - 2);
    }

    /// <summary>The line on which a place starts, without the spaces around it, cut to a width.</summary>
    public string LineOf(TextSpan span, int width)
    {
        var line = file.Lines.GetLine(file.Lines.GetPosition(span.Start).Line);
        return DisplayLine.Unmarked(secrets.Excerpt(Head(line)).Trim(), width).Text;
    }

    private int Columns => output.Width - NumberWidth(file) - "   | ".Length;

    private void WriteLine(int line)
    {
        var span = file.Lines.GetLine(line);
        WriteText(line, DisplayLine.Unmarked(secrets.Excerpt(Head(span)), Columns).Text);
    }

    private void WriteMarked(int line, TextSpan place, TextRole role)
    {
        var whole = file.Lines.GetLine(line);
        var start = Math.Clamp(place.Start, whole.Start, whole.End);
        var end = Math.Clamp(place.End, start, whole.End);
        if (start > place.Start)
        {
            while (start < end && file.Content[start] is ' ' or '\t')
            {
                start++;
            }
        }

        var shown = DisplayLine.Marked(
            secrets.Excerpt(Tail(TextSpan.FromBounds(whole.Start, start))),
            secrets.Excerpt(Head(TextSpan.FromBounds(start, end))),
            secrets.Excerpt(Head(TextSpan.FromBounds(end, whole.End))),
            Columns);
        WriteText(line, shown.Text);
        WriteGutter(output, NumberWidth(file), null);
        output.Write(new string(' ', shown.MarkStart + 1));
        output.Write(new string('^', shown.MarkLength), role);
        output.EndLine();
    }

    private void WriteText(int line, string text)
    {
        WriteGutter(output, NumberWidth(file), line);
        if (text.Length > 0)
        {
            output.Write(" " + text);
        }

        output.EndLine();
    }

    private bool IsBlank(int line)
    {
        var span = file.Lines.GetLine(line);
        return span.Length == 0 || (span.Length <= Columns && file.Content.AsSpan(span.Start, span.Length).IsWhiteSpace());
    }

    /// <summary>As much of a span as can be shown, and a little more, so that it shows that something was cut.</summary>
    private TextSpan Head(TextSpan span)
    {
        var end = Math.Min(span.End, span.Start + Limit);
        return TextSpan.FromBounds(span.Start, end > span.Start && char.IsHighSurrogate(file.Content[end - 1]) ? end - 1 : end);
    }

    private TextSpan Tail(TextSpan span)
    {
        var start = Math.Max(span.Start, span.End - Limit);
        return TextSpan.FromBounds(start < span.End && char.IsLowSurrogate(file.Content[start]) ? start + 1 : start, span.End);
    }

    /// <summary>Most characters take a column; those that take none are rare.</summary>
    private int Limit => 2 * output.Width;
}
