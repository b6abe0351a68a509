using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds what is secret by its looks, whatever it is called: long random words, and user and password in a URL.
/// </summary>
internal static class RandomText
{
    /// <summary>From this length a word with letters and digits is no word of a language.</summary>
    private const int SuspiciousLength = 20;

    /// <summary>A path or a snake-case name is made of short pieces; random text has a long one.</summary>
    private const int SuspiciousPiece = 12;

    /// <summary>Adds the spans that look like secrets.</summary>
    public static void Find(string content, List<TextSpan> masks)
    {
        KeyShapes.Find(content, masks);
        var offset = 0;
        while (offset < content.Length)
        {
            var start = offset;
            while (offset < content.Length && IsRandomCharacter(content[offset]))
            {
                offset++;
            }

            if (offset - start >= SuspiciousLength && HasRandomPiece(content.AsSpan(start, offset - start)))
            {
                masks.Add(TextSpan.FromBounds(start + LengthOfName(content.AsSpan(start, offset - start)), offset));
            }

            if (offset < content.Length && content[offset] == ':'
                && content.AsSpan(offset).StartsWith("://", StringComparison.Ordinal))
            {
                FindUserInfo(content, offset + "://".Length, masks);
            }

            offset++;
        }
    }

    /// <summary>Names that something random is given to are none of it: <c>Environment=DEPLOY=</c> in a unit.</summary>
    private static int LengthOfName(ReadOnlySpan<char> run)
    {
        var start = 0;
        for (var offset = 0; offset < run.Length - 1 && (char.IsAsciiLetter(run[offset]) || run[offset] is '_' or '='); offset++)
        {
            start = run[offset] == '=' ? offset + 1 : start;
        }

        return start;
    }

    private static void FindUserInfo(string content, int start, List<TextSpan> masks)
    {
        var end = start;
        var at = -1;
        while (end < content.Length && content[end] is > ' ' and not ('/' or '"' or '\'' or '?'))
        {
            at = content[end] == '@' ? end : at;
            end++;
        }

        if (at > start)
        {
            masks.Add(TextSpan.FromBounds(start, at));
        }
    }

    private static bool IsRandomCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '_' or '-' or '=';

    private static bool HasRandomPiece(ReadOnlySpan<char> run)
    {
        foreach (var range in run.SplitAny('/', '_', '-', '+', '='))
        {
            var piece = run[range];
            if (piece.Length >= SuspiciousPiece && piece.ContainsAnyInRange('0', '9') && piece.ContainsAnyExceptInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }
}
