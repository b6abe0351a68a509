using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// stab: expressions or clauses, with what separates them. By hand, since in parentheses bare arguments may stand as well (only
/// the arrow behind the parentheses tells that they are patterns), and since a broken statement of a do-block is skipped.
/// </summary>
internal sealed class StabParser(ElixirGrammar grammar) : HandWritten<StabBody>
{
    private const int None = -1;
    private const string LateClause = "Unexpected '->': where there are several clauses, the first expression must be one.";

    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out StabBody result) => TryReadItems(ref reader, None, out result);

    /// <summary>Reads what stands in a do-block, of which broken statements are skipped one by one.</summary>
    /// <param name="reader">Where reading stands.</param>
    /// <param name="block">The block's <c>do</c>.</param>
    /// <param name="result">What was read.</param>
    public bool TryReadBlock(ref TokenReader reader, int block, out StabBody result) =>
        TryReadItems(ref reader, block, out result) && (result.Arguments is null || reader.FailNoClause(result.ArgumentsEnd));

    private bool TryReadItems(ref TokenReader reader, int block, out StabBody result)
    {
        result = default;
        var body = new StabBuilder(reader.Session.Tree, reader.Index);
        reader.AcceptEoe();
        while (!(block == None ? TokenKinds.EndsBody(reader.Kind) : TokenKinds.EndsBlock(reader.Kind)))
        {
            var start = reader.StartStatement();
            var bookmark = reader.Bookmark();
            if (!grammar.StabExpr.TryRead(ref reader, out var item) || (block != None && !EndsItem(ref reader, item)))
            {
                reader.Rewind(bookmark);
                if (!TrySkip(ref reader, start, block, body))
                {
                    return false;
                }

                continue;
            }

            reader.DiscardBookmark(bookmark);
            if (item.Arguments is { } arguments)
            {
                // '(a, b)' alone: only a closing parenthesis may follow, and the clause's arrow behind it.
                var isAlone = body.IsEmpty;
                result = new StabBody(body.ToBody(reader.Index - 1), arguments, reader.Index);
                return isAlone || reader.FailNoClause(result.ArgumentsEnd);
            }

            if (!body.TryAdd(item))
            {
                return reader.Fail(item.Arrow, null, body.HasSkipped ? "" : LateClause);
            }

            if (!reader.AcceptEoe())
            {
                break;
            }
        }

        result = new StabBody(body.ToBody(reader.Index - 1), null, 0);
        return true;
    }

    /// <summary>Skips a broken statement; not among clauses, where nobody knows to which of them it would belong.</summary>
    private static bool TrySkip(ref TokenReader reader, in StatementStart start, int block, StabBuilder body)
    {
        if (body.HasClauses || block == None || reader.TrySkipStatementOf(block, start) is not { } skipped)
        {
            return false;
        }

        body.Add(skipped);
        reader.AcceptEoe();
        return true;
    }

    private static bool EndsItem(ref TokenReader reader, in StabItem item)
    {
        var next = reader.Kind;
        var isComplete = next is SyntaxKind.EndOfLine or SyntaxKind.Semicolon || TokenKinds.EndsBlock(next);
        if (isComplete && item.Arguments is { } arguments)
        {
            return arguments[0] is KeywordListSyntax keywords
                ? reader.Fail(keywords.FirstTokenIndex, null, null)
                : reader.FailNoClause(reader.Index);
        }

        return isComplete || reader.FailUnexpected();
    }
}

/// <summary>
/// stab_expr: an expression, or a clause. By hand, since only the arrow tells that what was read before it are patterns.
/// </summary>
internal sealed class StabExprParser(ElixirGrammar grammar) : HandWritten<StabItem>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out StabItem result)
    {
        result = default;
        var first = reader.Index;
        Operand? parenthesized = null;
        if (reader.Kind == SyntaxKind.StabOperator)
        {
            return TryReadClause(ref reader, new ClauseHead(first, [], HasParentheses: false, null), out result);
        }

        if (reader.Kind == SyntaxKind.OpenParen)
        {
            if (!reader.TryRead(grammar.Parens, out var parens))
            {
                return false;
            }

            var isEmpty = parens.Body is { Body.Expressions.IsEmpty: true }
                && reader.Session.KindAt(parens.Close - 1) != SyntaxKind.Semicolon;
            if (parens.Body is null || (isEmpty && reader.Kind is SyntaxKind.StabOperator or SyntaxKind.WhenOperator))
            {
                return TryReadParensClause(ref reader, parens, out result);
            }

            parenthesized = Operand.Access(parens.Body);
        }

        return grammar.ClauseHead.TryReadBehind(ref reader, parenthesized, out var head)
            && TryFinish(ref reader, first, head, out result);
    }

    private bool TryFinish(ref TokenReader reader, int first, in HeadOrExpression head, out StabItem result)
    {
        if (reader.Kind != SyntaxKind.StabOperator)
        {
            result = head.IsArguments
                ? new StabItem(null, null, head.Arguments, 0, 0)
                : new StabItem(head.Arguments[0], null, null, 0, 0);
            return true;
        }

        // The guard is the last argument's: 'a, b when c -> d'.
        ExpressionSyntax? guard = null;
        var patterns = head.Arguments;
        if (patterns[^1] is BinaryOperatorSyntax { OperatorToken: var token } last
            && (SyntaxKind)token.RawKind == SyntaxKind.WhenOperator)
        {
            guard = last.Right;
            patterns = patterns.SetItem(patterns.Length - 1, last.Left);
        }

        return TryReadClause(ref reader, new ClauseHead(first, patterns, HasParentheses: false, guard), out result);
    }

    /// <summary><c>(a, b) -> c</c>, <c>(a, b) when d -> c</c>, <c>() -> c</c>.</summary>
    private bool TryReadParensClause(ref TokenReader reader, in Parens parens, out StabItem result)
    {
        result = default;
        ExpressionSyntax? guard = null;
        if (reader.Accept(SyntaxKind.WhenOperator))
        {
            // No line end may follow here: Elixir's own grammar forgets it.
            if (!grammar.Expr.TryRead(ref reader, out var operand))
            {
                return false;
            }

            guard = operand.Node;
        }

        return reader.Kind == SyntaxKind.StabOperator
            ? TryReadClause(ref reader, new ClauseHead(parens.Open, parens.Arguments, HasParentheses: true, guard), out result)
            : reader.FailNoCall(parens.Open);
    }

    private bool TryReadClause(ref TokenReader reader, ClauseHead head, out StabItem result)
    {
        result = default;
        if (!reader.TryRead(grammar.Clause, out var clause))
        {
            return false;
        }

        result = new StabItem(clause.Expression, head, null, clause.Arrow, clause.Expression?.LastTokenIndex ?? clause.Arrow);
        return true;
    }
}

/// <summary>
/// clause_head, unless it is in parentheses: patterns, or an expression if no arrow follows. By hand, since one expression is
/// both.
/// </summary>
internal sealed class ClauseHeadParser(ElixirGrammar grammar) : HandWritten<HeadOrExpression>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out HeadOrExpression result) =>
        TryReadBehind(ref reader, null, out result);

    /// <summary>Reads it behind the parentheses that it starts with.</summary>
    public bool TryReadBehind(ref TokenReader reader, Operand? parenthesized, out HeadOrExpression result)
    {
        result = default;
        if (parenthesized is null && reader.IsAtKey)
        {
            if (!reader.TryRead(grammar.CallArgsNoParensKw, out var keywords))
            {
                return false;
            }

            result = new HeadOrExpression([keywords], IsArguments: true);
            return true;
        }

        if (!grammar.Expr.TryReadBehind(ref reader, parenthesized, out var only))
        {
            return false;
        }

        if (only.Class == ExpressionClass.Unmatched && reader.Kind == SyntaxKind.StabOperator)
        {
            return reader.FailUnexpected();
        }

        var isArguments = only.Class == ExpressionClass.Matched && reader.Kind == SyntaxKind.Comma;
        ImmutableArray<ExpressionSyntax> arguments = [];
        if (isArguments && !grammar.CallArgsNoParensMany.TryReadBehind(ref reader, only.Node, out arguments))
        {
            return false;
        }

        result = new HeadOrExpression(isArguments ? arguments : [only.Node], isArguments);
        return true;
    }
}
