using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// struct_expr: what names a struct. By hand, since it is an operand with its prefixes, of which no operator and no argument
/// without parentheses may be part.
/// </summary>
internal sealed class StructNameParser(ElixirGrammar grammar) : HandWritten<ExpressionSyntax>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out ExpressionSyntax result)
    {
        result = null!;
        var session = reader.Session;
        var around = session.Operators.Enter(CallForms.Plain);
        grammar.Prefix.TryRead(ref reader, out _);
        if (reader.Kind == SyntaxKind.OpenBrace && !IsDotBehindBraces(session, reader.Index))
        {
            return reader.Fail("Unexpected '{': a map is written %{..} without a space, a struct %Name{..}.");
        }

        if (!grammar.Operand.TryRead(ref reader, out var operand) || !session.Operators.TryReduceAll(ref reader, ref operand))
        {
            return false;
        }

        session.Operators.Leave(around);
        result = operand.Node;
        return NodeFacts.NamesStruct(result, session.Dialect)
            || reader.Fail(result.FirstTokenIndex, null, "This cannot name a struct.");
    }

    /// <summary>
    /// Whether a tuple is only the first part of a name, as in <c>% {a}.B{}</c>. What is longer than anybody would write is not
    /// looked through, so that a text of unclosed braces is read in time proportional to its length.
    /// </summary>
    private static bool IsDotBehindBraces(ParseSession session, int open)
    {
        const int Limit = 64;
        var depth = 0;
        for (var index = open; index < open + Limit && session.KindAt(index) != SyntaxKind.EndOfFile; index++)
        {
            depth += session.KindAt(index) switch { SyntaxKind.OpenBrace => 1, SyntaxKind.CloseBrace => -1, _ => 0 };
            if (depth == 0)
            {
                return session.KindAt(index + 1) == SyntaxKind.Dot;
            }
        }

        return false;
    }
}

/// <summary>
/// The first of a map's elements, with the bar of an update before it: <c>k => v</c>, <c>m | k => v</c>, <c>m | k: v</c>. By
/// hand, since the bar is an operator like any other until an arrow or a key follows.
/// </summary>
internal sealed class MapStartParser(ElixirGrammar grammar) : HandWritten<MapStart>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out MapStart result)
    {
        result = default;
        var operators = reader.Session.Operators;
        var around = operators.Enter(CallForms.DoBlocks);
        if (!grammar.Expr.TryReadOperators(ref reader, null, isMapKey: true, out var key))
        {
            return false;
        }

        if (key.Node is null)
        {
            var map = operators.TakeFirst();
            operators.Leave(around);
            return TryReadKeywords(ref reader, map, out result);
        }

        // In '%{a | b | c => d}' the first bar is the update's; 'b | c' is the key.
        var isUpdate = operators.StartsWith(SyntaxKind.PipeOperator);
        if (!operators.TryReduceAll(ref reader, ref key, except: isUpdate ? 1 : 0))
        {
            return false;
        }

        var updated = isUpdate ? operators.TakeFirst() : null;
        operators.Leave(around);
        if (!grammar.AssocExpr.TryReadBehindKey(ref reader, key, out var element))
        {
            return false;
        }

        result = new MapStart(updated, element);
        return true;
    }

    private bool TryReadKeywords(ref TokenReader reader, ExpressionSyntax updated, out MapStart result)
    {
        result = default;
        if (!reader.TryRead(grammar.Keywords, out var keywords))
        {
            return false;
        }

        result = new MapStart(updated, keywords);
        return true;
    }
}

/// <summary>
/// assoc_expr: <c>k => v</c>, or a call that makes pairs. By hand, since Elixir allows more the newer it is, and that depends on
/// what the key turned out to be.
/// </summary>
internal sealed class AssocParser(ElixirGrammar grammar) : HandWritten<ExpressionSyntax>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out ExpressionSyntax result)
    {
        result = null!;
        return grammar.Expr.TryRead(ref reader, out var key) && TryReadBehindKey(ref reader, key, out result);
    }

    /// <summary>Reads the arrow and the value behind a key that was read already.</summary>
    public bool TryReadBehindKey(ref TokenReader reader, in Operand key, out ExpressionSyntax result)
    {
        result = key.Node;
        var arrow = reader.Index;
        if (reader.Kind != SyntaxKind.AssocOperator
            || (key.Class == ExpressionClass.NoParens && !NodeFacts.EndsBehindPrefix(key.Node)))
        {
            return StandsAlone(key, reader.Session.Dialect)
                || reader.Fail($"Expected '=>' behind a key of the map, found {reader.Session.Text.Describe(arrow)}.");
        }

        reader.Advance();
        reader.Accept(SyntaxKind.EndOfLine);
        if (!grammar.Expr.TryRead(ref reader, out var value))
        {
            return false;
        }

        result = new BinaryOperatorSyntax(reader.Session.Tree, key.Node, arrow, value.Node);
        return value.Class != ExpressionClass.NoParens
            || NodeFacts.EndsBehindPrefix(value.Node)
            || reader.FailNestedNoParens(value.Node);
    }

    /// <summary>Whether an element may stand without an arrow: <c>%{unquote_splicing(a)}</c>.</summary>
    private static bool StandsAlone(in Operand operand, ElixirDialect dialect)
    {
        if (operand.Class != ExpressionClass.Matched)
        {
            return false;
        }

        return dialect < ElixirDialect.Elixir117
            ? operand.Node is IdentifierSyntax or MemberAccessSyntax or CallSyntax
            : operand.Node is not (BinaryOperatorSyntax or CallSyntax { HasParentheses: false })
                && NodeFacts.NamesStruct(operand.Node, dialect)
                && !NodeFacts.EndsWithOperator(operand.Node);
    }
}
