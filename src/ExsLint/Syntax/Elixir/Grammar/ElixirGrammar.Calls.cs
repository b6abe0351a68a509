using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>Calls: with parentheses, without, with do-blocks.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>call_args_parens: <c>(a, b: 1)</c>.</summary>
    private Parser<TokenData, ImmutableArray<ExpressionSyntax>> CallArgsParens => field ??=
        Define<ImmutableArray<ExpressionSyntax>>(ParseCallArgsParens);

    /// <summary>call_args_no_parens_all: <c>a, b: 1</c>.</summary>
    private Parser<TokenData, NoParensArguments> CallArgsNoParensAll => field ??= Define<NoParensArguments>(ParseCallArgsNoParensAll);

    /// <summary>call_args_no_parens_kw: <c>a: 1, b: 2</c>.</summary>
    private Parser<TokenData, KeywordListSyntax> CallArgsNoParensKw => field ??= Define<KeywordListSyntax>(ParseCallArgsNoParensKw);

    private bool StartsArgument(int index) => KindAt(index) is
        SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.BracketIdentifier or SyntaxKind.DoIdentifier
        or SyntaxKind.OpIdentifier or SyntaxKind.Alias or SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character
        or SyntaxKind.Atom or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil or SyntaxKind.KeywordIdentifier
        or SyntaxKind.StringStart or SyntaxKind.CharlistStart or SyntaxKind.StringHeredocStart or SyntaxKind.CharlistHeredocStart
        or SyntaxKind.SigilStart or SyntaxKind.QuotedAtomStart or SyntaxKind.OpenParen or SyntaxKind.OpenBracket
        or SyntaxKind.OpenBrace or SyntaxKind.OpenBits or SyntaxKind.PercentBrace or SyntaxKind.Percent or SyntaxKind.Fn
        or SyntaxKind.CaptureOperator or SyntaxKind.CaptureInteger or SyntaxKind.UnaryOperator or SyntaxKind.AtOperator
        or SyntaxKind.EllipsisOperator;

    /// <summary>Reads what follows a name and pushes the call, or the name alone.</summary>
    private bool ParseCall(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ExpressionSyntax callee,
        SyntaxKind nameKind,
        bool allowsDo,
        bool allowsNoParens)
    {
        var next = Index(ref state);
        if (nameKind == SyntaxKind.ParenIdentifier)
        {
            return ParseParensCall(ref state, ref expecteds, callee, allowsDo);
        }

        if (nameKind == SyntaxKind.DoIdentifier && allowsDo && KindAt(next) == SyntaxKind.Do)
        {
            return PushCall(ref state, ref expecteds, callee, new NoParensArguments([], ExpressionClass.Matched), allowsDo);
        }

        var takesArguments = nameKind == SyntaxKind.OpIdentifier || (nameKind == SyntaxKind.Identifier && StartsArgument(next));
        if (takesArguments && allowsNoParens)
        {
            return CallArgsNoParensAll.TryParse(ref state, ref expecteds, out var arguments)
                && PushCall(ref state, ref expecteds, callee, arguments, allowsDo);
        }

        _operands.Add(new Operand(callee, ExpressionClass.Matched, IsAccess: nameKind == SyntaxKind.BracketIdentifier));
        return true;
    }

    private bool PushCall(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ExpressionSyntax callee,
        NoParensArguments arguments,
        bool allowsDo)
    {
        DoBlockSyntax? block = null;
        if (allowsDo && Kind(ref state) == SyntaxKind.Do && !DoBlock.TryParse(ref state, ref expecteds, out block))
        {
            return false;
        }

        var last = Index(ref state) - 1;
        var call = new CallSyntax(_tree, last, callee, arguments.Arguments, hasParentheses: false, block);
        _operands.Add(new Operand(call, block is null ? arguments.Class : ExpressionClass.Unmatched, IsAccess: false));
        return true;
    }

    /// <summary><c>f(a)</c>, <c>f(a)(b)</c>, either with a do-block.</summary>
    private bool ParseParensCall(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ExpressionSyntax callee,
        bool allowsDo)
    {
        if (!CallArgsParens.TryParse(ref state, ref expecteds, out var arguments))
        {
            return false;
        }

        if (Kind(ref state) == SyntaxKind.OpenParen)
        {
            callee = new CallSyntax(_tree, Index(ref state) - 1, callee, arguments, hasParentheses: true, doBlock: null);
            if (!CallArgsParens.TryParse(ref state, ref expecteds, out arguments))
            {
                return false;
            }
        }

        DoBlockSyntax? block = null;
        if (allowsDo && Kind(ref state) == SyntaxKind.Do && !DoBlock.TryParse(ref state, ref expecteds, out block))
        {
            return false;
        }

        var call = new CallSyntax(_tree, Index(ref state) - 1, callee, arguments, hasParentheses: true, block);
        _operands.Add(new Operand(call, block is null ? ExpressionClass.Matched : ExpressionClass.Unmatched, IsAccess: block is null));
        return true;
    }

    private bool ParseCallArgsParens(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out ImmutableArray<ExpressionSyntax> result)
    {
        result = default;
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        if (Accept(ref state, SyntaxKind.CloseParen))
        {
            result = [];
            return true;
        }

        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        do
        {
            if (IsKeyAt(Index(ref state)))
            {
                if (!Keywords.TryParse(ref state, ref expecteds, out var keywords))
                {
                    return false;
                }

                arguments.Add(keywords);
                break;
            }

            if (!Expr.TryParse(ref state, ref expecteds, out var argument))
            {
                return false;
            }

            if (argument.Class == ExpressionClass.NoParens && arguments.Count > 0)
            {
                return FailNestedNoParens(ref state, argument.Node, out result);
            }

            arguments.Add(argument.Node);
        }
        while (Accept(ref state, SyntaxKind.Comma));

        result = arguments.DrainToImmutable();
        return Close(ref state, SyntaxKind.CloseParen);
    }

    private bool ParseCallArgsNoParensAll(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out NoParensArguments result)
    {
        result = default;
        if (IsKeyAt(Index(ref state)))
        {
            if (!CallArgsNoParensKw.TryParse(ref state, ref expecteds, out var only))
            {
                return false;
            }

            result = new NoParensArguments([only], ExpressionClass.Matched);
            return true;
        }

        if (!MatchedExpr.TryParse(ref state, ref expecteds, out var first))
        {
            return false;
        }

        if (Kind(ref state) != SyntaxKind.Comma || first.Class == ExpressionClass.NoParens)
        {
            result = new NoParensArguments([first.Node], first.Class);
            return true;
        }

        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        arguments.Add(first.Node);
        return ParseMoreArguments(ref state, ref expecteds, arguments)
            && Succeed(new NoParensArguments(arguments.DrainToImmutable(), ExpressionClass.NoParens), out result);
    }

    private static bool Succeed<T>(T value, out T result)
    {
        result = value;
        return true;
    }

    /// <summary>The arguments without parentheses behind the first one: none of them may swallow commas, keywords come last.</summary>
    private bool ParseMoreArguments(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ImmutableArray<ExpressionSyntax>.Builder arguments)
    {
        while (Accept(ref state, SyntaxKind.Comma))
        {
            if (IsKeyAt(Index(ref state)))
            {
                if (!CallArgsNoParensKw.TryParse(ref state, ref expecteds, out var keywords))
                {
                    return false;
                }

                arguments.Add(keywords);
                return true;
            }

            if (!MatchedExpr.TryParse(ref state, ref expecteds, out var argument))
            {
                return false;
            }

            if (argument.Class == ExpressionClass.NoParens)
            {
                return FailNestedNoParens<Operand>(ref state, argument.Node, out _);
            }

            arguments.Add(argument.Node);
        }

        return true;
    }

    private bool FailNestedNoParens<T>(ref ParseState<TokenData> state, ExpressionSyntax node, [MaybeNull] out T result) => Fail(
        ref state,
        node.FirstTokenIndex,
        node.Span,
        "This call without parentheses would swallow the commas behind it: write its arguments in parentheses.",
        out result);
}
