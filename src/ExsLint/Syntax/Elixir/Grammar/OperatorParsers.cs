using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// binary: an operator, behind which a line end may stand. By hand, since what binds tighter before it is put together first.
/// </summary>
internal sealed class BinaryOperatorParser : HandWritten<SyntaxKind>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out SyntaxKind result)
    {
        result = reader.Kind;
        if (OperatorPrecedence.Binary(result) == 0)
        {
            return reader.FailUnexpected();
        }

        reader.Advance();
        reader.Accept(SyntaxKind.EndOfLine);
        return true;
    }

    /// <summary>Reads the operator behind an operand, and leaves both on the stack.</summary>
    public bool TryReadBehind(ref TokenReader reader, Operand left)
    {
        var operators = reader.Session.Operators;
        var index = reader.Index;
        var kind = reader.Kind;
        var precedence = OperatorPrecedence.Binary(kind);
        if (!operators.TryReduceBefore(ref reader, precedence, OperatorPrecedence.IsRightAssociative(kind), ref left)
            || !TryRead(ref reader, out _))
        {
            return false;
        }

        operators.Push(left);
        operators.Push(new PendingOperator(index, kind, precedence, IsPrefix: false));
        return true;
    }
}

/// <summary>
/// prefixed_operand: an operand, and the operators before it, which are left on the stack. By hand, since that makes it as fast
/// as it must be: nearly everything passes through here, and few operands have a prefix.
/// </summary>
internal sealed class PrefixedOperandParser(ElixirGrammar grammar) : HandWritten<Operand>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out Operand result)
    {
        if (OperatorPrecedence.Prefix(reader.Kind) != 0)
        {
            grammar.Prefix.TryRead(ref reader, out _);
        }

        return grammar.Operand.TryRead(ref reader, out result);
    }
}

/// <summary>
/// { prefix }: pushes the operators before an operand. By hand, since what follows <c>...</c> and <c>&amp;</c> tells whether they
/// are operators at all.
/// </summary>
internal sealed class PrefixesParser : HandWritten<int>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out int result)
    {
        result = 0;
        while (true)
        {
            var kind = reader.Kind;
            var precedence = OperatorPrecedence.Prefix(kind);
            if (precedence == 0 || !IsPrefix(reader.Session, kind, reader.Index))
            {
                return true;
            }

            reader.Session.Operators.Push(new PendingOperator(reader.Index, kind, precedence, IsPrefix: true));
            reader.Advance();
            result++;
            if (kind != SyntaxKind.EllipsisOperator)
            {
                reader.Accept(SyntaxKind.EndOfLine);
            }
        }
    }

    private static bool IsPrefix(ParseSession session, SyntaxKind kind, int index) => kind switch
    {
        SyntaxKind.EllipsisOperator => StartsOperand(session, index + 1),
        SyntaxKind.CaptureOperator => !StartsCaptureArgument(session, index),
        _ => true,
    };

    /// <summary>Whether <c>...</c> has an operand: anything but a key may start one, signs included.</summary>
    private static bool StartsOperand(ParseSession session, int index) =>
        session.KindAt(index) is SyntaxKind.DualOperator or SyntaxKind.TernaryOperator
        || (TokenKinds.StartsArgument(session.KindAt(index)) && !session.IsKeyAt(index));

    /// <summary>Before 1.15 space and even a line end may stand in the middle of <c>&amp;1</c>.</summary>
    private static bool StartsCaptureArgument(ParseSession session, int index) =>
        session.Dialect < ElixirDialect.Elixir115
        && session.KindAt(session.KindAt(index + 1) == SyntaxKind.EndOfLine ? index + 2 : index + 1) == SyntaxKind.Integer;
}
