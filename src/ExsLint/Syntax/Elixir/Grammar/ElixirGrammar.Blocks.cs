using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>Bodies: do-blocks, functions, parentheses, interpolations.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>do_block: <c>do .. else .. end</c>.</summary>
    private Parser<TokenData, DoBlockSyntax> DoBlock => field ??= Define<DoBlockSyntax>(ParseDoBlock);

    /// <summary>fn: <c>fn a -> b end</c>.</summary>
    private Parser<TokenData, FnSyntax> Fn => field ??= Define<FnSyntax>(ParseFn);

    /// <summary>Parentheses around a body: <c>(a; b)</c>, <c>()</c>, <c>(a -> b)</c>.</summary>
    private Parser<TokenData, ParenthesizedSyntax> Parenthesized => field ??= Define<ParenthesizedSyntax>(
        (ref state, ref expecteds, [MaybeNullWhen(false)] out result) =>
        {
            result = null;
            if (!ParseParens(ref state, ref expecteds, out var parens))
            {
                return false;
            }

            result = parens.Body;
            return result is not null || Fail(
                ref state,
                parens.Open,
                null,
                "Unexpected arguments in parentheses: a call has no space before its opening parenthesis.",
                out result);
        });

    /// <summary>expr_list within an interpolation, where clauses cannot stand.</summary>
    private Parser<TokenData, BodySyntax> InterpolationBody => field ??= Define<BodySyntax>(ParseInterpolationBody);

    private bool ParseDoBlock(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out DoBlockSyntax result)
    {
        result = null;
        var open = Index(ref state);
        var sections = ImmutableArray.CreateBuilder<DoSectionSyntax>();
        do
        {
            var keyword = Index(ref state);
            state.Advance();
            AcceptEoeInto(ref state, out var bodyStart);
            if (!ParseStab(ref state, ref expecteds, bodyStart, block: open, out var stab))
            {
                return false;
            }

            if (stab.Arguments is not null)
            {
                return FailNoClause(ref state, stab.ArgumentsEnd, out result);
            }

            sections.Add(new DoSectionSyntax(_tree, keyword, Index(ref state) - 1, stab.Body));
        }
        while (Kind(ref state) == SyntaxKind.BlockIdentifier);

        if (!CloseWithEnd(ref state))
        {
            return false;
        }

        result = new DoBlockSyntax(_tree, open, Index(ref state) - 1, sections.DrainToImmutable());
        return true;
    }

    private bool CloseWithEnd(ref ParseState<TokenData> state) =>
        Accept(ref state, SyntaxKind.End) || FailUnexpected<Operand>(ref state, out _);

    private void AcceptEoeInto(ref ParseState<TokenData> state, out int bodyStart)
    {
        bodyStart = Index(ref state);
        AcceptEoe(ref state);
    }

    private bool ParseFn(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out FnSyntax result)
    {
        result = null;
        var open = Index(ref state);
        state.Advance();
        AcceptEoeInto(ref state, out var bodyStart);
        if (!ParseStab(ref state, ref expecteds, bodyStart, block: None, out var stab))
        {
            return false;
        }

        if (stab.Arguments is not null)
        {
            return FailNoClause(ref state, stab.ArgumentsEnd, out result);
        }

        if (!CloseWithEnd(ref state))
        {
            return false;
        }

        if (!stab.Body.HasClauses)
        {
            return Fail(ref state, open, null, "A function is written 'fn pattern -> expression end'; the arrow is missing.", out result);
        }

        result = new FnSyntax(_tree, open, Index(ref state) - 1, stab.Body);
        return true;
    }

    private bool FailNoClause<T>(ref ParseState<TokenData> state, int argumentsEnd, [MaybeNull] out T result) => Fail(
        ref state,
        argumentsEnd,
        null,
        $"Unexpected {Describe(argumentsEnd)}: arguments here need an arrow '->' behind them.",
        out result);

    /// <summary>Reads parentheses: a body, or bare arguments, which only the start of a clause may be.</summary>
    private bool ParseParens(ref ParseState<TokenData> state, ref PooledList<Expected<TokenData>> expecteds, out Parens result)
    {
        result = default;
        if (++_depth > _maxDepth)
        {
            return FailTooDeep(ref state, out result);
        }

        var open = Index(ref state);
        state.Advance();
        var bodyStart = Index(ref state);
        Accept(ref state, SyntaxKind.EndOfLine);
        var hasSemicolon = Accept(ref state, SyntaxKind.Semicolon);
        if (!ParseStab(ref state, ref expecteds, bodyStart, block: None, out var stab))
        {
            return false;
        }

        if (!CheckSemicolons(ref state, open, hasSemicolon, stab) || !Close(ref state, SyntaxKind.CloseParen))
        {
            return false;
        }

        _depth--;
        var close = Index(ref state) - 1;
        result = new Parens(
            open,
            close,
            stab.Arguments is null ? new ParenthesizedSyntax(_tree, open, close, stab.Body) : null,
            stab.Arguments ?? []);
        return true;
    }

    private bool CheckSemicolons(ref ParseState<TokenData> state, int open, bool startsWithSemicolon, in StabBody stab)
    {
        if (startsWithSemicolon && stab.Arguments is not null)
        {
            return Fail<Parens>(
                ref state, open, null, "Unexpected ';' behind this: what stands before an arrow is separated by commas.", out _);
        }

        return stab.Body.Expressions.IsEmpty
            || !EndsWithLineAndSemicolon(Index(ref state))
            || Fail<Parens>(
                ref state, Index(ref state) - 1, null, "Unexpected ';': before Elixir 1.17 none can start the line of ')'.", out _);
    }

    /// <summary><c>(a\n;)</c>, which no version before 1.17 accepts; in <c>(->\n;)</c> the line end belongs to the arrow.</summary>
    private bool EndsWithLineAndSemicolon(int end) =>
        _dialect < ElixirDialect.Elixir117
        && KindAt(end) == SyntaxKind.CloseParen
        && KindAt(end - 1) == SyntaxKind.Semicolon
        && KindAt(end - 2) == SyntaxKind.EndOfLine
        && KindAt(end - 3) != SyntaxKind.StabOperator;

    private bool ParseInterpolationBody(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out BodySyntax result)
    {
        result = null;
        var first = Index(ref state);
        var expressions = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        AcceptEoe(ref state);
        while (Kind(ref state) != SyntaxKind.InterpolationEnd)
        {
            if (!Expr.TryParse(ref state, ref expecteds, out var expression))
            {
                return false;
            }

            expressions.Add(expression.Node);
            if (!AcceptEoe(ref state) && Kind(ref state) != SyntaxKind.InterpolationEnd)
            {
                return FailUnexpected(ref state, out result);
            }
        }

        result = new BodySyntax(_tree, first, Index(ref state) - 1, expressions.DrainToImmutable());
        return true;
    }

    /// <summary>What parentheses hold.</summary>
    private readonly record struct Parens(
        int Open,
        int Close,
        ParenthesizedSyntax? Body,
        ImmutableArray<ExpressionSyntax> Arguments);
}
