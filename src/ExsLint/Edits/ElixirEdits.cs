using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Changes expressions in Elixir files as text edits, with the file's own indentation and line ends.</summary>
public static class ElixirEdits
{
    /// <summary>
    /// Replaces an expression. A value that was too long for its key's line, and stands below it, moves up to that line.
    /// </summary>
    public static ImmutableArray<TextChange> Replace(SyntaxNode node, string text)
    {
        var file = node.Tree.File;
        if (node.Parent is KeywordPairSyntax pair
            && pair.Value == node
            && ElixirLayout.Indentation(node) is not null
            && !ElixirLayout.HasCommentBefore(node.FirstToken))
        {
            var keyEnd = node.Tree.GetToken(node.FirstTokenIndex - 1).Span.End;
            return [new TextChange(TextSpan.FromBounds(keyEnd, node.Span.End), " " + text)];
        }

        return file.Content.AsSpan(node.Span.Start, node.Span.Length).SequenceEqual(text)
            ? []
            : [new TextChange(node.Span, text)];
    }

    /// <summary>Adds a pair at the end of keywords without brackets.</summary>
    public static ImmutableArray<TextChange> AddPair(KeywordListSyntax keywords, string pair) => Append(keywords.Pairs[^1], pair);

    /// <summary>Adds a pair at the end of a bracketed list.</summary>
    public static ImmutableArray<TextChange> AddPair(ListSyntax list, string pair)
    {
        if (!list.Elements.IsEmpty)
        {
            return Append(list.Elements[^1], pair);
        }

        // A comment may stand between the brackets; the pair goes behind it, on a line of its own.
        var close = list.LastToken;
        if (!ElixirLayout.HasCommentBefore(close))
        {
            return [new TextChange(TextSpan.FromBounds(list.FirstToken.Span.End, close.Span.Start), pair)];
        }

        var file = list.Tree.File;
        var indentation = ElixirLayout.IndentationOfLine(file, close.Span.Start);
        return [new TextChange(
            new TextSpan(close.Span.Start, 0), $"{ElixirLayout.IndentationStep}{pair}{ElixirLayout.LineEnd(file)}{indentation}")];
    }

    /// <summary>
    /// The text of a list in which a pair takes the place of the bare atoms; null if other elements are in the way, or if a
    /// comment would be lost.
    /// </summary>
    public static string? WithoutBareAtoms(ListSyntax list, string key, string value)
    {
        var kept = list.Elements.Where(element => element is not LiteralSyntax { Kind: SyntaxKind.Atom }).ToImmutableArray();
        if (!kept.All(element => ElixirPairs.ValueOf(element) is not null)
            || (!list.Elements.IsEmpty
                && ElixirLayout.HasCommentBetween(
                    list.Elements[0].FirstToken, kept.IsEmpty ? list.LastToken : kept[0].FirstToken)))
        {
            return null;
        }

        // `[a: 1, {:b, 2}]` is an error: where a tuple follows, the pair is one too.
        var hasTuples = kept.Any(element => element is TupleSyntax);
        var pair = hasTuples ? $"{{:{key}, {value}}}" : $"{key}: {value}";
        var file = list.Tree.File;
        if (kept.IsEmpty)
        {
            return $"[{pair}]";
        }

        var atoms = list.Elements.TakeWhile(element => !kept.Contains(element)).Count();
        if (atoms + kept.Length != list.Elements.Length)
        {
            return null;
        }

        var separator = ElixirLayout.Indentation(kept[0]) is { } indentation
            ? "," + ElixirLayout.LineEnd(file) + indentation
            : ", ";
        return file.Content[list.Span.Start..list.Elements[0].Span.Start]
            + pair
            + separator
            + file.Content[kept[0].Span.Start..list.Span.End];
    }

    /// <summary>
    /// Adds an element behind the last one: on a line of its own where the last one has one, else on the same line. A comment
    /// behind the last element stays with it. Where the last element is a call without parentheses, which would take the new one
    /// for an argument of its own, the new one goes before it.
    /// </summary>
    private static ImmutableArray<TextChange> Append(SyntaxNode last, string element)
    {
        var file = last.Tree.File;
        var next = last.Tree.GetToken(last.LastTokenIndex + 1);
        var hasTrailingComma = (SyntaxKind)next.RawKind == SyntaxKind.Comma;
        var end = hasTrailingComma ? next.Span.End : last.Span.End;
        if (EndsInOpenCall(last))
        {
            var separator = ElixirLayout.Indentation(last) is { } before ? "," + ElixirLayout.LineEnd(file) + before : ", ";
            return [new TextChange(new TextSpan(last.Span.Start, 0), element + separator)];
        }

        if (ElixirLayout.Indentation(last) is not { } indentation)
        {
            return [new TextChange(new TextSpan(end, 0), hasTrailingComma ? $" {element}," : $", {element}")];
        }

        var line = file.Lines.GetLine(ElixirLayout.LineOf(file, end));
        var newLine = ElixirLayout.LineEnd(file) + indentation + element + (hasTrailingComma ? "," : "");
        var isCommentNext = file.Content.AsSpan(end, line.End - end).TrimStart().StartsWith("#");
        if (!isCommentNext)
        {
            return [new TextChange(new TextSpan(end, 0), (hasTrailingComma ? "" : ",") + newLine)];
        }

        var added = new TextChange(new TextSpan(line.End, 0), newLine);
        return hasTrailingComma ? [added] : [new TextChange(new TextSpan(end, 0), ","), added];
    }

    /// <summary>
    /// Whether a node ends in a call without parentheses: <c>port: String.to_integer System.get_env "PORT"</c>.
    /// </summary>
    private static bool EndsInOpenCall(SyntaxNode node)
    {
        while (true)
        {
            switch (node)
            {
                case CallSyntax call:
                    return call is { HasParentheses: false, DoBlock: null, Arguments.Length: > 0 };
                case KeywordPairSyntax pair:
                    node = pair.Value;
                    break;
                case BinaryOperatorSyntax binary:
                    node = binary.Right;
                    break;
                case UnaryOperatorSyntax unary:
                    node = unary.Operand;
                    break;
                default:
                    return false;
            }
        }
    }
}
