using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>if</c>, <c>unless</c> and <c>cond</c>.</summary>
internal sealed class ConditionEvaluator(EvaluationState state, IExpressionEvaluator expressions, UnfollowedCode unfollowed)
{
    /// <summary><c>if</c> and <c>unless</c>, as a block or with keywords.</summary>
    /// <param name="condition">The value of the condition.</param>
    /// <param name="test">The condition; null where it is not written there.</param>
    /// <param name="branches">The branches.</param>
    /// <param name="scope">What they see.</param>
    /// <param name="negated">Whether it is <c>unless</c>.</param>
    public AbstractValue EvaluateIf(
        AbstractValue condition, ExpressionSyntax? test, IfBranches branches, Scope scope, bool negated)
    {
        if (condition is NeverValue)
        {
            return condition;
        }

        var whenTrue = negated ? branches.Else : branches.Do;
        var whenFalse = negated ? branches.Do : branches.Else;
        var tested = TruthTest.Of(condition, test, state.Control.Path);
        if (tested.Truth is { } truth)
        {
            return expressions.EvaluateBranch(truth ? whenTrue : whenFalse, scope);
        }

        var set = new BranchSet(state);
        set.Run(tested.WhenTruthy, () => expressions.EvaluateBranch(whenTrue, scope));
        set.Run(tested.WhenFalsy, () => expressions.EvaluateBranch(whenFalse, scope));
        return set.Join(Reasons.Of(condition));
    }

    /// <summary>
    /// Each condition is evaluated after the ones before it came out false, so that what it configures stands for the clauses
    /// behind it too, but what it binds does not.
    /// </summary>
    public AbstractValue EvaluateCond(BodySyntax clauses, Scope scope)
    {
        BranchSet? set = null;
        Condition? others = null;
        var reason = "a condition that is not known";
        foreach (var expression in clauses.Expressions)
        {
            if (expression is not StabClauseSyntax { Patterns: [var test], Guard: null } clause)
            {
                return RunOpaque(set ?? new BranchSet(state), clauses, scope);
            }

            var inner = scope.Fork();
            var condition = expressions.Evaluate(test, inner);
            if (condition is NeverValue)
            {
                return set?.Join(reason) ?? condition;
            }

            _ = Condition.TryAnd(state.Control.Path, others, out var path);
            var tested = TruthTest.Of(condition, test, path);
            switch (tested.Truth)
            {
                case true when set is null:
                    return expressions.EvaluateBody(clause.Body, inner);
                case true:
                    set.Run(others, () => expressions.EvaluateBody(clause.Body, inner));
                    return set.Join(reason);
                case null:
                    reason = Reasons.Of(condition);
                    set ??= new BranchSet(state);
                    _ = Condition.TryAnd(others, tested.WhenTruthy, out var taken);
                    set.Run(taken, () => expressions.EvaluateBody(clause.Body, inner));
                    _ = Condition.TryAnd(others, tested.WhenFalsy, out others);
                    break;
            }
        }

        state.Control.MayRaise |= set is not null;
        return set?.Join(reason) ?? new NeverValue { ExceptionType = "Elixir.CondClauseError" };
    }

    private AbstractValue RunOpaque(BranchSet set, BodySyntax clauses, Scope scope)
    {
        const string Reason = "a clause that is not understood";
        set.Run(() => unfollowed.Opaque(clauses, scope, Reason));
        return set.Join(Reason);
    }
}
