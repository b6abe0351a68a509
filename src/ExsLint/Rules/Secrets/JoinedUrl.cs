using System.Text;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Rules.Secrets;

/// <summary>Reads a text that is put together: <c>"ecto://shop:x@#{host}"</c>.</summary>
internal static class JoinedUrl
{
    /// <summary>Whether a text may be a URL with something secret in it.</summary>
    public static bool MayBe(StringLiteralSyntax literal)
    {
        var text = literal.Tree.File.Content.AsSpan(literal.Span.Start, literal.Span.Length);
        return text.Contains("://", StringComparison.Ordinal) && text.ContainsAny('@', '?');
    }

    /// <summary>
    /// The text, with a hole for each part that is not known. A variable that is bound once in the file, to a literal, is known.
    /// </summary>
    public static string TextOf(StringLiteralSyntax literal)
    {
        var text = new StringBuilder();
        foreach (var part in literal.Parts)
        {
            text.Append(part switch
            {
                InterpolationSyntax { Body.Expressions: [IdentifierSyntax variable] } => ValueOf(variable) ?? Hole,
                InterpolationSyntax => Hole,
                _ => part.ToString(),
            });
        }

        return text.ToString();
    }

    private static string Hole => CredentialUrls.Hole.ToString();

    private static string? ValueOf(IdentifierSyntax variable)
    {
        SyntaxNode? bound = null;
        foreach (var node in variable.Ancestors().Last().DescendantNodesAndSelf())
        {
            if (node is BinaryOperatorSyntax { OperatorToken.Text: "=", Left: var left, Right: var right }
                && left.DescendantNodesAndSelf().Any(name => name is IdentifierSyntax other && other.Name == variable.Name))
            {
                if (bound is not null)
                {
                    return null;
                }

                bound = left is IdentifierSyntax ? right : left;
            }
        }

        return bound is StringLiteralSyntax literal ? StringContent.GetText(literal) : null;
    }
}
