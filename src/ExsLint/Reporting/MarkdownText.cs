using System.Text;

namespace ExsLint.Reporting;

/// <summary>Plain text of the Markdown that rule pages use: headings, links, emphasis, code and fences.</summary>
internal static class MarkdownText
{
    public static string ToPlain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        var fenced = false;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.TrimStart().StartsWith("```"))
            {
                fenced = !fenced;
            }
            else if (fenced)
            {
                plain.Append("    ").Append(line).Append('\n');
            }
            else
            {
                AppendInline(plain, line.TrimStart('#').TrimStart(line.StartsWith('#') ? ' ' : '\0'));
                plain.Append('\n');
            }
        }

        return plain.ToString().Trim('\n') + "\n";
    }

    private static void AppendInline(StringBuilder plain, ReadOnlySpan<char> line)
    {
        while (!line.IsEmpty)
        {
            if (line[0] == '[' && TryAppendLink(plain, line, out var length))
            {
                line = line[length..];
                continue;
            }

            if (line.StartsWith("**"))
            {
                line = line[2..];
                continue;
            }

            if (line[0] is not ('`' or '<' or '>'))
            {
                plain.Append(line[0]);
            }

            line = line[1..];
        }
    }

    /// <summary>Writes <c>[text](address)</c> as <c>text (address)</c>.</summary>
    private static bool TryAppendLink(StringBuilder plain, ReadOnlySpan<char> line, out int length)
    {
        length = 0;
        var middle = line.IndexOf("](");
        var end = middle < 0 ? -1 : line[middle..].IndexOf(')');
        if (end < 0)
        {
            return false;
        }

        plain.Append(line[1..middle]).Append(" (").Append(line.Slice(middle + 2, end - 2)).Append(')');
        length = middle + end + 1;
        return true;
    }
}
