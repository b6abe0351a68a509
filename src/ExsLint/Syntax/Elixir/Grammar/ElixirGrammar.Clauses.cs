using System.Collections.Immutable;
using Pidgin;

namespace ExsLint.Syntax.Elixir;

/// <content>stab: expressions or clauses, as in do-blocks, functions and parentheses.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>Reads items up to what closes the body.</summary>
    private bool ParseStab(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        int bodyStart,
        out StabBody result)
    {
        result = default;
        var body = new StabBuilder(_tree, bodyStart);
        while (!EndsBody(Kind(ref state)))
        {
            if (!ParseStabExpr(ref state, ref expecteds, out var item))
            {
                return false;
            }

            if (item.Arguments is { } arguments)
            {
                // '(a, b)' alone: only a closing parenthesis may follow, and the clause's arrow behind it.
                result = new StabBody(body.ToBody(Index(ref state) - 1), arguments, Index(ref state));
                return body.IsEmpty || FailNoClause(ref state, result, out result);
            }

            if (!body.TryAdd(item))
            {
                return Fail(
                    ref state,
                    item.Arrow,
                    null,
                    "Unexpected '->': where there are several clauses, the first expression must be one.",
                    out result);
            }

            if (!AcceptEoe(ref state))
            {
                break;
            }
        }

        result = new StabBody(body.ToBody(Index(ref state) - 1), null, 0);
        return true;
    }

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
