namespace ExsLint.Reporting.Layout;

/// <summary>Code, links and emphasis within a line of Markdown.</summary>
internal static class MarkdownInline
{
    /// <summary>Adds a line to a paragraph.</summary>
    public static void Add(WrappedText paragraph, string line)
    {
        var offset = 0;
        while (offset < line.Length)
        {
            var next = line.AsSpan(offset).IndexOfAny("`[<*");
            if (next != 0)
            {
                var end = next < 0 ? line.Length : offset + next;
                paragraph.Add(line[offset..end]);
                offset = end;
                continue;
            }

            offset = AddMarked(paragraph, line, offset);
        }
    }

    /// <summary>Adds what starts here, the mark itself if it marks nothing, and tells where the rest starts.</summary>
    private static int AddMarked(WrappedText paragraph, string line, int offset)
    {
        if (Delimited(line, offset, "`", "`") is { } code)
        {
            paragraph.Add(code, TextRole.Code);
            return offset + code.Length + 2;
        }

        if (Delimited(line, offset, "**", "**") is { } strong)
        {
            paragraph.Add(strong, TextRole.Strong);
            return offset + strong.Length + 4;
        }

        if (Delimited(line, offset, "<", ">") is { } address)
        {
            paragraph.Add(address, TextRole.Link);
            return offset + address.Length + 2;
        }

        if (Delimited(line, offset, "[", "](") is { } label
            && Delimited(line, offset + label.Length + 2, "(", ")") is { } target)
        {
            Add(paragraph, label);
            if (target.Contains("://", StringComparison.Ordinal))
            {
                paragraph.Add(" (").Add(target, TextRole.Link).Add(")");
            }

            return offset + label.Length + target.Length + 4;
        }

        paragraph.Add(line[offset].ToString());
        return offset + 1;
    }

    private static string? Delimited(string line, int offset, string open, string close)
    {
        if (!line.AsSpan(offset).StartsWith(open))
        {
            return null;
        }

        var start = offset + open.Length;
        var end = line.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? null : line[start..end];
    }
}
