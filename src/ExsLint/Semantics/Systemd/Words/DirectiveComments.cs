using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>The comments about a directive.</summary>
public static class DirectiveComments
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>
    /// Whether a comment says something about a directive: one on the lines directly above it, one behind its value, or one
    /// anywhere in the file that names its key. A directive that is commented out says nothing.
    /// </summary>
    public static bool Explain(DirectiveSyntax directive)
    {
        var mark = InlineComment.Find(directive.Value);
        if (mark >= 0 && IsProse(directive.Value[mark..], directive.Key))
        {
            return true;
        }

        var content = directive.Tree.File.Content;
        var start = directive.FirstToken.Span.Start;
        var isAbove = true;
        foreach (var text in Lines(content[..start]).Reverse().Skip(1))
        {
            isAbove &= text is ['#' or ';', ..];
            if (text is ['#' or ';', ..] && IsProse(text, directive.Key) && (isAbove || NamesKey(text, directive.Key)))
            {
                return true;
            }
        }

        return Lines(content[directive.Span.End..])
            .Any(text => text is ['#' or ';', ..] && IsProse(text, directive.Key) && NamesKey(text, directive.Key));
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split(LineEnds, StringSplitOptions.None).Select(line => line.Trim(' ', '\t'));

    private static bool NamesKey(string comment, string key)
    {
        for (var at = comment.IndexOf(key, StringComparison.Ordinal); at >= 0;
            at = comment.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsAsciiLetterOrDigit(comment[at - 1]))
                && (at + key.Length == comment.Length || !char.IsAsciiLetterOrDigit(comment[at + key.Length])))
            {
                return true;
            }
        }

        return false;
    }

    // 'PrivateTmp=true breaks the socket' is prose about PrivateTmp, 'PrivateTmp=true' and 'ExecStart=/bin/a b' are directives.
    private static bool IsProse(string comment, string key)
    {
        var text = comment.TrimStart('#', ';', ' ', '\t');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals > 0 ? text[..equals].TrimEnd(' ', '\t') : "";
        var isDirective = name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)
            && !(name == key && text[(equals + 1)..].Trim().Contains(' ', StringComparison.Ordinal));
        return !isDirective && text.Any(char.IsLetter);
    }
}
