using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar.Reading;

/// <summary>An expression that is being read.</summary>
/// <param name="Floor">How many operators of expressions around it wait.</param>
/// <param name="CallForms">What its calls may have.</param>
internal readonly record struct ExpressionFrame(int Floor, CallForms CallForms);

/// <summary>How an <see cref="OperatorStack"/> stood.</summary>
internal readonly record struct OperatorStackMark(int Operands, int Operators, ExpressionFrame Frame);

/// <summary>
/// Operands and operators that are not put together yet. All expressions that are being read share it; each uses what lies above
/// its floor. So a chain of 100,000 operators neither recurses nor takes more than linear time.
/// </summary>
internal sealed class OperatorStack(SyntaxTree tree)
{
    private readonly List<Operand> _operands = [];
    private readonly List<PendingOperator> _operators = [];
    private ExpressionFrame _frame;

    /// <summary>What calls may have in the innermost expression.</summary>
    public CallForms CallForms => _frame.CallForms;

    /// <summary>How many operators of the innermost expression wait.</summary>
    public int WaitingCount => _operators.Count - _frame.Floor;

    /// <summary>Starts an expression; gives the one around it.</summary>
    public ExpressionFrame Enter(CallForms callForms)
    {
        var around = _frame;
        _frame = new ExpressionFrame(_operators.Count, callForms);
        return around;
    }

    /// <summary>Ends an expression.</summary>
    public void Leave(ExpressionFrame around) => _frame = around;

    /// <summary>The present state of the stack.</summary>
    public OperatorStackMark Mark() => new(_operands.Count, _operators.Count, _frame);

    /// <summary>Forgets what was pushed since then.</summary>
    public void ResetTo(in OperatorStackMark mark)
    {
        _operands.RemoveRange(mark.Operands, _operands.Count - mark.Operands);
        _operators.RemoveRange(mark.Operators, _operators.Count - mark.Operators);
        _frame = mark.Frame;
    }

    /// <summary>Pushes an operand that an operator follows.</summary>
    public void Push(in Operand operand) => _operands.Add(operand);

    /// <summary>Pushes an operator.</summary>
    public void Push(in PendingOperator pending) => _operators.Add(pending);

    /// <summary>Whether the first operator of the innermost expression is this binary one.</summary>
    public bool StartsWith(SyntaxKind kind) =>
        _operators.Count > _frame.Floor && _operators[_frame.Floor] is { IsPrefix: false, Kind: var first } && first == kind;

    /// <summary>Takes the first operator of the innermost expression, whose right side was read, and its left operand.</summary>
    public ExpressionSyntax TakeFirst()
    {
        _operators.RemoveAt(_frame.Floor);
        return Pop().Node;
    }

    /// <summary>Applies a waiting <c>@</c> to the operand behind it: <c>@a.b</c> is <c>(@a).b</c>.</summary>
    public bool ApplyAt(ref Operand operand)
    {
        if (_operators.Count == _frame.Floor || _operators[^1].Kind != SyntaxKind.AtOperator)
        {
            return false;
        }

        operand = Prefixed(_operators[^1], operand);
        _operators.RemoveAt(_operators.Count - 1);
        return true;
    }

    /// <summary>Puts together what binds tighter than an operator that follows the last operand.</summary>
    public bool TryReduceBefore(ref TokenReader reader, int precedence, bool isRightAssociative, ref Operand last)
    {
        while (_operators.Count > _frame.Floor)
        {
            var top = _operators[^1];

            // '-f do 1 end |> g' is '-(f do 1 end |> g)': behind a do-block, a prefix takes all that follows.
            var swallows = top.IsPrefix && last.Class == ExpressionClass.Unmatched;
            if (swallows || top.Precedence < precedence || (top.Precedence == precedence && isRightAssociative))
            {
                break;
            }

            if (!TryReduce(ref reader, ref last))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts together the innermost expression, but for some of its first operators.</summary>
    /// <param name="reader">Where reading stands.</param>
    /// <param name="last">The last operand, and then the whole.</param>
    /// <param name="except">How many operators are left out.</param>
    public bool TryReduceAll(ref TokenReader reader, ref Operand last, int except = 0)
    {
        while (_operators.Count > _frame.Floor + except)
        {
            if (!TryReduce(ref reader, ref last))
            {
                return false;
            }
        }

        return true;
    }

    private Operand Pop()
    {
        var operand = _operands[^1];
        _operands.RemoveAt(_operands.Count - 1);
        return operand;
    }

    private bool TryReduce(ref TokenReader reader, ref Operand right)
    {
        var pending = _operators[^1];
        _operators.RemoveAt(_operators.Count - 1);
        if (pending.IsPrefix)
        {
            right = Prefixed(pending, right);
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
        right = new Operand(
            new BinaryOperatorSyntax(tree, left.Node, pending.Token, right.Node),
            isUnmatched ? ExpressionClass.Unmatched : right.Class,
            IsAccess: false);
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
