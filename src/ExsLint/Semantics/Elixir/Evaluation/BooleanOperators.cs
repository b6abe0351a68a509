using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>The operators on truth values, of which the right side may not be evaluated.</summary>
internal sealed class BooleanOperators(EvaluationState state, IExpressionEvaluator expressions)
{
    /// <summary><c>!a</c>; and <c>not a</c>, which raises for what is neither true nor false.</summary>
    public static AbstractValue Negate(AbstractValue value, bool booleanOnly) => value switch
    {
        NeverValue => value,
        _ when booleanOnly && IsNoBoolean(value) => new NeverValue(),
        { IsTruthy: { } truth } => AtomValue.Of(!truth),
        ChoiceValue choice => choice.Map(alternative => Negate(alternative, booleanOnly)),
        _ => new UnknownValue(Reasons.Of(value), ValueShape.Boolean) { Symbol = Symbol.Not((value as UnknownValue)?.Symbol) },
    };

    private static bool IsNoBoolean(AbstractValue value) => value switch
    {
        AtomValue { Name: "true" or "false" } => false,
        UnknownValue { Shape: ValueShape.Any or ValueShape.Boolean or ValueShape.Atom } => false,
        ChoiceValue choice => choice.Alternatives.All(IsNoBoolean),
        _ => true,
    };

    /// <summary>
    /// <c>a &amp;&amp; b</c> gives a if it is falsy, else b; <c>a || b</c> gives a if it is truthy, else b. The right side is
    /// evaluated only then, in a scope of its own, and may configure something. <c>and</c> and <c>or</c> raise if a is no
    /// boolean.
    /// </summary>
    /// <param name="left">What a is.</param>
    /// <param name="test">The expression a; null where it is not written there.</param>
    /// <param name="right">The expression b.</param>
    /// <param name="scope">What is bound.</param>
    /// <param name="continueOn">The truth of a for which b is the value.</param>
    /// <param name="booleanOnly">Whether a has to be a boolean.</param>
    public AbstractValue EvaluateShortCircuit(
        AbstractValue left, ExpressionSyntax? test, ExpressionSyntax right, Scope scope, bool continueOn, bool booleanOnly)
    {
        if (left is NeverValue)
        {
            return left;
        }

        if (booleanOnly && IsNoBoolean(left))
        {
            return new NeverValue();
        }

        var tested = TruthTest.Of(left, test, state.Control.Path);
        if (tested.Truth is { } truth)
        {
            return truth == continueOn ? expressions.Evaluate(right, scope.Fork())
                : booleanOnly ? AtomValue.Of(truth)
                : Narrow(left, truth);
        }

        var set = new BranchSet(state);
        set.Run(
            tested.When(!continueOn), () => booleanOnly ? AtomValue.Of(!continueOn) : Narrow(left, truthy: !continueOn));
        set.Run(tested.When(continueOn), () => expressions.Evaluate(right, scope.Fork()));
        return set.Join(Reasons.Of(left));
    }

    /// <summary>What a value can be if it is known to be truthy, or falsy.</summary>
    private static AbstractValue Narrow(AbstractValue value, bool truthy) => value switch
    {
        ChoiceValue choice => ChoiceValue.Of(
            choice.Guarded.Where(alternative => alternative.Value.IsTruthy != !truthy).Select(
                alternative => alternative with { Value = Narrow(alternative.Value, truthy) }),
            choice.Reason),
        UnknownValue { Shape: ValueShape.BinaryOrNil } unknown =>
            truthy ? unknown with { Shape = ValueShape.Binary } : AtomValue.Nil,
        UnknownValue { Shape: ValueShape.Boolean } => AtomValue.Of(truthy),
        _ => value,
    };
}
