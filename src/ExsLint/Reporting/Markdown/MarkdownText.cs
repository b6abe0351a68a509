using System.Text;

namespace ExsLint.Reporting.Markdown;

/// <summary>Writes Markdown as plain text, line by line.</summary>
internal static class MarkdownText
{
    private const string CodeIndent = "    ";

    /// <summary>The text of a page.</summary>
    public static string ToPlain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        foreach (var line in MarkdownLines.Of(markdown))
        {
            switch (line.Kind)
            {
                case MarkdownLineKind.FenceStart or MarkdownLineKind.FenceEnd:
                    break;
                case MarkdownLineKind.Code:
                    plain.Append(CodeIndent).Append(line.Text).Append('\n');
                    break;
                default:
                    AppendPieces(plain, line.Text);
                    plain.Append('\n');
                    break;
            }
        }

        return plain.ToString().Trim('\n') + "\n";
    }

    private static void AppendPieces(StringBuilder plain, ReadOnlySpan<char> line)
    {
        foreach (var piece in MarkdownPieces.Of(line))
        {
            if (piece.Kind == MarkdownPieceKind.Link)
            {
                plain.Append(piece.Text).Append(" (").Append(piece.Target).Append(')');
            }
            else
            {
                AppendText(plain, piece.Text);
            }
        }
    }

    /// <summary>Without angle brackets, which viewers of plain text may take for tags.</summary>
    private static void AppendText(StringBuilder plain, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('<', '>') is >= 0 and var bracket)
        {
            plain.Append(text[..bracket]);
            text = text[(bracket + 1)..];
        }

        plain.Append(text);
    }
}
