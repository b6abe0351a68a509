using System.Collections.Immutable;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Adds statements to Elixir config files, on lines of their own.</summary>
internal static class StatementEdits
{
    /// <summary>Whether a call is a statement on lines of its own, so that another can follow on the next line.</summary>
    public static bool IsStatement(CallSyntax call) =>
        call.Parent is BodySyntax body
        && (body.Parent is CompilationUnitSyntax
            || ElixirLayout.LineOf(call.Tree.File, body.Parent!.Span.Start)
                < ElixirLayout.LineOf(call.Tree.File, call.Span.Start))
        && ElixirLayout.Indentation(call) is not null
        && EndsItsLine(call);

    /// <summary>
    /// Adds a statement behind another one, with the same indentation. Empty lines set it off, unless the other is a single
    /// line in a row of such.
    /// </summary>
    public static ImmutableArray<TextChange> AddAfter(CallSyntax statement, string text)
    {
        var file = statement.Tree.File;
        var lineEnd = ElixirLayout.LineEnd(file);
        var first = ElixirLayout.LineOf(file, statement.Span.Start);
        var last = ElixirLayout.LineOf(file, statement.Span.End);
        var end = file.Lines.GetLine(last).End;
        var indentation = ElixirLayout.Indentation(statement);
        var isFollowed = IsStatementLine(statement, last + 1, +1);
        var isInRow = first == last && (isFollowed || IsStatementLine(statement, first - 1, -1));
        var before = isInRow ? lineEnd : lineEnd + lineEnd;
        var after = !isInRow && isFollowed ? lineEnd : "";
        return [new TextChange(new TextSpan(end, 0), before + indentation + text + after)];
    }

    /// <summary>
    /// Adds a statement at the end of a file, but before its last <c>import_config</c> with its comment: imported settings must
    /// win. Default if there is none.
    /// </summary>
    public static ImmutableArray<TextChange> AddBeforeLastImports(ElixirSyntaxTree tree, string text)
    {
        var statements = tree.Root.Body.Expressions;
        var imports = statements.Reverse().TakeWhile(Imports).LastOrDefault();
        if (imports is null || ElixirLayout.Indentation(imports) is null)
        {
            return default;
        }

        var file = tree.File;
        var lineEnd = ElixirLayout.LineEnd(file);
        var line = ElixirLayout.LineOf(file, imports.Span.Start);
        while (ElixirLayout.LineText(file, line - 1).TrimStart().StartsWith("#"))
        {
            line--;
        }

        var isSetOff = line == 0 || ElixirLayout.LineText(file, line - 1).IsWhiteSpace();
        var start = file.Lines.GetStart(line);
        return [new TextChange(new TextSpan(start, 0), (isSetOff ? "" : lineEnd) + text + lineEnd + lineEnd)];
    }

    /// <summary>Adds a statement at the end of a file; an empty one gets <c>import Config</c> first.</summary>
    public static ImmutableArray<TextChange> AddAtEnd(ElixirSyntaxTree tree, string text)
    {
        var file = tree.File;
        var content = file.Content;
        var lineEnd = ElixirLayout.LineEnd(file);
        var end = content.AsSpan().TrimEnd().Length;
        var before = end == 0 ? "" : lineEnd + lineEnd;
        var import = tree.Root.Body.Expressions.IsEmpty ? $"import Config{lineEnd}{lineEnd}" : "";
        return [new TextChange(TextSpan.FromBounds(end, content.Length), before + import + text + lineEnd)];
    }

    private static bool EndsItsLine(CallSyntax call)
    {
        var next = call.Tree.GetToken(call.LastTokenIndex + 1);
        return (SyntaxKind)next.RawKind is SyntaxKind.EndOfLine or SyntaxKind.EndOfFile
            || ElixirLayout.LineOf(call.Tree.File, next.Span.Start) > ElixirLayout.LineOf(call.Tree.File, call.Span.End);
    }

    private static bool Imports(ExpressionSyntax statement) =>
        statement.DescendantNodesAndSelf().Any(node => node is CallSyntax { LocalName: "import_config" });

    /// <summary>
    /// Whether the line next to a statement, towards the end or the start of the file, belongs to the statement beside it.
    /// </summary>
    private static bool IsStatementLine(CallSyntax statement, int line, int direction)
    {
        if (ElixirLayout.LineText(statement.Tree.File, line).IsWhiteSpace())
        {
            return false;
        }

        var siblings = ((BodySyntax)statement.Parent!).Expressions;
        var index = siblings.IndexOf(statement) + direction;
        return index >= 0 && index < siblings.Length;
    }
}
