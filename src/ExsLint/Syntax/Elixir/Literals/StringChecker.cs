using System.Text.Unicode;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Elixir.Literals;

/// <summary>Finds what no quoted literal may hold.</summary>
internal static class StringChecker
{
    private const int MaxAtomLength = 255;
    private const string TooLong = "The name has more than 255 bytes of UTF-8, the most that Elixir takes between quotes.";

    /// <summary>
    /// The first error of a literal's text, or null. Sigils are not looked at: what their text means is their macro's business.
    /// </summary>
    public static (TextSpan Span, string Message)? FindError(StringLiteralSyntax literal, ElixirDialect dialect)
    {
        if (literal.Kind == SyntaxKind.SigilStart)
        {
            return null;
        }

        var isCallName = literal.FirstTokenIndex > 0
            && literal.Tree.GetToken(literal.FirstTokenIndex - 1).RawKind == (int)SyntaxKind.Dot;
        if (isCallName && dialect < ElixirDialect.Elixir118)
        {
            return CountCharacters(StringContent.GetCallName(literal, dialect)) > MaxAtomLength
                ? (literal.Span, $"The name has more than {MaxAtomLength} characters, the most that the runtime takes.")
                : null;
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

        var isName = isCallName
            || literal.Kind == SyntaxKind.QuotedAtomStart
            || literal.LastToken.RawKind == (int)SyntaxKind.QuotedKeywordEnd;
        return isName || (hasEscapes && literal.Kind is SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart)
            ? FindBadCharacters(literal, isName)
            : null;
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
    private static (TextSpan Span, string Message)? FindBadCharacters(StringLiteralSyntax literal, bool isName)
    {
        if (StringContent.GetSegments(literal) is not [{ Utf8: { } bytes }])
        {
            return null;
        }

        if (!Utf8.IsValid(bytes.AsSpan()))
        {
            return (literal.Span, "The escapes make bytes that are no UTF-8 text.");
        }

        return isName && bytes.Length > MaxAtomLength ? (literal.Span, TooLong) : null;
    }

    private static int CountCharacters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
