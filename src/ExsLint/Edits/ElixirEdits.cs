using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Changes of Elixir config files as text edits, in the file's own indentation and line ends.</summary>
public static class ElixirEdits
{
    /// <summary>Writes something else in the place of an expression.</summary>
    public static ImmutableArray<TextChange> Replace(SyntaxNode node, string text) => [new TextChange(node.Span, text)];

    /// <summary>Adds a pair at the end of keywords without brackets.</summary>
    public static ImmutableArray<TextChange> AddPair(KeywordListSyntax keywords, string pair) => Append(keywords.Pairs[^1], pair);

    /// <summary>Adds a pair at the end of a bracketed list.</summary>
    public static ImmutableArray<TextChange> AddPair(ListSyntax list, string pair) => list.Elements.IsEmpty
        ? [new TextChange(new TextSpan(list.FirstToken.Span.End, 0), pair)]
        : Append(list.Elements[^1], pair);

    /// <summary>The text of a list without its bare atoms and with a pair before its other pairs; null if more would stand in the way.</summary>
    public static string? WithoutBareAtoms(ListSyntax list, string pair)
    {
        var atoms = list.Elements.TakeWhile(element => element is LiteralSyntax { Kind: SyntaxKind.Atom }).Count();
        if (!list.Elements.Skip(atoms).All(element => element is KeywordPairSyntax))
        {
            return null;
        }

        var content = list.Tree.File.Content;
        if (atoms == list.Elements.Length)
        {
            return $"[{pair}]";
        }

        var first = list.Elements[atoms];
        var separator = Indentation(first) is { } indentation ? "," + LineEnd(list.Tree.File) + indentation : ", ";
        var kept = content[first.Span.Start..list.Span.End];
        return content[list.Span.Start..list.Elements[0].Span.Start] + pair + separator + kept;
    }

    /// <summary>Adds a statement on lines of its own behind another one.</summary>
    public static ImmutableArray<TextChange> AddAfter(ExpressionSyntax statement, string text)
    {
        var file = statement.Tree.File;
        var lineEnd = file.Lines.GetLine(file.Lines.GetPosition(statement.Span.End).Line).End;
        return [new TextChange(new TextSpan(lineEnd, 0), LineEnd(file) + LineEnd(file) + text)];
    }

    /// <summary>Adds a statement at the end of a file.</summary>
    public static ImmutableArray<TextChange> AddAtEnd(SourceFile file, string text)
    {
        var content = file.Content;
        var end = content.AsSpan().TrimEnd().Length;
        var before = end == 0 ? "" : LineEnd(file) + LineEnd(file);
        return [new TextChange(TextSpan.FromBounds(end, content.Length), before + text + LineEnd(file))];
    }

    /// <summary>The line end the file uses: that of its first line.</summary>
    public static string LineEnd(SourceFile file)
    {
        var first = file.Content.IndexOf('\n', StringComparison.Ordinal);
        return first > 0 && file.Content[first - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>
    /// Adds an element behind the last one: on a line of its own where the last one has one, else on the same line. A comment
    /// behind the last element stays with it. Where the last element is a call without parentheses, which would take the new one for an
    /// argument of its own, the new one goes before it.
    /// </summary>
    private static ImmutableArray<TextChange> Append(SyntaxNode last, string element)
    {
        var file = last.Tree.File;
        var next = last.Tree.GetToken(last.LastTokenIndex + 1);
        var hasTrailingComma = (SyntaxKind)next.RawKind == SyntaxKind.Comma;
        var end = hasTrailingComma ? next.Span.End : last.Span.End;
        if (EndsInOpenCall(last))
        {
            var separator = Indentation(last) is { } before ? "," + LineEnd(file) + before : ", ";
            return [new TextChange(new TextSpan(last.Span.Start, 0), element + separator)];
        }

        if (Indentation(last) is not { } indentation)
        {
            return [new TextChange(new TextSpan(end, 0), hasTrailingComma ? $" {element}," : $", {element}")];
        }

        var line = file.Lines.GetLine(file.Lines.GetPosition(end).Line);
        var newLine = LineEnd(file) + indentation + element + (hasTrailingComma ? "," : "");
        var isCommentNext = file.Content.AsSpan(end, line.End - end).TrimStart().StartsWith("#");
        if (!isCommentNext)
        {
            return [new TextChange(new TextSpan(end, 0), (hasTrailingComma ? "" : ",") + newLine)];
        }

        var added = new TextChange(new TextSpan(line.End, 0), newLine);
        return hasTrailingComma ? [added] : [new TextChange(new TextSpan(end, 0), ","), added];
    }

    /// <summary>Whether a node ends in a call without parentheses: <c>port: String.to_integer System.get_env "PORT"</c>.</summary>
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

    /// <summary>The white space before a node that starts its line, else null.</summary>
    private static string? Indentation(SyntaxNode node)
    {
        var file = node.Tree.File;
        var start = node.Span.Start;
        var lineStart = file.Lines.GetStart(file.Lines.GetPosition(start).Line);
        var before = file.Content[lineStart..start];
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }
}
