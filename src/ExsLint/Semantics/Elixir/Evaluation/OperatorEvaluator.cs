using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Operators.</summary>
internal sealed class OperatorEvaluator(
    EvaluationState state,
    ICaller caller,
    IExpressionEvaluator expressions,
    CallEvaluator calls,
    NamedCalls namedCalls,
    FunctionValues functions,
    ClauseRunner clauseRunner,
    AttributeEvaluator attributes,
    BooleanOperators booleans,
    UnfollowedCode unfollowed)
{
    private const int ComparisonsPerUnit = 4;

    public AbstractValue EvaluateUnary(UnaryOperatorSyntax unary, Scope scope)
    {
        switch ((SyntaxKind)unary.OperatorToken.RawKind)
        {
            case SyntaxKind.UnaryOperator when unary.OperatorToken.TextSpanOf is "!" && !scope.HidesKernel:
                return BooleanOperators.Negate(expressions.Evaluate(unary.Operand, scope), booleanOnly: false);
            case SyntaxKind.UnaryOperator when unary.OperatorToken.TextSpanOf is "not" && !scope.HidesKernel:
                return BooleanOperators.Negate(expressions.Evaluate(unary.Operand, scope), booleanOnly: true);
            case SyntaxKind.DualOperator when !scope.HidesKernel:
                var operand = expressions.Evaluate(unary.Operand, scope);
                return operand is NeverValue ? operand : ArithmeticOperators.Sign(unary.OperatorToken.Text, operand);
            case SyntaxKind.UnaryOperator when BitwiseFunction(unary.OperatorToken.Text, 1, scope) is { } bitwise:
                return calls.EvaluateFunction(bitwise, unary, unary, [unary.Operand], scope, piped: null);
            case SyntaxKind.UnaryOperator when namedCalls.IsKnown(
                new FunctionReference(null, unary.OperatorToken.Text), 1, scope):
                return calls.EvaluateFunction(
                    new FunctionReference(null, unary.OperatorToken.Text), unary, unary, [unary.Operand], scope, piped: null);
            case SyntaxKind.CaptureOperator:
                return functions.EvaluateCapture(unary, scope);
            case SyntaxKind.AtOperator:
                return attributes.Evaluate(unary, scope);
            default:
                return unfollowed.Opaque(unary, scope, "an operator that is not evaluated");
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

    public AbstractValue EvaluateBinary(BinaryOperatorSyntax binary, Scope scope)
    {
        var text = binary.OperatorToken.Text;
        switch (text)
        {
            case "=":
                return clauseRunner.EvaluateMatch(binary, scope);
            case "//" when binary.Left is BinaryOperatorSyntax range && range.OperatorToken.TextSpanOf is "..":
                return expressions.EvaluateSiblings([range.Left, range.Right, binary.Right], scope, out var bounds) is { } raised
                    ? raised
                    : Enumerables.Range(bounds[0], bounds[1], bounds[2]);
            case "|" or "::" or "when" or "<-" or "\\\\" or "=>" or "//":
                return unfollowed.Opaque(binary, scope, "an expression that is not evaluated");
            case var _ when scope.HidesKernel:
                return unfollowed.Opaque(binary, scope, "an operator that is not Kernel's");
            case "in" when binary.Left is UnaryOperatorSyntax negation && negation.OperatorToken.TextSpanOf is "!" or "not":
                // Elixir reads `!a in b` as `!(a in b)`.
                return expressions.EvaluateSiblings([negation.Operand, binary.Right], scope, out var sides) is { } failed
                    ? failed
                    : CallOperator("not in", sides, binary);
            case "in" or "not in" when binary.Left is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator }
                || (text != "in" && binary.Left is UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.UnaryOperator }):
                // Where several are chained, negations move further out; nobody writes that.
                return unfollowed.Opaque(binary, scope, "a chain of in");
            case var _ when BitwiseFunction(text, 2, scope) is { } bitwise:
                return calls.EvaluateFunction(bitwise, binary, binary, [binary.Left, binary.Right], scope, piped: null);
            case var _ when !LanguageNames.Has(text, 2) && namedCalls.IsKnown(new FunctionReference(null, text), 2, scope):
                return calls.EvaluateFunction(
                    new FunctionReference(null, text), binary, binary, [binary.Left, binary.Right], scope, piped: null);
            case "|>":
                return EvaluatePipe(binary, scope);
            case "&&" or "and":
                return booleans.EvaluateShortCircuit(
                    expressions.Evaluate(binary.Left, scope), binary.Left, binary.Right, scope, continueOn: true,
                    booleanOnly: text == "and");
            case "||" or "or":
                return booleans.EvaluateShortCircuit(
                    expressions.Evaluate(binary.Left, scope), binary.Left, binary.Right, scope, continueOn: false,
                    booleanOnly: text == "or");
        }

        return expressions.EvaluateSiblings([binary.Left, binary.Right], scope, out var operands) is { } never
            ? never
            : CallOperator(
                (SyntaxKind)binary.OperatorToken.RawKind == SyntaxKind.InOperator ? text[0] == 'n' ? "not in" : "in" : text,
                operands,
                binary);
    }

    /// <summary>An operator on values; of several alternatives each is tried.</summary>
    private AbstractValue CallOperator(string text, ImmutableArray<AbstractValue> operands, ExpressionSyntax site)
    {
        if (operands[0] is ChoiceValue || operands[1] is ChoiceValue)
        {
            return CallOperatorOnEach(text, operands, site);
        }

        if (!state.Budget.TrySpend(CostOf(text, operands)))
        {
            return unfollowed.Undetermined(WorkBudget.Reason, operands, site);
        }

        var value = text switch
        {
            "in" or "not in" when state.Hidden.HasImplementations
                || (operands[1] is UnknownValue && KnownCalls.MayBeLazy(operands[1])) =>
                unfollowed.Undetermined(Reasons.Of(operands[1]), operands, site, ValueShape.Boolean),
            "in" or "not in" => TermOperators.In(operands[0], operands[1], negated: text != "in"),
            "=~" => RegexFunctions.Contains(new CallSite(caller, site), operands[0], operands[1])
                ?? new UnknownValue(operands.FirstOrDefault(operand => operand is UnknownValue) is { } unknown
                    ? Reasons.Of(unknown)
                    : "a match of a regex", ValueShape.Boolean),
            _ when !TermOperators.IsOperator(text) => unfollowed.Undetermined($"result of operator {text}", operands, site),
            _ => TermOperators.Operator(text, operands[0], operands[1]),
        };
        return !state.Budget.TrySpend(WorkCost.OfResult(value)) ? new UnknownValue(WorkBudget.Reason)
            : value is UnknownValue { Symbol: null } result and not ConditionalListValue && TermOperators.IsPure(text)
                ? result with { Symbol = Symbol.OfCall(text, [.. operands]) }
                : value;
    }

    /// <summary>Each of the left values with each of the right ones, but for those that exclude each other.</summary>
    private AbstractValue CallOperatorOnEach(string text, ImmutableArray<AbstractValue> operands, ExpressionSyntax site)
    {
        var (first, second) =
            (ChoiceValue.FlattenGuarded(operands[0]).ToList(), ChoiceValue.FlattenGuarded(operands[1]).ToList());
        if (first.Count * second.Count > 2 * ChoiceValue.MaximumAlternatives)
        {
            return new UnknownValue(Reasons.OfAny(operands));
        }

        var values = new List<Alternative>();
        foreach (var left in first)
        {
            foreach (var right in second)
            {
                if (Condition.TryAnd(left.Condition, right.Condition, out var both))
                {
                    values.Add(new Alternative(CallOperator(text, [left.Value, right.Value], site), both));
                }
            }
        }

        state.Control.MayRaise |= values.Exists(value => value.Value is NeverValue);
        values.RemoveAll(value => value.Value is NeverValue);
        return values.Count == 0 ? new NeverValue() : ChoiceValue.Of(values, Reasons.OfAny(operands));
    }

    /// <summary>
    /// What an operator takes to look at its operands: a comparison ends with the shorter one, <c>--</c> looks for each item.
    /// </summary>
    private static long CostOf(string text, ImmutableArray<AbstractValue> operands)
    {
        var (left, right) = (WorkCost.Of(operands[0]), WorkCost.Of(operands[1]));
        return text switch
        {
            "in" or "not in" => operands[1] is MapValue ? 1 : right,
            ".." => 1,
            "--" => left * right / ComparisonsPerUnit,
            _ => Math.Min(left, right),
        };
    }

    private AbstractValue EvaluatePipe(BinaryOperatorSyntax pipe, Scope scope)
    {
        var siblings = new SiblingScope(scope);
        var piped = expressions.Evaluate(pipe.Left, scope);
        if (piped is NeverValue)
        {
            return piped;
        }

        siblings.Next();
        var value = pipe.Right switch
        {
            CallSyntax call => calls.Evaluate(call, scope, piped),
            MemberAccessSyntax or IdentifierSyntax => calls.EvaluateBare(pipe.Right, scope, piped),
            _ => unfollowed.Opaque(pipe.Right, scope, "a pipe that is not evaluated"),
        };
        siblings.Next();
        siblings.End();
        return value;
    }
}
