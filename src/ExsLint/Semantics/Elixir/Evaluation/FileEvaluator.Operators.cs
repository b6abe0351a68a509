using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content>Operators.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateUnary(UnaryOperatorSyntax unary, Scope scope)
    {
        switch ((SyntaxKind)unary.OperatorToken.RawKind)
        {
            case SyntaxKind.UnaryOperator when unary.OperatorToken.TextSpanOf is "!" && !scope.HidesKernel:
                return Negate(Evaluate(unary.Operand, scope), booleanOnly: false);
            case SyntaxKind.UnaryOperator when unary.OperatorToken.TextSpanOf is "not" && !scope.HidesKernel:
                return Negate(Evaluate(unary.Operand, scope), booleanOnly: true);
            case SyntaxKind.DualOperator when !scope.HidesKernel:
                var operand = Evaluate(unary.Operand, scope);
                return operand is NeverValue ? operand : KnownFunctions.Sign(unary.OperatorToken.Text, operand);
            case SyntaxKind.CaptureOperator:
                return Opaque(unary, scope, "a function", new OpaqueValue("a function"));
            case SyntaxKind.AtOperator:
                return Opaque(unary, scope, "a module attribute");
            default:
                return Opaque(unary, scope, "an operator that is not evaluated");
        }
    }

    /// <summary><c>!a</c>; and <c>not a</c>, which raises for what is neither true nor false.</summary>
    private static AbstractValue Negate(AbstractValue value, bool booleanOnly) => value switch
    {
        NeverValue => value,
        _ when booleanOnly && IsNoBoolean(value) => new NeverValue(),
        { IsTruthy: { } truth } => AtomValue.Of(!truth),
        _ => new UnknownValue(ReasonOf(value), ValueShape.Boolean),
    };

    private static bool IsNoBoolean(AbstractValue value) => value switch
    {
        AtomValue { Name: "true" or "false" } => false,
        UnknownValue { Shape: ValueShape.Any or ValueShape.Boolean or ValueShape.Atom } => false,
        ChoiceValue choice => choice.Alternatives.All(IsNoBoolean),
        _ => true,
    };

    private AbstractValue EvaluateBinary(BinaryOperatorSyntax binary, Scope scope)
    {
        var text = binary.OperatorToken.Text;
        switch (text)
        {
            case "=":
                return EvaluateMatch(binary, scope);
            case "|" or "::" or "when" or "<-" or "\\\\" or "=>" or "//":
                return Opaque(binary, scope, "an expression that is not evaluated");
            case var _ when scope.HidesKernel:
                return Opaque(binary, scope, "an operator that is not Kernel's");
            case "|>":
                return EvaluatePipe(binary, scope);
            case "&&" or "and":
                return EvaluateShortCircuit(binary, scope, continueOn: true, booleanOnly: text == "and");
            case "||" or "or":
                return EvaluateShortCircuit(binary, scope, continueOn: false, booleanOnly: text == "or");
        }

        if (EvaluateSiblings([binary.Left, binary.Right], scope, out var operands) is { } never)
        {
            return never;
        }

        var value = (SyntaxKind)binary.OperatorToken.RawKind == SyntaxKind.InOperator
            ? KnownFunctions.In(operands[0], operands[1], negated: text != "in")
            : KnownFunctions.Operator(text, operands[0], operands[1]);
        return session.Budget.TrySpend(value.Weight) ? value : new UnknownValue(WorkBudget.Reason);
    }

    /// <summary>
    /// <c>a &amp;&amp; b</c> gives a if it is falsy, else b; <c>a || b</c> gives a if it is truthy, else b. The right side is
    /// evaluated only then, in a scope of its own, and may configure something. <c>and</c> and <c>or</c> raise if a is no boolean.
    /// </summary>
    private AbstractValue EvaluateShortCircuit(BinaryOperatorSyntax binary, Scope scope, bool continueOn, bool booleanOnly)
    {
        var left = Evaluate(binary.Left, scope);
        if (left is NeverValue)
        {
            return left;
        }

        if (booleanOnly && IsNoBoolean(left))
        {
            return new NeverValue();
        }

        if (left.IsTruthy is { } truth)
        {
            return truth == continueOn ? Evaluate(binary.Right, scope.Fork()) : left;
        }

        var set = new BranchSet(session);
        set.Run(() => booleanOnly ? AtomValue.Of(!continueOn) : Narrow(left, truthy: !continueOn));
        set.Run(() => Evaluate(binary.Right, scope.Fork()));
        return set.Join(ReasonOf(left));
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
        var siblings = new SiblingScope(scope);
        var piped = Evaluate(pipe.Left, scope);
        if (piped is NeverValue)
        {
            return piped;
        }

        siblings.Next();
        var value = pipe.Right switch
        {
            CallSyntax call => EvaluateCall(call, scope, piped),
            MemberAccessSyntax or IdentifierSyntax => EvaluateBareCall(pipe.Right, scope, piped),
            _ => Opaque(pipe.Right, scope, "a pipe that is not evaluated"),
        };
        siblings.Next();
        siblings.End();
        return value;
    }

    private static string ReasonOf(AbstractValue value) => value switch
    {
        UnknownValue unknown => unknown.Reason,
        ChoiceValue choice => choice.Reason,
        _ => "a condition that is not known",
    };
}
