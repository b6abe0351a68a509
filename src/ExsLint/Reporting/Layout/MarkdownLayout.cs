using ExsLint.Reporting.Markdown;

namespace ExsLint.Reporting.Layout;

/// <summary>Lays out the Markdown that rule pages use: headings, paragraphs, lists, links, emphasis, code and fences.</summary>
public sealed class MarkdownLayout
{
    private const int CodeIndent = 4;

    private readonly StyledOutput _output;

    private WrappedText _paragraph;
    private int _indent;
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
        foreach (var line in MarkdownLines.Of(markdown.AsSpan().TrimEnd('\n')))
        {
            layout.Write(line);
        }

        layout.EndParagraph();
    }

    private void Write(MarkdownLines line)
    {
        if (line.Kind is not (MarkdownLineKind.Prose or MarkdownLineKind.Code))
        {
            EndParagraph();
        }

        switch (line.Kind)
        {
            case MarkdownLineKind.FenceStart:
                _fenceIsEmpty = true;
                WriteFenceTitle(line.Text.ToString());
                break;
            case MarkdownLineKind.FenceEnd when _fenceIsEmpty:
                WriteCode("(nothing)", TextRole.Gutter);
                break;
            case MarkdownLineKind.FenceEnd:
                break;
            case MarkdownLineKind.Code:
                WriteCode(DisplayLine.Unmarked(line.Text.ToString(), int.MaxValue).Text, TextRole.Code);
                break;
            case MarkdownLineKind.Blank:
                _output.EndLine();
                break;
            case MarkdownLineKind.Heading:
                _output.Write(line.Text.ToString(), TextRole.Heading);
                _output.EndLine();
                break;
            default:
                _indent = line.Kind == MarkdownLineKind.Item ? "- ".Length : _indent;
                AddPieces(_paragraph.Add(" "), line.Text);
                break;
        }
    }

    private static void AddPieces(WrappedText paragraph, ReadOnlySpan<char> text)
    {
        foreach (var piece in MarkdownPieces.Of(text))
        {
            switch (piece.Kind)
            {
                case MarkdownPieceKind.Link:
                    AddPieces(paragraph, piece.Text);
                    if (piece.Target.Contains("://", StringComparison.Ordinal))
                    {
                        paragraph.Add(" (").Add(piece.Target.ToString(), TextRole.Link).Add(")");
                    }

                    break;
                case MarkdownPieceKind.Text:
                    paragraph.Add(piece.Text.ToString());
                    break;
                default:
                    paragraph.Add(piece.Text.ToString(), RoleOf(piece.Kind));
                    break;
            }
        }
    }

    private static TextRole RoleOf(MarkdownPieceKind kind) => kind switch
    {
        MarkdownPieceKind.Code => TextRole.Code,
        MarkdownPieceKind.Strong => TextRole.Strong,
        _ => TextRole.Link,
    };

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

    private void EndParagraph()
    {
        _paragraph.Write(indent: 0, hang: _indent);
        _paragraph = new WrappedText(_output);
        _indent = 0;
    }
}
