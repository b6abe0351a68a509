using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>if</c>, <c>unless</c> and <c>cond</c>.</summary>
internal sealed class ConditionEvaluator(EvaluationState state, IExpressionEvaluator expressions, UnfollowedCode unfollowed)
{
    /// <summary><c>if</c> and <c>unless</c>, as a block or with keywords.</summary>
    public AbstractValue EvaluateIf(AbstractValue condition, IfBranches branches, Scope scope, bool negated)
    {
        if (condition is NeverValue)
        {
            return condition;
        }

        var whenTrue = negated ? branches.Else : branches.Do;
        var whenFalse = negated ? branches.Do : branches.Else;
        if (condition.IsTruthy is { } truth)
        {
            return expressions.EvaluateBranch(truth ? whenTrue : whenFalse, scope);
        }

        var set = new BranchSet(state);
        set.Run(() => expressions.EvaluateBranch(whenTrue, scope));
        set.Run(() => expressions.EvaluateBranch(whenFalse, scope));
        return set.Join(Reasons.Of(condition));
    }

    /// <summary>
    /// Each condition is evaluated after the ones before it came out false, so that what it configures stands for the clauses
    /// behind it too, but what it binds does not.
    /// </summary>
    public AbstractValue EvaluateCond(BodySyntax clauses, Scope scope)
    {
        BranchSet? set = null;
        var reason = "a condition that is not known";
        foreach (var expression in clauses.Expressions)
        {
            if (expression is not StabClauseSyntax { Patterns: [var test], Guard: null } clause)
            {
                return RunOpaque(set ?? new BranchSet(state), clauses, scope);
            }

            var inner = scope.Fork();
            var condition = expressions.Evaluate(test, inner);
            switch (condition)
            {
                case NeverValue:
                    return set?.Join(reason) ?? condition;
                case { IsTruthy: true } when set is null:
                    return expressions.EvaluateBody(clause.Body, inner);
                case { IsTruthy: null }:
                    reason = Reasons.Of(condition);
                    set ??= new BranchSet(state);
                    break;
            }

            if (condition.IsTruthy != false)
            {
                set!.Run(() => expressions.EvaluateBody(clause.Body, inner));
            }

            if (condition.IsTruthy == true)
            {
                return set!.Join(reason);
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
