using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds secrets inside one text: user and password of a URL, <c>?token=x</c>, <c>host=h password=x</c>, <c>--password x</c>,
/// <c>Bearer x</c>, <c>curl -u user:x</c>. The text may be put together of several literals, with <see cref="Hole"/> where
/// something unknown stands.
/// </summary>
internal static class SecretText
{
    /// <summary>Stands for what is put into a text at run time.</summary>
    public const char Hole = '\uFFFC';

    private const string SchemeEnd = "://";
    private const string AuthorityStart = "//";

    private static readonly SearchValues<char> PortCharacters = SearchValues.Create("0123456789\uFFFC");

    private static readonly SearchValues<char> AfterAuthority = SearchValues.Create("/?# \t\r\n");

    /// <summary>Schemes whose paths may well hold an at sign: <c>https://example.org/@user</c>.</summary>
    private static readonly string[] WebSchemes = ["http", "https", "file"];

    /// <summary>
    /// Names in a URL's query that hold what grants access: those of Azure's, Amazon's and Google's signed addresses among them.
    /// </summary>
    private static readonly string[] QueryNames = ["sig", "signature", "x-amz-signature", "x-goog-signature", "hmac"];

    /// <summary>Schemes before whose addresses no slashes stand.</summary>
    private static readonly string[] NoUsers = ["mailto", "sip", "sips", "xmpp", "acct", "urn", "npm", "git"];

    /// <summary>The schemes of an Authorization header (RFC 9110, section 11), with the space behind them.</summary>
    private static readonly string[] AuthSchemes = ["Basic ", "Bearer ", "Token ", "Digest "];

    /// <summary>Adds the secret parts of a text.</summary>
    public static void Find(string text, List<TextSpan> found)
    {
        FindInUrls(text, found);
        FindWithoutScheme(text, found);
        FindAtStart(text, found);
        FindAfterNames(text, found);
        CommandSecrets.Find(text, found);
    }

    private static void FindInUrls(string text, List<TextSpan> found)
    {
        for (var at = text.IndexOf(SchemeEnd, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(SchemeEnd, at + 1, StringComparison.Ordinal))
        {
            var start = at + SchemeEnd.Length;
            var end = EndOfUserInfo(text, SchemeBefore(text, at), start);
            if (end > start)
            {
                found.Add(TextSpan.FromBounds(start, end));
            }
        }
    }

    /// <summary>An address that takes its scheme from elsewhere: <c>//user:x@host</c>.</summary>
    private static void FindWithoutScheme(string text, List<TextSpan> found)
    {
        for (var at = text.IndexOf(AuthorityStart, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(AuthorityStart, at + 1, StringComparison.Ordinal))
        {
            var start = at + AuthorityStart.Length;
            if (at > 0 && text[at - 1] is not (' ' or '\t' or '=' or '"' or '\''))
            {
                continue;
            }

            var authority = text.AsSpan(start);
            authority = authority[..IndexOrEnd(authority, authority.IndexOfAny(AfterAuthority))];
            var end = authority.LastIndexOf('@');
            if (end > 0 && authority[..end].Contains(':'))
            {
                found.Add(new TextSpan(start, end));
            }
        }
    }

    /// <summary>User and password at a text's start, with nothing before them: <c>user:x@host</c>.</summary>
    private static void FindAtStart(string text, List<TextSpan> found)
    {
        var end = 0;
        while (end < text.Length && IsNameCharacter(text[end]))
        {
            end++;
        }

        if (end == 0 || end + 1 >= text.Length || text[end] != ':' || text[end + 1] == '/'
            || NoUsers.Contains(text[..end], StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var rest = text.AsSpan(end + 1);
        var at = rest[..IndexOrEnd(rest, rest.IndexOfAny(" \t\r\n"))].LastIndexOf('@');
        if (at > 0 && at + 1 < rest.Length && IsNameCharacter(rest[at + 1]))
        {
            found.Add(new TextSpan(0, end + 1 + at));
        }
    }

    private static string SchemeBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '-' or '.'))
        {
            start--;
        }

        return text[start..end];
    }

    /// <summary>
    /// Where user and password end: at the last at sign before the path. A password that is not escaped may hold any character,
    /// so that a text behind the colon that is no port reaches up to the last at sign of all.
    /// </summary>
    private static int EndOfUserInfo(string text, string scheme, int start)
    {
        // The next URL comes first: many of them on one line are not to be read to the line's end again and again.
        var next = IndexOrEnd(text, text.IndexOf(SchemeEnd, start, StringComparison.Ordinal), 0);
        var whole = text.AsSpan(start, next - start);
        whole = whole[..IndexOrEnd(whole, whole.IndexOfAny('\n', '\r'))];
        var authority = whole[..IndexOrEnd(whole, whole.IndexOfAny("/?# \t"))];
        var isWeb = WebSchemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);
        var last = whole.LastIndexOf('@');
        var inAuthority = authority.LastIndexOf('@');
        if (inAuthority >= 0)
        {
            return start + (isWeb || !whole[inAuthority..last].Contains(':') ? inAuthority : last);
        }

        var colon = authority.IndexOf(':');
        var isOdd = colon >= 0 && authority[(colon + 1)..].ContainsAnyExcept(PortCharacters);
        return last >= 0 && (isOdd || !isWeb) ? start + last : start;
    }

    private static void FindAfterNames(string text, List<TextSpan> found)
    {
        for (var offset = 0; offset < text.Length;)
        {
            var start = offset;
            while (offset < text.Length && IsNameCharacter(text[offset]))
            {
                offset++;
            }

            if (offset == start)
            {
                offset++;
            }
            else if (ValueAfter(text, start, offset) is { Length: > 0 } value)
            {
                found.Add(value);
                offset = value.End;
            }
        }
    }

    /// <summary>
    /// The value that belongs to the name between two offsets; empty if the name is no secret's, or has no value.
    /// </summary>
    private static TextSpan ValueAfter(string text, int start, int end)
    {
        var name = text.AsSpan(start, end - start);
        var isScheme = name.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || (name is "Basic" && start == 0);
        var isQuery = start > 0 && text[start - 1] is '?' or '&'
            && QueryNames.Contains(name.ToString(), StringComparer.OrdinalIgnoreCase);
        var nameEnd = end;
        SkipQuote(text, ref nameEnd, out _);
        var offset = SkipSpace(text, nameEnd);
        var isOption = name[0] == '-' || isScheme;
        if (offset < text.Length && text[offset] is ':' or '=')
        {
            offset += offset + 1 < text.Length && text[offset + 1] == '>' ? 2 : 1;
        }
        else if (!isOption || offset == end)
        {
            return default;
        }

        if (!isScheme && !isQuery && !SecretNames.Matches(name))
        {
            return default;
        }

        offset = SkipSpace(text, offset);
        var quote = SkipQuote(text, ref offset, out var depth);
        if (offset < text.Length && text[offset] is '$' or '/')
        {
            // A variable, or the path of a file that holds the secret.
            return default;
        }

        // The scheme of authentication stands before what is secret: `Authorization: Basic dTpw`.
        var scheme = AuthSchemes.FirstOrDefault(word => text.AsSpan(offset).StartsWith(word, StringComparison.OrdinalIgnoreCase));
        offset = scheme is null ? offset : SkipSpace(text, offset + scheme.Length);
        var valueEnd = offset;
        while (valueEnd < text.Length && !EndsValue(text, valueEnd, quote, depth))
        {
            valueEnd++;
        }

        return TextSpan.FromBounds(offset, quote == '\0' ? valueEnd : Math.Max(offset, valueEnd - depth));
    }

    /// <summary>A quote with the backslashes before it, as a text within a text has one; NUL if there is none.</summary>
    private static char SkipQuote(string text, ref int offset, out int backslashes)
    {
        var end = offset;
        while (end < text.Length && text[end] == '\\')
        {
            end++;
        }

        backslashes = end - offset;
        if (end == text.Length || text[end] is not ('"' or '\''))
        {
            backslashes = 0;
            return '\0';
        }

        offset = end + 1;
        return text[end];
    }

    /// <summary>Whether a value ends at an offset: a quoted one at a quote that has as many backslashes as the first.</summary>
    private static bool EndsValue(string text, int offset, char quote, int backslashes)
    {
        var character = text[offset];
        if (quote == '\0')
        {
            return character is ' ' or '\t' or '\n' or '\r' or '&' or ';' or '"' or '\'' or '\\';
        }

        return character is '\n' or '\r' || (character == quote && BackslashesBefore(text, offset) == backslashes);
    }

    private static int BackslashesBefore(string text, int offset)
    {
        var start = offset;
        while (start > 0 && text[start - 1] == '\\')
        {
            start--;
        }

        return offset - start;
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '.';

    private static int SkipSpace(string text, int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }

    private static int IndexOrEnd(string text, int index, int start) => index < 0 ? text.Length : start + index;

    private static int IndexOrEnd(ReadOnlySpan<char> text, int index) => index < 0 ? text.Length : index;
}
