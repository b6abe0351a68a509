using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

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
            case SyntaxKind.UnaryOperator when BitwiseFunction(unary.OperatorToken.Text, 1, scope) is { } bitwise:
                return EvaluateFunction(bitwise, unary, unary, [unary.Operand], scope, piped: null);
            case SyntaxKind.UnaryOperator when IsKnown(new FunctionReference(null, unary.OperatorToken.Text), 1, scope):
                return EvaluateFunction(new FunctionReference(null, unary.OperatorToken.Text), unary, unary, [unary.Operand], scope, piped: null);
            case SyntaxKind.CaptureOperator:
                return EvaluateCapture(unary, scope);
            case SyntaxKind.AtOperator:
                return EvaluateAttribute(unary, scope);
            default:
                return Opaque(unary, scope, "an operator that is not evaluated");
        }
    }

    /// <summary>The function behind an operator of Bitwise, where an import brings it.</summary>
    private static FunctionReference? BitwiseFunction(string text, int arity, Scope scope)
    {
        var name = text switch
        {
            "&&&" => "band",
            "|||" => "bor",
            "^^^" => "bxor",
            "<<<" => "bsl",
            ">>>" => "bsr",
            "~~~" => "bnot",
            _ => null,
        };
        return name is not null && scope.Imports.Any(import => import.Module == "Bitwise" && import.Brings(text, arity))
            ? new FunctionReference("Bitwise", name)
            : null;
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
            case "//" when binary.Left is BinaryOperatorSyntax range && range.OperatorToken.TextSpanOf is "..":
                return EvaluateSiblings([range.Left, range.Right, binary.Right], scope, out var bounds) is { } raised
                    ? raised
                    : Enumerables.Range(bounds[0], bounds[1], bounds[2]);
            case "|" or "::" or "when" or "<-" or "\\\\" or "=>" or "//":
                return Opaque(binary, scope, "an expression that is not evaluated");
            case var _ when scope.HidesKernel:
                return Opaque(binary, scope, "an operator that is not Kernel's");
            case "in" when binary.Left is UnaryOperatorSyntax negation && negation.OperatorToken.TextSpanOf is "!" or "not":
                // Elixir reads `!a in b` as `!(a in b)`.
                return EvaluateSiblings([negation.Operand, binary.Right], scope, out var sides) is { } failed
                    ? failed
                    : CallOperator("not in", sides, binary);
            case "in" or "not in" when binary.Left is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator }
                || (text != "in" && binary.Left is UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.UnaryOperator }):
                // Where several are chained, negations move further out; nobody writes that.
                return Opaque(binary, scope, "a chain of in");
            case var _ when BitwiseFunction(text, 2, scope) is { } bitwise:
                return EvaluateFunction(bitwise, binary, binary, [binary.Left, binary.Right], scope, piped: null);
            case var _ when !LanguageNames.Has(text, 2) && IsKnown(new FunctionReference(null, text), 2, scope):
                return EvaluateFunction(new FunctionReference(null, text), binary, binary, [binary.Left, binary.Right], scope, piped: null);
            case "|>":
                return EvaluatePipe(binary, scope);
            case "&&" or "and":
                return EvaluateShortCircuit(Evaluate(binary.Left, scope), binary.Right, scope, continueOn: true, booleanOnly: text == "and");
            case "||" or "or":
                return EvaluateShortCircuit(Evaluate(binary.Left, scope), binary.Right, scope, continueOn: false, booleanOnly: text == "or");
        }

        return EvaluateSiblings([binary.Left, binary.Right], scope, out var operands) is { } never
            ? never
            : CallOperator((SyntaxKind)binary.OperatorToken.RawKind == SyntaxKind.InOperator ? text[0] == 'n' ? "not in" : "in" : text, operands, binary);
    }

    /// <summary>An operator on values; of several alternatives each is tried.</summary>
    private AbstractValue CallOperator(string text, ImmutableArray<AbstractValue> operands, ExpressionSyntax site)
    {
        if (operands[0] is ChoiceValue || operands[1] is ChoiceValue)
        {
            var (first, second) = (ChoiceValue.Flatten(operands[0]).ToList(), ChoiceValue.Flatten(operands[1]).ToList());
            if (first.Count * second.Count > 2 * ChoiceValue.MaximumAlternatives)
            {
                return new UnknownValue(ReasonOfAny(operands));
            }

            var values = (from left in first from right in second select CallOperator(text, [left, right], site)).ToList();
            session.MayRaise |= values.Exists(value => value is NeverValue);
            values.RemoveAll(value => value is NeverValue);
            return values.Count == 0 ? new NeverValue() : ChoiceValue.Of(values, ReasonOfAny(operands));
        }

        if (!session.Budget.TrySpend(CostOf(text, operands)))
        {
            return Undetermined(WorkBudget.Reason, operands, site);
        }

        var value = text switch
        {
            "in" or "not in" when session.HasImplementations || (operands[1] is UnknownValue && MayBeLazy(operands[1])) => Undetermined(ReasonOf(operands[1]), operands, site, ValueShape.Boolean),
            "in" or "not in" => KnownFunctions.In(operands[0], operands[1], negated: text != "in"),
            "=~" => RegexFunctions.Contains(new CallSite(this, site), operands[0], operands[1])
                ?? new UnknownValue(operands.FirstOrDefault(operand => operand is UnknownValue) is { } unknown ? ReasonOf(unknown) : "a match of a regex", ValueShape.Boolean),
            _ when !KnownFunctions.IsOperator(text) => Undetermined($"result of operator {text}", operands, site),
            _ => KnownFunctions.Operator(text, operands[0], operands[1]),
        };
        return session.Budget.TrySpend(CostOfResult(value)) ? value : new UnknownValue(WorkBudget.Reason);
    }

    private const int ComparisonsPerUnit = 4;

    /// <summary>What an operator takes to look at its operands: a comparison ends with the shorter one, <c>--</c> looks for each item.</summary>
    private static long CostOf(string text, ImmutableArray<AbstractValue> operands)
    {
        var (left, right) = (WorkBudget.CostOf(operands[0]), WorkBudget.CostOf(operands[1]));
        return text switch
        {
            "in" or "not in" => operands[1] is MapValue ? 1 : right,
            ".." => 1,
            "--" => left * right / ComparisonsPerUnit,
            _ => Math.Min(left, right),
        };
    }

    /// <summary>
    /// <c>a &amp;&amp; b</c> gives a if it is falsy, else b; <c>a || b</c> gives a if it is truthy, else b. The right side is
    /// evaluated only then, in a scope of its own, and may configure something. <c>and</c> and <c>or</c> raise if a is no boolean.
    /// </summary>
    /// <param name="left">What a is.</param>
    /// <param name="right">The expression b.</param>
    /// <param name="scope">What is bound.</param>
    /// <param name="continueOn">The truth of a for which b is the value.</param>
    /// <param name="booleanOnly">Whether a has to be a boolean.</param>
    private AbstractValue EvaluateShortCircuit(AbstractValue left, ExpressionSyntax right, Scope scope, bool continueOn, bool booleanOnly)
    {
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
            return truth == continueOn ? Evaluate(right, scope.Fork()) : left;
        }

        var set = new BranchSet(session);
        set.Run(() => booleanOnly ? AtomValue.Of(!continueOn) : Narrow(left, truthy: !continueOn));
        set.Run(() => Evaluate(right, scope.Fork()));
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

    private static string ReasonOf(AbstractValue? value) => value switch
    {
        OpaqueValue opaque => opaque.Description,
        FunctionValue => "a function",
        UnknownValue unknown => unknown.Reason,
        ChoiceValue choice => choice.Reason,
        _ => "a condition that is not known",
    };
}
