using System.Buffers;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>The modules that aliases stand for.</summary>
internal static class Aliases
{
    private static readonly SearchValues<char> AliasCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    /// <summary>The module an alias stands for, <c>__MODULE__.Foo</c> among them; null where that is not known.</summary>
    public static AtomValue? Of(ExpressionSyntax node, Scope scope)
    {
        if (NameOf(node) is { } name)
        {
            return scope.ExpandAlias(name);
        }

        var outer = node is QualifiedAliasSyntax { Left: var left }
            ? left is IdentifierSyntax { Name: "__MODULE__" } ? scope.Module?.Name : Of(left, scope)?.Name
            : null;
        return outer is null ? null : new AtomValue($"{outer}.{((QualifiedAliasSyntax)node).Name.Text}");
    }

    /// <summary>The alias as written, or null if its first part is no alias.</summary>
    public static string? NameOf(ExpressionSyntax node)
    {
        if (node is AliasSyntax single)
        {
            return single.Name;
        }

        var first = node;
        while (first is QualifiedAliasSyntax { Left: var left })
        {
            first = left;
        }

        if (first is not AliasSyntax)
        {
            return null;
        }

        var text = node.Tree.File.Content.AsSpan(node.Span.Start, node.Span.Length);
        return text.ContainsAnyExcept(AliasCharacters)
            ? string.Join(
                '.', node.DescendantTokens().Where(token => token.RawKind == (int)SyntaxKind.Alias).Select(token => token.Text))
            : text.ToString();
    }
}
