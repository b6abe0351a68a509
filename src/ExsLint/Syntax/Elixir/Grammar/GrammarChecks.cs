using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>What productions refuse once they have read it, with the message that says why.</summary>
internal static class GrammarChecks
{
    /// <summary>A call without parentheses among several elements would swallow their commas.</summary>
    public static bool RefuseNoParens(ref TokenReader reader, Operand read) =>
        read.Class != ExpressionClass.NoParens || reader.FailNestedNoParens(read.Node);

    /// <summary>Behind the key of an access only a comma at the very end may stand.</summary>
    public static bool RefuseSecondKey(ref TokenReader reader, ExpressionSyntax _) =>
        !reader.Accept(SyntaxKind.Comma)
        || reader.Kind == SyntaxKind.CloseBracket
        || reader.Fail(reader.Index - 1, null, "A value is looked up by one key, or by keywords.");

    /// <summary>A function has clauses.</summary>
    public static bool RefuseNoArrow(ref TokenReader reader, FnSyntax read) =>
        read.Clauses.HasClauses
        || reader.Fail(
            read.FirstTokenIndex,
            null,
            "A function is written 'fn pattern -> expression end'; the arrow is missing.");

    /// <summary>Bare arguments stand in parentheses only.</summary>
    public static bool RefuseArguments(ref TokenReader reader, StabBody read) =>
        read.Arguments is null || reader.FailNoClause(read.ArgumentsEnd);

    /// <summary>Bare arguments in parentheses need an arrow behind them.</summary>
    public static bool RefuseArguments(ref TokenReader reader, Parens read) =>
        read.Body is not null || reader.FailNoCall(read.Open);

    /// <summary>In parentheses some semicolons cannot stand.</summary>
    public static bool RefuseSemicolons(ref TokenReader reader, StabBody read)
    {
        var session = reader.Session;
        var first = read.Body.FirstTokenIndex;
        if (read.Arguments is not null
            && session.KindAt(session.KindAt(first) == SyntaxKind.EndOfLine ? first + 1 : first) == SyntaxKind.Semicolon)
        {
            return reader.Fail(
                first - 1,
                null,
                "Unexpected ';' behind this: what stands before an arrow is separated by commas.");
        }

        return read.Body.Expressions.IsEmpty
            || !EndsWithLineAndSemicolon(session, reader.Index)
            || reader.Fail(reader.Index - 1, null, "Unexpected ';': before Elixir 1.17 none can start the line of ')'.");
    }

    /// <summary>Literals between quotes have rules for what they may hold.</summary>
    public static bool RefuseBadText(ref TokenReader reader, StringLiteralSyntax read) =>
        StringChecker.FindError(read, reader.Session.Dialect) is not { } error
        || reader.Fail(read.FirstTokenIndex, error.Span, error.Message);

    /// <summary>
    /// <c>(a\n;)</c>, which no version before 1.17 accepts; in <c>(->\n;)</c> the line end belongs to the arrow.
    /// </summary>
    private static bool EndsWithLineAndSemicolon(ParseSession session, int end) =>
        session.Dialect < ElixirDialect.Elixir117
        && session.KindAt(end) == SyntaxKind.CloseParen
        && session.KindAt(end - 1) == SyntaxKind.Semicolon
        && session.KindAt(end - 2) == SyntaxKind.EndOfLine
        && session.KindAt(end - 3) != SyntaxKind.StabOperator;
}

/// <summary>Keywords at the start of a tuple or bitstring, where they cannot stand alone.</summary>
internal sealed class RefusedKeywordsParser : HandWritten<ImmutableArray<ExpressionSyntax>>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out ImmutableArray<ExpressionSyntax> result)
    {
        result = [];
        var session = reader.Session;
        var open = session.KindAt(reader.Index - 1) == SyntaxKind.EndOfLine ? reader.Index - 2 : reader.Index - 1;
        var bracket = session.Text.Text(open);
        return reader.Fail($"Keywords cannot stand alone behind '{bracket}': write a list [..] or a map %{{..}}.");
    }
}
