using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <content>Bodies, clauses and collections.</content>
internal sealed partial class QuotedFormWriter
{
    private void ExpandContainer(SyntaxNode node)
    {
        switch (node)
        {
            case ListSyntax list:
                Emit("[");
                EmitAll(list.Elements);
                Emit("]");
                break;
            case KeywordListSyntax keywords:
                Emit("[");
                EmitAll(keywords.Pairs);
                Emit("]");
                break;
            case KeywordPairSyntax pair:
                EmitPair(pair);
                break;
            case TupleSyntax { Elements: [var first, var second] }:
                Emit("{\"t\":[");
                Emit(first);
                Emit(",");
                Emit(second);
                Emit("]}");
                break;
            case TupleSyntax tuple:
                EmitCall("{}", tuple.Elements.AsSpan());
                break;
            case BitstringSyntax bits:
                EmitCall("<<>>", bits.Elements.AsSpan());
                break;
            case MapSyntax map:
                ExpandMap(map);
                break;
            case FnSyntax fn:
                EmitCall("fn", fn.Clauses.Expressions.AsSpan());
                break;
            case StabClauseSyntax clause:
                ExpandClause(clause);
                break;
            case ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var only] } } when IsNegation(only):
                EmitBlock([only]);
                break;
            case ParenthesizedSyntax parentheses:
                Emit(parentheses.Body);
                break;
            default:
                throw new InvalidOperationException($"No quoted form for {node.GetType().Name}.");
        }
    }

    private void EmitPair(KeywordPairSyntax pair)
    {
        Emit("{\"t\":[");
        if (pair.QuotedKey is { } key)
        {
            Emit(key);
        }
        else
        {
            EmitAtom(pair.KeyName ?? "");
        }

        Emit(",");
        Emit(pair.Value);
        Emit("]}");
    }

    private void ExpandMap(MapSyntax map)
    {
        if (map.StructName is { } name)
        {
            Emit("{\"t\":[{\"a\":\"%\"},[],[");
            Emit(name);
            Emit(",");
        }

        Emit("{\"t\":[{\"a\":\"%{}\"},[],[");
        if (map.Updated is { } updated)
        {
            Emit("{\"t\":[{\"a\":\"|\"},[],[");
            Emit(updated);
            Emit(",[");
        }

        for (var i = 0; i < map.Elements.Length; i++)
        {
            Emit(i == 0 ? "" : ",");
            EmitMapElement(map.Elements[i]);
        }

        Emit(map.Updated is null ? "]]}" : "]]]}]]}");
        Emit(map.StructName is null ? "" : "]]}");
    }

    private void EmitMapElement(ExpressionSyntax element)
    {
        if (element is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } pair)
        {
            Emit("{\"t\":[");
            Emit(pair.Left);
            Emit(",");
            Emit(pair.Right);
            Emit("]}");
        }
        else
        {
            Emit(element);
        }
    }

    private void ExpandBody(BodySyntax body)
    {
        if (body.HasClauses)
        {
            Emit("[");
            EmitAll(body.Expressions);
            Emit("]");
        }
        else
        {
            EmitBody(body.Expressions);
        }
    }

    /// <summary>One expression is itself, any other number a block.</summary>
    private void EmitBody(ImmutableArray<ExpressionSyntax> expressions)
    {
        var isWrapped = expressions is [var only]
            && (IsUnquoteSplicing(only) || (dialect < ElixirDialect.Elixir115 && IsNegation(only)));
        if (expressions.Length == 1 && !isWrapped)
        {
            Emit(expressions[0]);
        }
        else
        {
            EmitBlock(expressions.AsSpan());
        }
    }

    private void EmitBlock(ReadOnlySpan<ExpressionSyntax> expressions) => EmitCall("__block__", expressions);

    private void ExpandClause(StabClauseSyntax clause)
    {
        Emit("{\"t\":[{\"a\":\"->\"},[],[[");
        EmitPatterns(clause);
        Emit("],");

        // 'a -> ; b' has nothing before the semicolon, which is nil.
        var token = clause.Arrow.Index + 1;
        token += clause.Tree.GetToken(token).RawKind == (int)SyntaxKind.EndOfLine ? 1 : 0;
        var startsEmpty = clause.Tree.GetToken(token).RawKind == (int)SyntaxKind.Semicolon;
        var expressions = clause.Body.Expressions;
        if (expressions.IsEmpty)
        {
            Emit("{\"a\":\"nil\"}");
        }
        else if (startsEmpty)
        {
            Emit("{\"t\":[{\"a\":\"__block__\"},[],[{\"a\":\"nil\"},");
            EmitAll(expressions);
            Emit("]]}");
        }
        else
        {
            EmitBody(expressions);
        }

        Emit("]]}");
    }

    private void EmitPatterns(StabClauseSyntax clause)
    {
        var patterns = clause.Patterns;
        var guard = clause.Guard;
        if (guard is null
            && !clause.HasParentheses
            && !patterns.IsEmpty
            && StripParentheses(patterns[^1])
                is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.WhenOperator } last)
        {
            // '(a when b) -> c' is read like 'a when b -> c'.
            patterns = patterns.SetItem(patterns.Length - 1, last.Left);
            guard = last.Right;
        }

        if (guard is not null)
        {
            Emit("{\"t\":[{\"a\":\"when\"},[],[");
        }

        if (guard is null && patterns is [ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var splice] } }]
            && IsUnquoteSplicing(splice))
        {
            Emit(splice);
        }
        else
        {
            EmitAll(patterns);
        }

        if (guard is not null)
        {
            Emit(patterns.IsEmpty ? "" : ",");
            Emit(guard);
            Emit("]]}");
        }
    }

    private static bool IsUnquoteSplicing(ExpressionSyntax node) =>
        node is CallSyntax { LocalName: "unquote_splicing" } call
        && call.Arguments.Length + (call.DoBlock is null ? 0 : 1) == 1;
}
