using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content>Operators.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateUnary(UnaryOperatorSyntax unary, Scope scope)
    {
        switch ((SyntaxKind)unary.OperatorToken.RawKind)
        {
            case SyntaxKind.UnaryOperator when unary.OperatorToken.Text is "not" or "!":
                return Negate(Evaluate(unary.Operand, scope));
            case SyntaxKind.DualOperator:
                var operand = Evaluate(unary.Operand, scope);
                return operand is NeverValue ? operand : KnownFunctions.Sign(unary.OperatorToken.Text, operand);
            case SyntaxKind.CaptureOperator:
                return Opaque(unary, "a function", new OpaqueValue("a function"));
            case SyntaxKind.AtOperator:
                return new UnknownValue("a module attribute");
            default:
                return Opaque(unary, "an operator that is not evaluated");
        }
    }

    private static AbstractValue Negate(AbstractValue value) => value switch
    {
        NeverValue => value,
        { IsTruthy: { } truth } => AtomValue.Of(!truth),
        _ => new UnknownValue(ReasonOf(value), ValueShape.Boolean),
    };

    private AbstractValue EvaluateBinary(BinaryOperatorSyntax binary, Scope scope)
    {
        var text = binary.OperatorToken.Text;
        switch (text)
        {
            case "=":
                return EvaluateMatch(binary, scope);
            case "|>":
                return EvaluatePipe(binary, scope);
            case "&&" or "and":
                return EvaluateShortCircuit(binary, scope, continueOn: true);
            case "||" or "or":
                return EvaluateShortCircuit(binary, scope, continueOn: false);
            case "|" or "::" or "when" or "<-" or "\\\\" or "=>" or "//":
                return Opaque(binary, "an expression that is not evaluated");
        }

        var left = Evaluate(binary.Left, scope);
        if (left is NeverValue)
        {
            return left;
        }

        var right = Evaluate(binary.Right, scope);
        if (right is NeverValue)
        {
            return right;
        }

        return (SyntaxKind)binary.OperatorToken.RawKind == SyntaxKind.InOperator
            ? KnownFunctions.In(left, right, negated: text != "in")
            : KnownFunctions.Operator(text, left, right);
    }

    /// <summary>
    /// <c>a &amp;&amp; b</c> gives a if it is falsy, else b; <c>a || b</c> gives a if it is truthy, else b. The right side is
    /// evaluated only then, and may configure something.
    /// </summary>
    private AbstractValue EvaluateShortCircuit(BinaryOperatorSyntax binary, Scope scope, bool continueOn)
    {
        var left = Evaluate(binary.Left, scope);
        if (left is NeverValue || left.IsTruthy == !continueOn)
        {
            return left;
        }

        if (left.IsTruthy == continueOn)
        {
            return Evaluate(binary.Right, scope);
        }

        var stopped = Narrow(left, truthy: !continueOn);
        return EvaluateBranches(
            ReasonOf(left), [() => stopped, () => Evaluate(binary.Right, scope.Fork())]);
    }

    /// <summary>What a value can be if it is known to be truthy, or falsy.</summary>
    private static AbstractValue Narrow(AbstractValue value, bool truthy) => value switch
    {
        ChoiceValue choice => ChoiceValue.Of(
            [.. choice.Alternatives.Where(alternative => alternative.IsTruthy != !truthy).Select(alternative => Narrow(alternative, truthy))], choice.Reason),
        UnknownValue { Shape: ValueShape.BinaryOrNil } unknown => truthy ? unknown with { Shape = ValueShape.Binary } : AtomValue.Nil,
        UnknownValue { Shape: ValueShape.Boolean } => AtomValue.Of(truthy),
        _ => value,
    };

    private AbstractValue EvaluatePipe(BinaryOperatorSyntax pipe, Scope scope)
    {
        var piped = Evaluate(pipe.Left, scope);
        if (piped is NeverValue)
        {
            return piped;
        }

        return pipe.Right switch
        {
            CallSyntax { DoBlock: null } call => EvaluateFunction(call.Callee, call, [piped], call.Arguments, scope),
            MemberAccessSyntax member => EvaluateFunction(member, member, [piped], [], scope),
            IdentifierSyntax name => EvaluateFunction(name, name, [piped], [], scope),
            _ => Opaque(pipe.Right, "a pipe that is not evaluated"),
        };
    }

    private static string ReasonOf(AbstractValue value) => value switch
    {
        UnknownValue unknown => unknown.Reason,
        ChoiceValue choice => choice.Reason,
        _ => "a condition that is not known",
    };
}
