using System.Buffers;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Tells the expressions in which nothing can be secret, whatever the rest of their file says: <c>config_env() == :prod</c>,
/// <c>System.get_env("PORT")</c>. Most conditions are of this kind, and need no search for secrets.
/// </summary>
internal static class OpenText
{
    /// <summary>Shorter names are never taken for random text.</summary>
    private const int LongestName = 16;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Whether nothing of a node can be secret. False where that is not seen at once.</summary>
    public static bool Is(SyntaxNode node)
    {
        foreach (var part in node.DescendantNodesAndSelf())
        {
            var isOpen = part switch
            {
                CallSyntax or MemberAccessSyntax or UnaryOperatorSyntax or BinaryOperatorSyntax or ParenthesizedSyntax
                    or BodySyntax => true,
                IdentifierSyntax or AliasSyntax => part.Span.Length <= LongestName,
                LiteralSyntax literal => LiteralValue.GetAtomName(literal)
                    is "prod" or "dev" or "test" or "host" or "true" or "false" or "nil",
                StringLiteralSyntax text => IsVariable(text),
                StringTextSyntax => true,
                _ => false,
            };
            if (!isOpen)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text names an environment variable, as the only argument of what reads it.</summary>
    private static bool IsVariable(StringLiteralSyntax text) =>
        text.Parent is CallSyntax
        {
            Callee: MemberAccessSyntax
            {
                Left: AliasSyntax { Name: "System" },
                NameToken.Text: "get_env" or "fetch_env" or "fetch_env!",
            },
            Arguments: [var only],
        }
        && only == text
        && text.Parts is [StringTextSyntax name]
        && name.Span.Length <= LongestName
        && !name.ToString().AsSpan().ContainsAnyExcept(NameCharacters);
}
