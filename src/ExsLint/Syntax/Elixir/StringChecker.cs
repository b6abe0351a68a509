using System.Text;
using System.Text.Unicode;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Elixir;

/// <summary>Finds what no quoted literal may hold.</summary>
internal static class StringChecker
{
    private const int MaxAtomLength = 255;

    /// <summary>The first error of a literal's text, or null. Sigils are not looked at: what their text means is their macro's business.</summary>
    public static (TextSpan Span, string Message)? FindError(StringLiteralSyntax literal, ElixirDialect dialect)
    {
        if (literal.Kind == SyntaxKind.SigilStart)
        {
            return null;
        }

        var hasEscapes = false;
        foreach (var part in literal.Parts)
        {
            if (part is StringTextSyntax text && text.FirstToken.TextSpanOf.Contains('\\'))
            {
                hasEscapes = true;
                if (FindBadEscape(text.FirstToken, dialect) is { } error)
                {
                    return error;
                }
            }
        }

        return literal.Kind is SyntaxKind.StringStart or SyntaxKind.StringHeredocStart
            && literal.LastToken.RawKind != (int)SyntaxKind.QuotedKeywordEnd
                ? null
                : FindBadCharacters(literal, hasEscapes);
    }

    private static (TextSpan Span, string Message)? FindBadEscape(SyntaxToken token, ElixirDialect dialect)
    {
        var text = token.TextSpanOf;
        Span<byte> utf8 = stackalloc byte[4];
        var index = text.IndexOf('\\');
        while (index < text.Length)
        {
            if (text[index] != '\\')
            {
                index++;
                continue;
            }

            var message = EscapeSequence.Read(text[index..], dialect < ElixirDialect.Elixir120, utf8, out _, out var length);
            if (message is not null)
            {
                return (new TextSpan(token.Span.Start + index, length), message);
            }

            index += length;
        }

        return null;
    }

    /// <summary>Atoms and charlists hold characters, not bytes.</summary>
    private static (TextSpan Span, string Message)? FindBadCharacters(StringLiteralSyntax literal, bool hasEscapes)
    {
        var isCharlist = literal.Kind is SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart
            && literal.LastToken.RawKind != (int)SyntaxKind.QuotedKeywordEnd;
        if (isCharlist && !hasEscapes)
        {
            return null;
        }

        if (StringContent.GetSegments(literal) is not [{ Utf8: { } bytes }])
        {
            return null;
        }

        if (!Utf8.IsValid(bytes.AsSpan()))
        {
            return (literal.Span, "The escapes make bytes that are no UTF-8 text.");
        }

        return !isCharlist && Encoding.UTF8.GetString(bytes.AsSpan()).EnumerateRunes().Count() > MaxAtomLength
            ? (literal.Span, $"The name has more than {MaxAtomLength} characters, the most that the runtime takes.")
            : null;
    }
}
