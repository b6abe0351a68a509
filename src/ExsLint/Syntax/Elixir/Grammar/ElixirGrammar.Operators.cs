using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>
/// Operators, by precedence, on explicit stacks: a chain of 100,000 of them neither recurses nor takes more than linear time.
/// The stacks are shared by all expressions being read; each uses what lies above its floor.
/// </content>
internal sealed partial class ElixirGrammar
{
    private readonly List<Operand> _operands = [];
    private readonly List<PendingOperator> _operators = [];

    /// <summary>An operand that the caller has read already: the parentheses at the start of what might be a clause.</summary>
    private Operand? _preset;

    /// <summary>expr: any expression.</summary>
    private Parser<TokenData, Operand> Expr => field ??= Define<Operand>(
        (ref state, ref expecteds, out result) => ParseExpression(ref state, ref expecteds, allowsDo: true, out result));

    /// <summary>matched_expr | no_parens_expr: an expression whose do-block would belong to the call around it.</summary>
    private Parser<TokenData, Operand> MatchedExpr => field ??= Define<Operand>(
        (ref state, ref expecteds, out result) => ParseExpression(ref state, ref expecteds, allowsDo: false, out result));

    private bool ParseExpression(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        bool allowsDo,
        out Operand result)
    {
        var floor = _operators.Count;
        if (!ParseOperators(ref state, ref expecteds, allowsDo, inMap: false))
        {
            result = default;
            return false;
        }

        return ReduceTo(ref state, floor, out result);
    }

    /// <summary>Reads operands and operators up to what is neither; leaves on the stacks what is not reduced yet.</summary>
    private bool ParseOperators(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        bool allowsDo,
        bool inMap)
    {
        if (++_depth > _maxDepth)
        {
            return FailTooDeep<Operand>(ref state, out _);
        }

        var floor = _operators.Count;
        while (true)
        {
            if (!ParsePrefixedOperand(ref state, ref expecteds, allowsDo, floor))
            {
                return false;
            }

            var kind = Kind(ref state);
            if (OperatorPrecedence.Binary(kind) == 0 || _operands[^1].Class == ExpressionClass.NoParens)
            {
                break;
            }

            if (!PushOperator(ref state, floor, kind))
            {
                return false;
            }

            // '%{m | b: 1}': the map itself reads the keywords.
            var isUpdate = inMap && kind == SyntaxKind.PipeOperator && _operators.Count == floor + 1;
            if (IsKeyAt(Index(ref state)) && (isUpdate || kind == SyntaxKind.WhenOperator))
            {
                if (!isUpdate && !PushKeywords(ref state, ref expecteds))
                {
                    return false;
                }

                break;
            }
        }

        _depth--;
        return true;
    }

    private bool PushOperator(ref ParseState<TokenData> state, int floor, SyntaxKind kind)
    {
        var precedence = OperatorPrecedence.Binary(kind);
        if (!ReduceBefore(ref state, floor, precedence, OperatorPrecedence.IsRightAssociative(kind)))
        {
            return false;
        }

        _operators.Add(new PendingOperator(Index(ref state), kind, precedence, IsPrefix: false));
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        return true;
    }

    /// <summary><c>a when b: 1</c>: the only operator that takes keywords.</summary>
    private bool PushKeywords(ref ParseState<TokenData> state, ref PooledList<Expected<TokenData>> expecteds)
    {
        if (!CallArgsNoParensKw.TryParse(ref state, ref expecteds, out var keywords))
        {
            return false;
        }

        _operands.Add(new Operand(keywords, ExpressionClass.NoParens, IsAccess: false));
        return true;
    }

    private bool ParsePrefixedOperand(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        bool allowsDo,
        int floor)
    {
        Work++;
        if (_preset is { } preset)
        {
            _preset = null;
            _operands.Add(preset);
            return ParsePostfixes(ref state, ref expecteds, allowsDo, allowsNoParens: true, floor);
        }

        ParsePrefixes(ref state);
        return ParseOperand(ref state, ref expecteds, allowsDo, allowsNoParens: true)
            && ParsePostfixes(ref state, ref expecteds, allowsDo, allowsNoParens: true, floor);
    }

    private void ParsePrefixes(ref ParseState<TokenData> state)
    {
        while (true)
        {
            var kind = Kind(ref state);
            var precedence = OperatorPrecedence.Prefix(kind);
            var index = Index(ref state);
            if (precedence == 0
                || (kind == SyntaxKind.EllipsisOperator && !StartsOperand(index + 1))
                || (kind == SyntaxKind.CaptureOperator && StartsCaptureArgument(index)))
            {
                return;
            }

            _operators.Add(new PendingOperator(index, kind, precedence, IsPrefix: true));
            state.Advance();
            if (kind != SyntaxKind.EllipsisOperator)
            {
                Accept(ref state, SyntaxKind.EndOfLine);
            }
        }
    }

    /// <summary>Whether <c>...</c> has an operand: anything but a key may start one, signs included.</summary>
    private bool StartsOperand(int index) =>
        KindAt(index) is SyntaxKind.DualOperator or SyntaxKind.TernaryOperator
        || (StartsArgument(index) && !IsKeyAt(index));

    /// <summary>Before 1.15 space and even a line end may stand in the middle of <c>&amp;1</c>.</summary>
    private bool StartsCaptureArgument(int index) =>
        _dialect < ElixirDialect.Elixir115
        && KindAt(KindAt(index + 1) == SyntaxKind.EndOfLine ? index + 2 : index + 1) == SyntaxKind.Integer;

    /// <summary>Reduces what binds tighter than an operator that follows.</summary>
    private bool ReduceBefore(ref ParseState<TokenData> state, int floor, int precedence, bool isRightAssociative)
    {
        while (_operators.Count > floor)
        {
            var top = _operators[^1];

            // '-f do 1 end |> g' is '-(f do 1 end |> g)': behind a do-block, a prefix takes all that follows.
            var swallows = top.IsPrefix && _operands[^1].Class == ExpressionClass.Unmatched;
            if (swallows || top.Precedence < precedence || (top.Precedence == precedence && isRightAssociative))
            {
                break;
            }

            if (!Reduce(ref state))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reduces all that lies above the floor to one expression and takes it off the stack.</summary>
    private bool ReduceTo(ref ParseState<TokenData> state, int floor, out Operand result)
    {
        while (_operators.Count > floor)
        {
            if (!Reduce(ref state))
            {
                result = default;
                return false;
            }
        }

        result = Pop();
        return true;
    }

    private Operand Pop()
    {
        var operand = _operands[^1];
        _operands.RemoveAt(_operands.Count - 1);
        return operand;
    }

    private bool Reduce(ref ParseState<TokenData> state)
    {
        var pending = _operators[^1];
        _operators.RemoveAt(_operators.Count - 1);
        var right = Pop();
        if (pending.IsPrefix)
        {
            _operands.Add(right with { Node = new UnaryOperatorSyntax(_tree, pending.Token, right.Node), IsAccess = false });
            return true;
        }

        var left = Pop();
        if (pending.Kind == SyntaxKind.TernaryOperator && !IsRange(left.Node))
        {
            return Fail<Operand>(
                ref state,
                pending.Token,
                null,
                "The step operator '//' must directly follow a range, as in 1..9//2; a default is written with \\\\.",
                out _);
        }

        var isUnmatched = left.Class == ExpressionClass.Unmatched || right.Class == ExpressionClass.Unmatched;
        _operands.Add(new Operand(
            new BinaryOperatorSyntax(_tree, left.Node, pending.Token, right.Node),
            isUnmatched ? ExpressionClass.Unmatched : right.Class,
            IsAccess: false));
        return true;
    }

    private bool IsRange(ExpressionSyntax node)
    {
        while (node is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var inner] } })
        {
            node = inner;
        }

        return node is BinaryOperatorSyntax { OperatorToken: var token } && KindAt(token.Index) == SyntaxKind.RangeOperator;
    }
}
