using System.Text;

namespace ExsLint.Reporting.Markdown;

/// <summary>
/// Reads the Markdown that rule pages use line by line: headings, paragraphs, lists and fences. What is within a line is read by
/// <see cref="MarkdownPieces"/>.
/// </summary>
internal ref struct MarkdownLines
{
    private const string Fence = "```";

    private SpanLineEnumerator _lines;
    private bool _isFenced;

    private MarkdownLines(ReadOnlySpan<char> markdown) => _lines = markdown.EnumerateLines();

    /// <summary>What the line is.</summary>
    public MarkdownLineKind Kind { get; private set; }

    /// <summary>The line, without its mark.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The line at which the reader stands.</summary>
    public readonly MarkdownLines Current => this;

    /// <summary>Reads a page.</summary>
    public static MarkdownLines Of(ReadOnlySpan<char> markdown) => new(markdown);

    /// <summary>For <c>foreach</c>.</summary>
    public readonly MarkdownLines GetEnumerator() => this;

    /// <summary>Goes to the next line; false behind the last.</summary>
    public bool MoveNext()
    {
        if (!_lines.MoveNext())
        {
            return false;
        }

        var line = _lines.Current;
        if (line.StartsWith(Fence))
        {
            _isFenced = !_isFenced;
            Kind = _isFenced ? MarkdownLineKind.FenceStart : MarkdownLineKind.FenceEnd;
            Text = line[Fence.Length..];
        }
        else
        {
            Kind = _isFenced ? MarkdownLineKind.Code
                : line.IsEmpty ? MarkdownLineKind.Blank
                : line[0] == '#' ? MarkdownLineKind.Heading
                : line.StartsWith("- ") ? MarkdownLineKind.Item
                : MarkdownLineKind.Prose;
            Text = Kind == MarkdownLineKind.Heading ? line.TrimStart('#').TrimStart(' ') : line;
        }

        return true;
    }
}
