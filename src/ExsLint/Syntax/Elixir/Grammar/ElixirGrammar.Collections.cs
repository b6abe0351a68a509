using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>Lists, tuples, bitstrings, access keys and keywords.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>list: <c>[a, b: 1]</c>.</summary>
    private Parser<TokenData, ListSyntax> List => field ??= Define<ListSyntax>(
        (ref state, ref expecteds, [MaybeNullWhen(false)] out result) =>
        {
            var open = Index(ref state);
            result = null;
            return ParseElements(ref state, ref expecteds, SyntaxKind.CloseBracket, pairsApart: true, out var elements)
                && Succeed(new ListSyntax(_tree, open, Index(ref state) - 1, elements), out result);
        });

    /// <summary>tuple: <c>{a, b}</c>.</summary>
    private Parser<TokenData, TupleSyntax> Tuple => field ??= Define<TupleSyntax>(
        (ref state, ref expecteds, [MaybeNullWhen(false)] out result) =>
        {
            var open = Index(ref state);
            result = null;
            return ParseElements(ref state, ref expecteds, SyntaxKind.CloseBrace, pairsApart: false, out var elements)
                && Succeed(new TupleSyntax(_tree, open, Index(ref state) - 1, elements), out result);
        });

    /// <summary>bitstring: <c>&lt;&lt;a, b::8&gt;&gt;</c>.</summary>
    private Parser<TokenData, BitstringSyntax> Bitstring => field ??= Define<BitstringSyntax>(
        (ref state, ref expecteds, [MaybeNullWhen(false)] out result) =>
        {
            var open = Index(ref state);
            result = null;
            return ParseElements(ref state, ref expecteds, SyntaxKind.CloseBits, pairsApart: false, out var elements)
                && Succeed(new BitstringSyntax(_tree, open, Index(ref state) - 1, elements), out result);
        });

    /// <summary>bracket_arg: <c>[key]</c> behind a value.</summary>
    private Parser<TokenData, ExpressionSyntax> BracketArg => field ??= Define<ExpressionSyntax>(ParseBracketArg);

    /// <summary>kw_data, kw_call: <c>a: 1, b: 2</c> between brackets.</summary>
    private Parser<TokenData, KeywordListSyntax> Keywords => field ??= Define<KeywordListSyntax>(
        (ref state, ref expecteds, [MaybeNullWhen(false)] out result) =>
            ParseKeywords(ref state, ref expecteds, ContainerExpr, allowsTrailingComma: true, out result));

    /// <summary>container_expr: an expression that swallows no commas.</summary>
    private Parser<TokenData, Operand> ContainerExpr => field ??= Define<Operand>(
        (ref state, ref expecteds, out result) =>
        {
            if (!Expr.TryParse(ref state, ref expecteds, out result))
            {
                return false;
            }

            return result.Class != ExpressionClass.NoParens || FailNestedNoParens(ref state, result.Node, out result);
        });

    private bool ParseElements(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        SyntaxKind close,
        bool pairsApart,
        out ImmutableArray<ExpressionSyntax> result)
    {
        result = [];
        var open = Index(ref state);
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        if (Accept(ref state, close))
        {
            return true;
        }

        var elements = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        do
        {
            if (elements.Count > 0 && Kind(ref state) == close)
            {
                break;
            }

            if (IsKeyAt(Index(ref state)))
            {
                if (!ParseKeywordElements(ref state, ref expecteds, open, pairsApart, elements))
                {
                    return false;
                }

                break;
            }

            if (!ContainerExpr.TryParse(ref state, ref expecteds, out var element))
            {
                return false;
            }

            elements.Add(element.Node);
        }
        while (Accept(ref state, SyntaxKind.Comma));

        result = elements.DrainToImmutable();
        return Close(ref state, close);
    }

    private bool ParseKeywordElements(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        int open,
        bool pairsApart,
        ImmutableArray<ExpressionSyntax>.Builder elements)
    {
        if (!pairsApart && elements.Count == 0)
        {
            return Fail<Operand>(
                ref state,
                $"Keywords cannot stand alone behind '{TextAt(open)}': write a list [..] or a map %{{..}}.",
                out _);
        }

        if (!Keywords.TryParse(ref state, ref expecteds, out var keywords))
        {
            return false;
        }

        if (pairsApart)
        {
            elements.AddRange(keywords.Pairs);
        }
        else
        {
            elements.Add(keywords);
        }

        return true;
    }

    /// <summary>Reads the closing bracket, on a line of its own or not.</summary>
    private bool Close(ref ParseState<TokenData> state, SyntaxKind close)
    {
        Accept(ref state, SyntaxKind.EndOfLine);
        return Accept(ref state, close) || FailUnexpected<Operand>(ref state, out _);
    }

    private static bool IsClosing(SyntaxKind kind) => kind is
        SyntaxKind.CloseParen or SyntaxKind.CloseBracket or SyntaxKind.CloseBrace or SyntaxKind.CloseBits
        or SyntaxKind.End or SyntaxKind.InterpolationEnd;

    private bool ParseBracketArg(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out ExpressionSyntax result)
    {
        result = null;
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        if (IsKeyAt(Index(ref state)))
        {
            if (!Keywords.TryParse(ref state, ref expecteds, out var keywords))
            {
                return false;
            }

            result = keywords;
            return Close(ref state, SyntaxKind.CloseBracket);
        }

        if (!ContainerExpr.TryParse(ref state, ref expecteds, out var key))
        {
            return false;
        }

        if (Accept(ref state, SyntaxKind.Comma) && Kind(ref state) != SyntaxKind.CloseBracket)
        {
            return Fail(ref state, Index(ref state) - 1, null, "A value is looked up by one key, or by keywords.", out result);
        }

        result = key.Node;
        return Close(ref state, SyntaxKind.CloseBracket);
    }

    private bool ParseCallArgsNoParensKw(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out KeywordListSyntax result) =>
        ParseKeywords(ref state, ref expecteds, MatchedExpr, allowsTrailingComma: false, out result);

    private bool ParseKeywords(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        Parser<TokenData, Operand> valueParser,
        bool allowsTrailingComma,
        [MaybeNullWhen(false)] out KeywordListSyntax result)
    {
        result = null;
        var first = Index(ref state);
        var pairs = ImmutableArray.CreateBuilder<KeywordPairSyntax>();
        while (true)
        {
            var key = Index(ref state);
            if (!ParseKey(ref state, ref expecteds, out var quotedKey)
                || !valueParser.TryParse(ref state, ref expecteds, out var value))
            {
                return false;
            }

            pairs.Add(new KeywordPairSyntax(_tree, key, quotedKey, value.Node));
            if (!Accept(ref state, SyntaxKind.Comma))
            {
                break;
            }

            if (!IsKeyAt(Index(ref state)))
            {
                if (allowsTrailingComma && IsClosing(Kind(ref state)))
                {
                    break;
                }

                return FailUnexpected(ref state, out result);
            }
        }

        var last = pairs[^1].LastTokenIndex;
        result = new KeywordListSyntax(_tree, first, last, pairs.DrainToImmutable());
        return true;
    }

    /// <summary>key: <c>a:</c> or <c>"a b":</c>, of which only the latter is a node.</summary>
    private bool ParseKey(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out StringLiteralSyntax? quotedKey)
    {
        quotedKey = null;
        if (!Accept(ref state, SyntaxKind.KeywordIdentifier) && !String.TryParse(ref state, ref expecteds, out quotedKey))
        {
            return false;
        }

        Accept(ref state, SyntaxKind.EndOfLine);
        return true;
    }
}
