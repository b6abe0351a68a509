using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar.Reading;

/// <summary>How an <see cref="OperatorStack"/> stood.</summary>
internal readonly record struct OperatorStackMark(int Operands, int Operators, int Floor, CallForms CallForms);

/// <summary>
/// Operands and operators that are not put together yet. All expressions that are being read share it; each uses what lies above
/// its floor. So a chain of 100,000 operators neither recurses nor takes more than linear time.
/// </summary>
internal sealed class OperatorStack(SyntaxTree tree)
{
    private readonly List<Operand> _operands = [];
    private readonly List<PendingOperator> _operators = [];
    private int _floor;

    /// <summary>What calls may have in the innermost expression.</summary>
    public CallForms CallForms { get; private set; }

    /// <summary>How many operators of the innermost expression wait.</summary>
    public int WaitingCount => _operators.Count - _floor;

    /// <summary>How many operands wait, of all expressions.</summary>
    public int OperandCount => _operands.Count;

    /// <summary>Starts an expression; gives what <see cref="Leave"/> needs.</summary>
    public OperatorStackMark Enter(CallForms callForms)
    {
        var mark = Mark();
        _floor = _operators.Count;
        CallForms = callForms;
        return mark;
    }

    /// <summary>Ends an expression.</summary>
    public void Leave(in OperatorStackMark mark)
    {
        _floor = mark.Floor;
        CallForms = mark.CallForms;
    }

    /// <summary>How the stack stands.</summary>
    public OperatorStackMark Mark() => new(_operands.Count, _operators.Count, _floor, CallForms);

    /// <summary>Forgets what was pushed since then.</summary>
    public void ResetTo(in OperatorStackMark mark)
    {
        _operands.RemoveRange(mark.Operands, _operands.Count - mark.Operands);
        _operators.RemoveRange(mark.Operators, _operators.Count - mark.Operators);
        Leave(mark);
    }

    /// <summary>Pushes an operand.</summary>
    public void Push(in Operand operand) => _operands.Add(operand);

    /// <summary>Pushes an operator.</summary>
    public void Push(in PendingOperator pending) => _operators.Add(pending);

    /// <summary>Takes the last operand.</summary>
    public Operand Pop()
    {
        var operand = _operands[^1];
        _operands.RemoveAt(_operands.Count - 1);
        return operand;
    }

    /// <summary>Whether the first operator of the innermost expression is this binary one.</summary>
    public bool StartsWith(SyntaxKind kind) =>
        _operators.Count > _floor && _operators[_floor] is { IsPrefix: false, Kind: var first } && first == kind;

    /// <summary>Takes the first operator of the innermost expression, whose right side was read, and its left operand.</summary>
    public ExpressionSyntax TakeFirst()
    {
        _operators.RemoveAt(_floor);
        return Pop().Node;
    }

    /// <summary>Applies a waiting <c>@</c> to the operand behind it: <c>@a.b</c> is <c>(@a).b</c>.</summary>
    public bool ApplyAt(ref Operand operand)
    {
        if (_operators.Count == _floor || _operators[^1].Kind != SyntaxKind.AtOperator)
        {
            return false;
        }

        operand = Prefixed(_operators[^1], operand);
        _operators.RemoveAt(_operators.Count - 1);
        return true;
    }

    /// <summary>Puts together what binds tighter than an operator that follows.</summary>
    public bool TryReduceBefore(ref TokenReader reader, int precedence, bool isRightAssociative)
    {
        while (_operators.Count > _floor)
        {
            var top = _operators[^1];

            // '-f do 1 end |> g' is '-(f do 1 end |> g)': behind a do-block, a prefix takes all that follows.
            var swallows = top.IsPrefix && _operands[^1].Class == ExpressionClass.Unmatched;
            if (swallows || top.Precedence < precedence || (top.Precedence == precedence && isRightAssociative))
            {
                break;
            }

            if (!TryReduce(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts together the innermost expression but for its first operators, and takes it.</summary>
    public bool TryReduceAll(ref TokenReader reader, out Operand result, int except = 0)
    {
        while (_operators.Count > _floor + except)
        {
            if (!TryReduce(ref reader))
            {
                result = default;
                return false;
            }
        }

        result = Pop();
        return true;
    }

    private bool TryReduce(ref TokenReader reader)
    {
        var pending = _operators[^1];
        _operators.RemoveAt(_operators.Count - 1);
        var right = Pop();
        if (pending.IsPrefix)
        {
            Push(Prefixed(pending, right));
            return true;
        }

        var left = Pop();
        if (pending.Kind == SyntaxKind.TernaryOperator && !IsRange(left.Node))
        {
            return reader.Fail(
                pending.Token,
                null,
                "The step operator '//' must directly follow a range, as in 1..9//2; a default is written with \\\\.");
        }

        var isUnmatched = left.Class == ExpressionClass.Unmatched || right.Class == ExpressionClass.Unmatched;
        Push(new Operand(
            new BinaryOperatorSyntax(tree, left.Node, pending.Token, right.Node),
            isUnmatched ? ExpressionClass.Unmatched : right.Class,
            IsAccess: false));
        return true;
    }

    private Operand Prefixed(in PendingOperator prefix, in Operand operand) =>
        operand with { Node = new UnaryOperatorSyntax(tree, prefix.Token, operand.Node), IsAccess = false };

    private static bool IsRange(ExpressionSyntax node)
    {
        while (node is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var inner] } })
        {
            node = inner;
        }

        return node is BinaryOperatorSyntax { OperatorToken: var token } && (SyntaxKind)token.RawKind == SyntaxKind.RangeOperator;
    }
}
