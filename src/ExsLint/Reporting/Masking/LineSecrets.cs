using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Masking;

/// <summary>
/// Masks by lines alone: what follows a secret's name on its line. For units, for comments, and for Elixir text too broken to
/// be read in any other way.
/// </summary>
internal static class LineSecrets
{
    /// <summary>Adds what follows a secret's name on each line of a span, and the lines that continue it by a backslash.</summary>
    public static void Find(string content, TextSpan span, List<TextSpan> masks)
    {
        var start = span.Start;
        var continued = false;
        while (start < span.End)
        {
            var length = content.AsSpan(start, span.End - start).IndexOfAny('\n', '\r');
            var end = length < 0 ? span.End : start + length;
            var secret = continued ? start : FindSecret(content, start, end);
            if (secret < end)
            {
                masks.Add(TextSpan.FromBounds(secret, end));
            }

            continued = secret < end && content[end - 1] == '\\';
            start = end + 1;
        }
    }

    /// <summary>The offset behind a secret's name and its separator; <paramref name="end"/> if there is none.</summary>
    private static int FindSecret(string content, int start, int end)
    {
        for (var offset = start; offset < end; offset++)
        {
            var word = offset;
            while (offset < end && (char.IsAsciiLetterOrDigit(content[offset]) || content[offset] is '_' or '-'))
            {
                offset++;
            }

            if (offset > word && SecretNames.Matches(content.AsSpan(word, offset - word)))
            {
                while (offset < end && content[offset] is ' ' or '\t' or ':' or '=' or '>' or ',' or '"' or '\'')
                {
                    offset++;
                }

                return offset;
            }
        }

        return end;
    }
}
