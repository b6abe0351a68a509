using System.Text;

namespace ExsLint.Syntax.Systemd.Language;

/// <summary>
/// Puts the text of several lines together as systemd does: comment lines fall out, a continuation becomes a space.
/// </summary>
internal static class LogicalText
{
    /// <summary>The text from one token to another of the same logical line, both included.</summary>
    public static string Join(SyntaxTree tree, int firstToken, int lastToken)
    {
        if (lastToken < firstToken)
        {
            return "";
        }

        var start = tree.Tokens[firstToken].Start;
        var end = tree.Tokens[lastToken].End;
        var content = tree.File.Content;
        return firstToken == lastToken ? content[start..end] : Join(content, start, end, tree.ByteOrderMark);
    }

    /// <summary>
    /// The text between two offsets of the same logical line; the mark is the one byte order mark that is skipped, or -1.
    /// </summary>
    public static string Join(string content, int start, int end, int byteOrderMark)
    {
        var text = new StringBuilder(end - start);
        var offset = start;
        while (true)
        {
            // The first line is entered in its middle, behind the key: a '#' there is text.
            var line = UnitLine.Read(content, offset);
            if (offset == start || !line.IsComment(content))
            {
                var from = line.Start == byteOrderMark ? line.Start + 1 : line.Start;
                if (end <= line.End)
                {
                    return text.Append(content, from, end - from).ToString();
                }

                text.Append(content, from, line.End - 1 - from).Append(' ');
            }

            offset = line.Next;
        }
    }
}
