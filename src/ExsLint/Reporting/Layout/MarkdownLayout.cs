namespace ExsLint.Reporting.Layout;

/// <summary>Lays out the Markdown that rule pages use: headings, paragraphs, lists, links, emphasis, code and fences.</summary>
public sealed class MarkdownLayout
{
    private const string Fence = "```";
    private const int CodeIndent = 4;

    private readonly StyledOutput _output;

    private WrappedText _paragraph;
    private int _indent;
    private bool _fenced;
    private bool _fenceIsEmpty;

    private MarkdownLayout(StyledOutput output)
    {
        _output = output;
        _paragraph = new WrappedText(output);
    }

    /// <summary>Writes a page.</summary>
    public static void Write(string markdown, StyledOutput output)
    {
        var layout = new MarkdownLayout(output);
        foreach (var line in markdown.AsSpan().TrimEnd('\n').EnumerateLines())
        {
            layout.WriteLine(line.ToString());
        }

        layout.EndParagraph();
    }

    private void WriteLine(string line)
    {
        if (line.StartsWith(Fence, StringComparison.Ordinal))
        {
            EndParagraph();
            _fenced = !_fenced;
            if (_fenced)
            {
                _fenceIsEmpty = true;
                WriteFenceTitle(line[Fence.Length..]);
            }
            else if (_fenceIsEmpty)
            {
                WriteCode("(nothing)", TextRole.Gutter);
            }
        }
        else if (_fenced)
        {
            WriteCode(DisplayLine.Unmarked(line, int.MaxValue).Text, TextRole.Code);
        }
        else if (line.Length == 0)
        {
            EndParagraph();
            _output.EndLine();
        }
        else if (line[0] == '#')
        {
            EndParagraph();
            _output.Write(line.TrimStart('#').TrimStart(), TextRole.Heading);
            _output.EndLine();
        }
        else
        {
            WriteProse(line);
        }
    }

    /// <summary>What a block is stands in its first line: <c>elixir file=config/prod.exs</c>.</summary>
    private void WriteFenceTitle(string words)
    {
        var file = words.Split(' ').FirstOrDefault(word => word.StartsWith("file=", StringComparison.Ordinal))?["file=".Length..];
        var title = words.Split(' ') switch
        {
            [_, "fixed", ..] => file is null ? "fixed:" : $"{file}, fixed:",
            ["report", ..] => "exslint check reports:",
            _ => file is null ? "" : file + ":",
        };
        if (title.Length > 0)
        {
            _output.Write("  " + title, TextRole.Gutter);
            _output.EndLine();
        }
    }

    private void WriteCode(string line, TextRole role)
    {
        _fenceIsEmpty = false;
        if (line.Length > 0)
        {
            _output.Write(new string(' ', CodeIndent));
            _output.Write(line, role);
        }

        _output.EndLine();
    }

    private void WriteProse(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            EndParagraph();
            _indent = "- ".Length;
        }

        MarkdownInline.Add(_paragraph.Add(" "), line);
    }

    private void EndParagraph()
    {
        _paragraph.Write(indent: 0, hang: _indent);
        _paragraph = new WrappedText(_output);
        _indent = 0;
    }
}
