using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>stab: expressions or clauses, as in do-blocks, functions and parentheses.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>Reads items up to what closes the body.</summary>
    /// <param name="state">Where reading stands.</param>
    /// <param name="expecteds">Not used.</param>
    /// <param name="bodyStart">The body's first token.</param>
    /// <param name="block">The <c>do</c> whose statements may be skipped one by one, or <see cref="None"/>.</param>
    /// <param name="result">What was read.</param>
    private bool ParseStab(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        int bodyStart,
        int block,
        out StabBody result)
    {
        result = default;
        var body = new StabBuilder(_tree, bodyStart);
        var hasSkipped = false;
        while (!(block == None ? EndsBody(Kind(ref state)) : EndsBlock(Kind(ref state))))
        {
            var start = StartStatement(ref state);
            var bookmark = state.Bookmark();
            if (!ParseStabExpr(ref state, ref expecteds, out var item) || (block != None && !EndsBlockItem(ref state, item)))
            {
                state.Rewind(bookmark);
                if (!TrySkipItem(ref state, start, block, body))
                {
                    return false;
                }

                hasSkipped = true;
                continue;
            }

            state.DiscardBookmark(bookmark);
            if (item.Arguments is { } arguments)
            {
                // '(a, b)' alone: only a closing parenthesis may follow, and the clause's arrow behind it.
                var isAlone = body.IsEmpty;
                result = new StabBody(body.ToBody(Index(ref state) - 1), arguments, Index(ref state));
                return isAlone || FailNoClause(ref state, result.ArgumentsEnd, out result);
            }

            if (!body.TryAdd(item))
            {
                var message = hasSkipped ? "" : "Unexpected '->': where there are several clauses, the first expression must be one.";
                return Fail(ref state, item.Arrow, null, message, out result);
            }

            if (!AcceptEoe(ref state))
            {
                break;
            }
        }

        result = new StabBody(body.ToBody(Index(ref state) - 1), null, 0);
        return true;
    }

    private bool TrySkipItem(ref ParseState<TokenData> state, in StatementStart start, int block, StabBuilder body)
    {
        if (body.HasClauses || !TrySkipStatement(ref state, start, block, out var skipped))
        {
            return false;
        }

        body.TryAdd(new StabItem(skipped, null, null, 0, skipped.LastTokenIndex));
        AcceptEoe(ref state);
        return true;
    }

    private bool EndsBlockItem(ref ParseState<TokenData> state, in StabItem item)
    {
        var next = Kind(ref state);
        var isComplete = next is SyntaxKind.EndOfLine or SyntaxKind.Semicolon || EndsBlock(next);
        if (isComplete && item.Arguments is { } arguments)
        {
            return arguments[0] is KeywordListSyntax keywords
                ? Fail<Operand>(ref state, keywords.FirstTokenIndex, null, null, out _)
                : FailNoClause<Operand>(ref state, Index(ref state), out _);
        }

        return isComplete || FailUnexpected<Operand>(ref state, out _);
    }

    private static bool EndsBlock(SyntaxKind kind) => kind is SyntaxKind.End or SyntaxKind.BlockIdentifier or SyntaxKind.EndOfFile;

    private static bool EndsBody(SyntaxKind kind) =>
        IsClosing(kind) || kind is SyntaxKind.BlockIdentifier or SyntaxKind.EndOfFile;

    /// <summary>stab_expr: an expression, or <c>patterns -> expression</c>.</summary>
    private bool ParseStabExpr(ref ParseState<TokenData> state, ref PooledList<Expected<TokenData>> expecteds, out StabItem item)
    {
        item = default;
        var first = Index(ref state);
        switch (KindAt(first))
        {
            case SyntaxKind.StabOperator:
                return ParseClauseBody(ref state, ref expecteds, first, [], hasParentheses: false, null, out item);
            case SyntaxKind.OpenParen:
                if (!ParseParens(ref state, ref expecteds, out var parens))
                {
                    return false;
                }

                var isEmpty = parens.Body is { Body.Expressions.IsEmpty: true } && KindAt(parens.Close - 1) != SyntaxKind.Semicolon;
                if (parens.Body is null
                    || (isEmpty && Kind(ref state) is SyntaxKind.StabOperator or SyntaxKind.WhenOperator))
                {
                    return ParseParensClause(ref state, ref expecteds, parens, out item);
                }

                _preset = new Operand(parens.Body, ExpressionClass.Matched, IsAccess: true);
                break;
            default:
                break;
        }

        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        return ParseStabArguments(ref state, ref expecteds, arguments, out var hasMany)
            && FinishStabExpr(ref state, ref expecteds, first, arguments.DrainToImmutable(), hasMany, out item);
    }

    private bool ParseStabArguments(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ImmutableArray<ExpressionSyntax>.Builder arguments,
        out bool isArguments)
    {
        isArguments = _preset is null && IsKeyAt(Index(ref state));
        if (isArguments)
        {
            if (!CallArgsNoParensKw.TryParse(ref state, ref expecteds, out var keywords))
            {
                return false;
            }

            arguments.Add(keywords);
            return true;
        }

        if (!Expr.TryParse(ref state, ref expecteds, out var only))
        {
            return false;
        }

        arguments.Add(only.Node);
        isArguments = Kind(ref state) == SyntaxKind.Comma && only.Class == ExpressionClass.Matched;
        return only.Class == ExpressionClass.Unmatched && Kind(ref state) == SyntaxKind.StabOperator
            ? FailUnexpected<Operand>(ref state, out _)
            : !isArguments || ParseMoreArguments(ref state, ref expecteds, arguments);
    }

    private bool FinishStabExpr(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        int first,
        ImmutableArray<ExpressionSyntax> arguments,
        bool isArguments,
        out StabItem item)
    {
        if (Kind(ref state) != SyntaxKind.StabOperator)
        {
            item = isArguments ? new StabItem(null, null, arguments, 0, default) : new StabItem(arguments[0], null, null, 0, default);
            return true;
        }

        ExpressionSyntax? guard = null;
        if (arguments[^1] is BinaryOperatorSyntax { OperatorToken: var token } last
            && KindAt(token.Index) == SyntaxKind.WhenOperator)
        {
            guard = last.Right;
            arguments = arguments.SetItem(arguments.Length - 1, last.Left);
        }

        return ParseClauseBody(ref state, ref expecteds, first, arguments, hasParentheses: false, guard, out item);
    }

    /// <summary><c>(a, b) -> c</c>, <c>(a, b) when d -> c</c>, <c>() -> c</c>.</summary>
    private bool ParseParensClause(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        in Parens parens,
        out StabItem item)
    {
        item = default;
        ExpressionSyntax? guard = null;
        if (Accept(ref state, SyntaxKind.WhenOperator))
        {
            // No line end may follow here: Elixir's own grammar forgets it.
            if (!Expr.TryParse(ref state, ref expecteds, out var operand))
            {
                return false;
            }

            guard = operand.Node;
        }

        return Kind(ref state) == SyntaxKind.StabOperator
            ? ParseClauseBody(ref state, ref expecteds, parens.Open, parens.Arguments, hasParentheses: true, guard, out item)
            : Fail(
                ref state,
                parens.Open,
                null,
                "Unexpected arguments in parentheses: a call has no space before its opening parenthesis.",
                out item);
    }

    private bool ParseClauseBody(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        int first,
        ImmutableArray<ExpressionSyntax> patterns,
        bool hasParentheses,
        ExpressionSyntax? guard,
        out StabItem item)
    {
        item = default;
        var arrow = Index(ref state);
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        ExpressionSyntax? body = null;
        if (Kind(ref state) != SyntaxKind.Semicolon && !EndsBody(Kind(ref state)))
        {
            if (!Expr.TryParse(ref state, ref expecteds, out var operand))
            {
                return false;
            }

            body = operand.Node;
        }

        item = new StabItem(body, new ClauseHead(first, patterns, hasParentheses, guard), null, arrow, body?.LastTokenIndex ?? arrow);
        return true;
    }
}
