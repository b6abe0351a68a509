using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds secrets by lines alone: what follows a secret's name on its line. For units, for comments, and for Elixir text too
/// broken to be read in any other way.
/// </summary>
internal static class LineSecrets
{
    /// <summary>Adds what follows a secret's name on each line of a span.</summary>
    public static void Find(string content, TextSpan span, List<TextSpan> masks)
    {
        var start = span.Start;
        while (start < span.End)
        {
            var length = content.AsSpan(start, span.End - start).IndexOfAny('\n', '\r');
            var end = length < 0 ? span.End : start + length;
            FindInLine(content, start, end, masks);
            start = end + 1;
        }
    }

    /// <summary>
    /// Adds what follows a secret's name in comments that stand in lines behind each other. Where nothing follows the name, the
    /// next comment is the secret.
    /// </summary>
    public static void FindInComments(string content, IEnumerable<TextSpan> comments, List<TextSpan> masks)
    {
        var isAwaited = false;
        var last = 0;
        var text = new JoinedText(content);
        foreach (var comment in comments)
        {
            var found = new List<TextSpan>();
            text.Clear();
            text.Add(comment.Start, comment.End);
            SecretText.Find(text.ToString(), found);
            text.AddTo(found, masks);
            var isNext = isAwaited && content.AsSpan(last, comment.Start - last).IsWhiteSpace();
            var secret = isNext ? SkipSpace(content, comment.Start + 1, comment.End)
                : FindSecret(content, comment.Start, comment.End);
            Add(masks, secret ?? comment.End, comment.End);
            isAwaited = secret == comment.End && EndsInSeparator(content, comment);
            last = comment.End;
        }
    }

    /// <summary>Adds what follows a secret's name between two offsets.</summary>
    /// <returns>Whether there is such a name.</returns>
    public static bool FindInLine(string content, int start, int end, List<TextSpan> masks)
    {
        var secret = FindSecret(content, start, end);
        Add(masks, secret ?? end, end);
        return secret is not null;
    }

    private static void Add(List<TextSpan> masks, int start, int end)
    {
        if (start < end)
        {
            masks.Add(TextSpan.FromBounds(start, end));
        }
    }

    private static bool EndsInSeparator(string content, TextSpan comment) => content[comment.End - 1] is ':' or '=';

    /// <summary>The offset behind a secret's name and its separator; null if there is no such name.</summary>
    private static int? FindSecret(string content, int start, int end)
    {
        for (var offset = start; offset < end; offset++)
        {
            var word = offset;
            while (offset < end && IsNameCharacter(content[offset]))
            {
                offset++;
            }

            if (offset > word && !IsPartOfPath(content, word, offset, start, end)
                && SecretNames.Matches(content.AsSpan(word, offset - word)))
            {
                return SkipSeparator(content, offset, end);
            }
        }

        return null;
    }

    private static int SkipSeparator(string content, int offset, int end)
    {
        while (offset < end && content[offset] is ' ' or '\t' or ':' or '=' or '>' or ',' or '"' or '\'')
        {
            offset++;
        }

        return offset;
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '.';

    /// <summary>A folder or a file is no secret's name: <c>/etc/secret/x</c>.</summary>
    private static bool IsPartOfPath(string content, int wordStart, int wordEnd, int start, int end) =>
        (wordStart > start && content[wordStart - 1] is '/' && (wordStart - 1 == start || content[wordStart - 2] is not ':'))
        || (wordEnd < end && content[wordEnd] is '/');

    private static int SkipSpace(string content, int offset, int end)
    {
        while (offset < end && char.IsWhiteSpace(content[offset]))
        {
            offset++;
        }

        return offset;
    }
}
