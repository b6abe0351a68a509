using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds secrets inside the texts of a file: <c>"ecto://user:x@host"</c>, <c>"ecto://#{user}:x@host"</c>, <c>"ecto://user:"
/// &lt;&gt; "x@host"</c>.
/// </summary>
internal static class LiteralSecrets
{
    /// <summary>Adds the secret parts of all quoted literals.</summary>
    /// <param name="tree">The file's tree.</param>
    /// <param name="nodes">Its nodes, each before its children.</param>
    /// <param name="masks">Takes the parts.</param>
    public static void Find(ElixirSyntaxTree tree, IEnumerable<SyntaxNode> nodes, List<TextSpan> masks)
    {
        var text = new JoinedText(tree.File.Content);
        var found = new List<TextSpan>();
        foreach (var node in nodes)
        {
            if ((node is StringLiteralSyntax && !IsJoined(node.Parent)) || (IsJoined(node) && !IsJoined(node.Parent)))
            {
                text.Clear();
                found.Clear();
                Read(node, text);
                SecretText.Find(text.ToString(), found);
                text.AddTo(found, masks);
            }
            else if (node is CallSyntax { Arguments: [StringLiteralSyntax program, ListSyntax { Elements: var arguments }, ..] } call
                && ElixirFlow.NameOf(call) == "cmd")
            {
                text.Clear();
                found.Clear();
                ReadCommand([program, .. arguments], text);
                CommandSecrets.Find(text.ToString(), found);
                text.AddTo(found, masks);
            }
        }
    }

    /// <summary>A program and its arguments as one line: <c>System.cmd("redis-cli", ["-a", "x"])</c>.</summary>
    private static void ReadCommand(IEnumerable<SyntaxNode> words, JoinedText text)
    {
        foreach (var word in words)
        {
            Read(word, text);
            text.AddText(" ");
        }
    }

    private static bool IsJoined(SyntaxNode? node) => node is BinaryOperatorSyntax { OperatorToken.Text: "<>" or "++" };

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
                text.AddText(SecretText.Hole.ToString());
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
                text.AddText(SecretText.Hole.ToString());
            }
        }
    }
}
