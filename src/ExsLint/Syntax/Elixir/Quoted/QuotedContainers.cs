using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>Bodies, clauses and collections as terms.</summary>
internal sealed class QuotedContainers(QuotedSteps steps, ElixirDialect dialect)
{
    /// <summary>Adds a collection, a function, a clause or parentheses.</summary>
    public void Add(SyntaxNode node)
    {
        switch (node)
        {
            case ListSyntax list:
                steps.Add("[");
                steps.AddAll(list.Elements);
                steps.Add("]");
                break;
            case KeywordListSyntax keywords:
                steps.Add("[");
                steps.AddAll(keywords.Pairs);
                steps.Add("]");
                break;
            case KeywordPairSyntax pair:
                AddPair(pair);
                break;
            case TupleSyntax { Elements: [var first, var second] }:
                steps.Add("{\"t\":[");
                steps.Add(first);
                steps.Add(",");
                steps.Add(second);
                steps.Add("]}");
                break;
            case TupleSyntax tuple:
                steps.AddCall("{}", tuple.Elements.AsSpan());
                break;
            case BitstringSyntax bits:
                steps.AddCall("<<>>", bits.Elements.AsSpan());
                break;
            case MapSyntax map:
                AddMap(map);
                break;
            case FnSyntax fn:
                steps.AddCall("fn", fn.Clauses.Expressions.AsSpan());
                break;
            case StabClauseSyntax clause:
                AddClause(clause);
                break;
            case ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var only] } } when QuotedShape.IsNegation(only):
                AddBlock([only]);
                break;
            case ParenthesizedSyntax parentheses:
                steps.Add(parentheses.Body);
                break;
            default:
                throw new InvalidOperationException($"No quoted form for {node.GetType().Name}.");
        }
    }

    private void AddPair(KeywordPairSyntax pair)
    {
        steps.Add("{\"t\":[");
        if (pair.QuotedKey is { } key)
        {
            steps.Add(key);
        }
        else
        {
            steps.AddAtom(pair.KeyName ?? "");
        }

        steps.Add(",");
        steps.Add(pair.Value);
        steps.Add("]}");
    }

    private void AddMap(MapSyntax map)
    {
        if (map.StructName is { } name)
        {
            steps.Add("{\"t\":[{\"a\":\"%\"},[],[");
            steps.Add(name);
            steps.Add(",");
        }

        steps.Add("{\"t\":[{\"a\":\"%{}\"},[],[");
        if (map.Updated is { } updated)
        {
            steps.Add("{\"t\":[{\"a\":\"|\"},[],[");
            steps.Add(updated);
            steps.Add(",[");
        }

        for (var i = 0; i < map.Elements.Length; i++)
        {
            steps.Add(i == 0 ? "" : ",");
            AddMapElement(map.Elements[i]);
        }

        steps.Add(map.Updated is null ? "]]}" : "]]]}]]}");
        steps.Add(map.StructName is null ? "" : "]]}");
    }

    private void AddMapElement(ExpressionSyntax element)
    {
        if (element is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } pair)
        {
            steps.Add("{\"t\":[");
            steps.Add(pair.Left);
            steps.Add(",");
            steps.Add(pair.Right);
            steps.Add("]}");
        }
        else
        {
            steps.Add(element);
        }
    }

    /// <summary>Adds a body: a block, or clauses.</summary>
    public void AddBody(BodySyntax body)
    {
        if (body.HasClauses)
        {
            steps.Add("[");
            steps.AddAll(body.Expressions);
            steps.Add("]");
        }
        else
        {
            AddBody(body.Expressions);
        }
    }

    /// <summary>One expression is itself, any other number a block.</summary>
    private void AddBody(ImmutableArray<ExpressionSyntax> expressions)
    {
        var isWrapped = expressions is [var only]
            && (QuotedShape.IsUnquoteSplicing(only) || (dialect < ElixirDialect.Elixir115 && QuotedShape.IsNegation(only)));
        if (expressions.Length == 1 && !isWrapped)
        {
            steps.Add(expressions[0]);
        }
        else
        {
            AddBlock(expressions.AsSpan());
        }
    }

    private void AddBlock(ReadOnlySpan<ExpressionSyntax> expressions) => steps.AddCall("__block__", expressions);

    private void AddClause(StabClauseSyntax clause)
    {
        steps.Add("{\"t\":[{\"a\":\"->\"},[],[[");
        AddPatterns(clause);
        steps.Add("],");

        // 'a -> ; b' has nothing before the semicolon, which is nil.
        var token = clause.Arrow.Index + 1;
        token += clause.Tree.GetToken(token).RawKind == (int)SyntaxKind.EndOfLine ? 1 : 0;
        var startsEmpty = clause.Tree.GetToken(token).RawKind == (int)SyntaxKind.Semicolon;
        var expressions = clause.Body.Expressions;
        if (expressions.IsEmpty)
        {
            steps.Add("{\"a\":\"nil\"}");
        }
        else if (startsEmpty)
        {
            steps.Add("{\"t\":[{\"a\":\"__block__\"},[],[{\"a\":\"nil\"},");
            steps.AddAll(expressions);
            steps.Add("]]}");
        }
        else
        {
            AddBody(expressions);
        }

        steps.Add("]]}");
    }

    private void AddPatterns(StabClauseSyntax clause)
    {
        var patterns = clause.Patterns;
        var guard = clause.Guard;
        if (guard is null
            && !clause.HasParentheses
            && !patterns.IsEmpty
            && QuotedShape.StripParentheses(patterns[^1])
                is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.WhenOperator } last)
        {
            // '(a when b) -> c' is read like 'a when b -> c'.
            patterns = patterns.SetItem(patterns.Length - 1, last.Left);
            guard = last.Right;
        }

        if (guard is not null)
        {
            steps.Add("{\"t\":[{\"a\":\"when\"},[],[");
        }

        if (guard is null && patterns is [ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var splice] } }]
            && QuotedShape.IsUnquoteSplicing(splice))
        {
            steps.Add(splice);
        }
        else
        {
            steps.AddAll(patterns);
        }

        if (guard is not null)
        {
            steps.Add(patterns.IsEmpty ? "" : ",");
            steps.Add(guard);
            steps.Add("]]}");
        }
    }
}
