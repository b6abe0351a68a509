using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds secrets inside the texts of a file: <c>"ecto://user:x@host"</c>, <c>"ecto://#{user}:x@host"</c>, <c>"ecto://user:"
/// &lt;&gt; "x@host"</c>, <c>["curl", "-u", "user:x"]</c>.
/// </summary>
internal static class LiteralSecrets
{
    /// <summary>Adds the secret parts of all quoted literals.</summary>
    /// <param name="tree">The file's tree.</param>
    /// <param name="nodes">Its nodes, each before its children.</param>
    /// <param name="masks">Takes the parts.</param>
    /// <returns>
    /// The expressions that put a secret into a text, <c>#{password}</c> in a URL, or are one among the arguments of a program.
    /// </returns>
    public static List<SyntaxNode> Find(ElixirSyntaxTree tree, IEnumerable<SyntaxNode> nodes, List<TextSpan> masks)
    {
        var text = new JoinedText(tree.File.Content);
        var found = new List<TextSpan>();
        var secret = new List<SyntaxNode>();
        foreach (var node in nodes)
        {
            text.Clear();
            found.Clear();
            if (TextOf(node) is { } parts)
            {
                ReadAll(parts, separator: null, text);
                SecretText.Find(text.ToString(), found);
            }
            else if (CommandOf(node) is { } words)
            {
                ReadAll(words, " ", text);
                CommandSecrets.Find(text.ToString(), found);
                var before = masks.Count;
                text.AddTo(found, masks);
                secret.AddRange(words.Where(word => masks.Skip(before).Any(mask => mask.OverlapsWith(word.Span))));
                continue;
            }

            text.AddTo(found, masks);
            secret.AddRange(text.HolesIn(found));
        }

        return secret;
    }

    /// <summary>The expressions that make a text: a literal, a chain of <c>&lt;&gt;</c>, the list of <c>Enum.join</c>.</summary>
    private static IEnumerable<SyntaxNode>? TextOf(SyntaxNode node) => node switch
    {
        StringLiteralSyntax when !IsJoined(node.Parent) => [node],
        BinaryOperatorSyntax when IsJoined(node) && !IsJoined(node.Parent) => [node],
        CallSyntax { Arguments: [ListSyntax list] } call when ElixirFlow.NameOf(call) is "join" or "iodata_to_binary" =>
            list.Elements,
        _ => null,
    };

    /// <summary>
    /// A program and its arguments: <c>System.cmd("curl", ["-u", "x"])</c>, <c>["curl", "-u", "x"]</c>, <c>{"curl", ["-u",
    /// "x"]}</c>.
    /// </summary>
    private static IEnumerable<SyntaxNode>? CommandOf(SyntaxNode node) => node switch
    {
        CallSyntax { Arguments: [StringLiteralSyntax program, ListSyntax { Elements: var arguments }, ..] } call
            when ElixirFlow.NameOf(call) == "cmd" => [program, .. arguments],
        ListSyntax { Elements: [StringLiteralSyntax, StringLiteralSyntax, ..] words } => words,
        TupleSyntax { Elements: [StringLiteralSyntax program, ListSyntax { Elements: var arguments }, ..] } =>
            [program, .. arguments],
        _ => null,
    };

    private static bool IsJoined(SyntaxNode? node) => node is BinaryOperatorSyntax { OperatorToken.Text: "<>" or "++" };

    private static void ReadAll(IEnumerable<SyntaxNode> nodes, string? separator, JoinedText text)
    {
        foreach (var node in nodes)
        {
            Read(node, text);
            text.AddText(separator ?? "");
        }
    }

    private static void Read(SyntaxNode whole, JoinedText text)
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(whole);
        while (pending.TryPop(out var node))
        {
            if (IsJoined(node) && node is BinaryOperatorSyntax joined)
            {
                pending.Push(joined.Right);
                pending.Push(joined.Left);
            }
            else if (node is StringLiteralSyntax literal)
            {
                Read(literal, text);
            }
            else
            {
                text.AddHole(node);
            }
        }
    }

    private static void Read(StringLiteralSyntax literal, JoinedText text)
    {
        foreach (var part in literal.Parts)
        {
            if (part is StringTextSyntax)
            {
                text.Add(part.Span.Start, part.Span.End);
            }
            else
            {
                text.AddHole(part);
            }
        }
    }
}
