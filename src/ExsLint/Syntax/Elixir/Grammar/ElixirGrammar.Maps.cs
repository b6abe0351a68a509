using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>Maps and structs.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>map: <c>%{a => 1, b: 2}</c>, <c>%Foo{a: 1}</c>, <c>%{m | a: 1}</c>.</summary>
    private Parser<TokenData, MapSyntax> Map => field ??= Define<MapSyntax>(ParseMap);

    private bool ParseMap(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out MapSyntax result)
    {
        result = null;
        if (++_depth > _maxDepth)
        {
            return FailTooDeep(ref state, out result);
        }

        var first = Index(ref state);
        state.Advance();
        ExpressionSyntax? structName = null;
        if (KindAt(first) == SyntaxKind.Percent && !ParseStructExpr(ref state, ref expecteds, out structName))
        {
            return false;
        }

        Accept(ref state, SyntaxKind.EndOfLine);
        var open = Index(ref state);
        if (KindAt(open) != SyntaxKind.OpenBrace || (structName is null && KindAt(first) == SyntaxKind.Percent))
        {
            return FailUnexpected(ref state, out result);
        }

        var elements = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        if (!ParseMapArgs(ref state, ref expecteds, elements, out var updated))
        {
            return false;
        }

        _depth--;
        result = new MapSyntax(_tree, first, Index(ref state) - 1, structName, updated, elements.DrainToImmutable());
        return true;
    }

    /// <summary>struct_expr: what names a struct; no operators but prefixes, no arguments without parentheses.</summary>
    private bool ParseStructExpr(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out ExpressionSyntax? result)
    {
        result = null;
        var floor = _operators.Count;
        ParsePrefixes(ref state);
        if (Kind(ref state) == SyntaxKind.OpenBrace && !IsDotBehindBraces(Index(ref state)))
        {
            return Fail(ref state, "Unexpected '{': a map is written %{..} without a space, a struct %Name{..}.", out result);
        }

        if (!ParseOperand(ref state, ref expecteds, allowsDo: false, allowsNoParens: false)
            || !ParsePostfixes(ref state, ref expecteds, allowsDo: false, allowsNoParens: false, floor)
            || !ReduceTo(ref state, floor, out var operand))
        {
            return false;
        }

        result = operand.Node;
        return NamesStruct(result) || Fail(ref state, operand.Node.FirstTokenIndex, null, "This cannot name a struct.", out result);
    }

    /// <summary>
    /// Whether a tuple is only the first part of a name, as in <c>% {a}.B{}</c>. What is longer than anybody would write is not looked
    /// through, so that a text of unclosed braces is read in time proportional to its length.
    /// </summary>
    private bool IsDotBehindBraces(int open)
    {
        const int Limit = 64;
        var depth = 0;
        for (var index = open; index < open + Limit && KindAt(index) != SyntaxKind.EndOfFile; index++)
        {
            depth += KindAt(index) switch { SyntaxKind.OpenBrace => 1, SyntaxKind.CloseBrace => -1, _ => 0 };
            if (depth == 0)
            {
                return KindAt(index + 1) == SyntaxKind.Dot;
            }
        }

        return false;
    }

    /// <summary>Any operand names a struct (before 1.17: names, aliases, atoms and calls only), behind any prefix but <c>&amp;</c>.</summary>
    private bool NamesStruct(ExpressionSyntax node)
    {
        while (node is UnaryOperatorSyntax unary && KindAt(unary.FirstTokenIndex) != SyntaxKind.CaptureOperator)
        {
            node = unary.Operand;
        }

        return _dialect < ElixirDialect.Elixir117
            ? node is IdentifierSyntax or MemberAccessSyntax or CallSyntax or AliasSyntax or QualifiedAliasSyntax or MultiAliasSyntax
                || (node is not ParenthesizedSyntax && IsAtom(node)
                    && node is not LiteralSyntax { Kind: SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil })
            : node is not UnaryOperatorSyntax;
    }

    private bool ParseMapArgs(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ImmutableArray<ExpressionSyntax>.Builder elements,
        out ExpressionSyntax? updated)
    {
        updated = null;
        var open = Index(ref state);
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        if (Accept(ref state, SyntaxKind.CloseBrace))
        {
            return true;
        }

        do
        {
            if (elements.Count > 0 && Kind(ref state) == SyntaxKind.CloseBrace)
            {
                break;
            }

            if (IsKeyAt(Index(ref state)))
            {
                if (!ParseKeywordElements(ref state, ref expecteds, open, pairsApart: true, elements))
                {
                    return false;
                }

                break;
            }

            if (!ParseAssocExpr(ref state, ref expecteds, elements, ref updated))
            {
                return false;
            }
        }
        while (elements[^1] is not KeywordPairSyntax && Accept(ref state, SyntaxKind.Comma));

        return Close(ref state, SyntaxKind.CloseBrace);
    }

    /// <summary>assoc_expr, and assoc_update before the first: <c>k => v</c>, <c>m | k => v</c>, <c>m | k: v</c>.</summary>
    private bool ParseAssocExpr(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ImmutableArray<ExpressionSyntax>.Builder elements,
        ref ExpressionSyntax? updated)
    {
        var floor = _operators.Count;
        var operandFloor = _operands.Count;
        if (!ParseOperators(ref state, ref expecteds, allowsDo: true, inMap: elements.Count == 0))
        {
            return false;
        }

        // In '%{a | b | c => d}' the first bar is the update's; 'b | c' is the key.
        var isUpdate = elements.Count == 0
            && _operators.Count > floor
            && _operators[floor] is { Kind: SyntaxKind.PipeOperator, IsPrefix: false };
        if (isUpdate && _operands.Count == operandFloor + 1)
        {
            updated = Pop().Node;
            _operators.RemoveAt(floor);
            return ParseKeywordElements(ref state, ref expecteds, 0, pairsApart: true, elements);
        }

        if (!ReduceTo(ref state, isUpdate ? floor + 1 : floor, out var key))
        {
            return false;
        }

        if (isUpdate)
        {
            updated = Pop().Node;
            _operators.RemoveAt(floor);
        }

        return ParseAssocValue(ref state, ref expecteds, elements, key);
    }

    private bool ParseAssocValue(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ImmutableArray<ExpressionSyntax>.Builder elements,
        Operand key)
    {
        var arrow = Index(ref state);
        if (KindAt(arrow) != SyntaxKind.AssocOperator || (key.Class == ExpressionClass.NoParens && !EndsBehindPrefix(key.Node)))
        {
            if (!IsMapBase(key))
            {
                return Fail<Operand>(
                    ref state, arrow, null, $"Expected '=>' behind a key of the map, found {Describe(arrow)}.", out _);
            }

            elements.Add(key.Node);
            return true;
        }

        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        if (!Expr.TryParse(ref state, ref expecteds, out var value))
        {
            return false;
        }

        if (value.Class == ExpressionClass.NoParens && !EndsBehindPrefix(value.Node))
        {
            return FailNestedNoParens<Operand>(ref state, value.Node, out _);
        }

        elements.Add(new BinaryOperatorSyntax(_tree, key.Node, arrow, value.Node));
        return true;
    }

    /// <summary>Whether an element may stand without an arrow: <c>%{unquote_splicing(a)}</c>.</summary>
    private bool IsMapBase(Operand operand)
    {
        if (operand.Class != ExpressionClass.Matched)
        {
            return false;
        }

        return _dialect < ElixirDialect.Elixir117
            ? operand.Node is IdentifierSyntax or MemberAccessSyntax or CallSyntax
            : operand.Node is not (BinaryOperatorSyntax or CallSyntax { HasParentheses: false })
                && NamesStruct(operand.Node)
                && !EndsWithOperator(operand.Node);
    }

    private static bool EndsWithOperator(ExpressionSyntax node)
    {
        while (node is UnaryOperatorSyntax unary)
        {
            node = unary.Operand;
        }

        return node is BinaryOperatorSyntax or CallSyntax { HasParentheses: false };
    }

    /// <summary>Elixir lets <c>%{a => -f b, c}</c> pass, though not <c>%{a => f b, c}</c>: behind a prefix anything goes.</summary>
    private static bool EndsBehindPrefix(ExpressionSyntax node)
    {
        while (node is BinaryOperatorSyntax binary)
        {
            node = binary.Right;
        }

        return node is UnaryOperatorSyntax;
    }
}
