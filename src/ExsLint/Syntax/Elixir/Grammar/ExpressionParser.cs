using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// expr and matched_expr. By hand, since precedence is no matter of productions: operators wait on a stack until one that binds
/// less tightly follows. So a long chain of them does not recurse.
/// </summary>
internal sealed class ExpressionParser(ElixirGrammar grammar, CallForms callForms) : HandWritten<Operand>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out Operand result) => TryReadBehind(ref reader, null, out result);

    /// <summary>Reads an expression whose first operand was read already.</summary>
    public bool TryReadBehind(ref TokenReader reader, Operand? first, out Operand result)
    {
        var operators = reader.Session.Operators;
        var around = operators.Enter(callForms);
        if (!TryReadOperators(ref reader, first, isMapKey: false, out result) || !operators.TryReduceAll(ref reader, ref result))
        {
            return false;
        }

        operators.Leave(around);
        return true;
    }

    /// <summary>Reads operands and operators up to what is neither; leaves on the stack what is not put together yet.</summary>
    /// <param name="reader">Where reading stands.</param>
    /// <param name="first">The first operand, if it was read already.</param>
    /// <param name="isMapKey">Whether keywords may follow a bar: the map itself reads those.</param>
    /// <param name="last">The last operand; none where keywords follow a bar.</param>
    public bool TryReadOperators(ref TokenReader reader, Operand? first, bool isMapKey, out Operand last)
    {
        last = default;
        if (!reader.TryDescend())
        {
            return false;
        }

        var session = reader.Session;
        while (true)
        {
            session.OperandCount++;
            var isRead = first is { } read
                ? grammar.Operand.TryReadPostfixes(ref reader, read, out last)
                : grammar.PrefixedOperand.TryRead(ref reader, out last);
            if (!isRead)
            {
                return false;
            }

            first = null;
            var kind = reader.Kind;
            if (last.Class == ExpressionClass.NoParens || OperatorPrecedence.Binary(kind) == 0)
            {
                break;
            }

            if (!grammar.Binary.TryReadBehind(ref reader, last))
            {
                return false;
            }

            var isUpdate = isMapKey && kind == SyntaxKind.PipeOperator && session.Operators.WaitingCount == 1;
            if ((isUpdate || kind == SyntaxKind.WhenOperator) && reader.IsAtKey)
            {
                last = default;
                if (!isUpdate && !TryReadKeywords(ref reader, out last))
                {
                    return false;
                }

                break;
            }
        }

        session.Depth--;
        return true;
    }

    /// <summary><c>a when b: 1</c>: the only operator that takes keywords.</summary>
    private bool TryReadKeywords(ref TokenReader reader, out Operand result)
    {
        result = default;
        if (!reader.TryRead(grammar.CallArgsNoParensKw, out var keywords))
        {
            return false;
        }

        result = new Operand(keywords, ExpressionClass.NoParens, IsAccess: false);
        return true;
    }
}
