using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Conditions: where the condition is unknown, both branches are evaluated and what is known of them is joined.</content>
internal sealed partial class FileEvaluator
{
    /// <summary><c>if</c> and <c>unless</c>, as a block or with keywords.</summary>
    private AbstractValue EvaluateIf(AbstractValue condition, IfBranches branches, Scope scope, bool negated)
    {
        if (condition is NeverValue)
        {
            return condition;
        }

        var whenTrue = negated ? branches.Else : branches.Do;
        var whenFalse = negated ? branches.Do : branches.Else;
        if (condition.IsTruthy is { } truth)
        {
            return EvaluateBranch(truth ? whenTrue : whenFalse, scope);
        }

        var set = new BranchSet(state);
        set.Run(() => EvaluateBranch(whenTrue, scope));
        set.Run(() => EvaluateBranch(whenFalse, scope));
        return set.Join(ReasonOf(condition));
    }

    private AbstractValue EvaluateBranch(ExpressionOrBody? branch, Scope scope) => branch switch
    {
        { Body: { } body } => EvaluateBody(body, scope.Fork()),
        { Expression: { } expression } => Evaluate(expression, scope.Fork()),
        _ => AtomValue.Nil,
    };

    /// <summary>The branches of an <c>if</c>; null where it is written in a way that Elixir refuses or that is not known.</summary>
    private static IfBranches? BranchesOf(CallSyntax call)
    {
        if (call.DoBlock is { } block)
        {
            return block.Sections switch
            {
                [var taken] => new IfBranches(new(null, taken.Body), null),
                [var taken, { Keyword.Text: "else" } other] => new IfBranches(new(null, taken.Body), new(null, other.Body)),
                _ => null,
            };
        }

        var pairs = call.Arguments switch
        {
            [.., KeywordListSyntax keywords] => keywords.Pairs,
            [.., ListSyntax list] when list.Elements.All(element => element is KeywordPairSyntax) => [.. list.Elements.Cast<KeywordPairSyntax>()],
            _ => [],
        };
        return pairs switch
        {
            [{ KeyName: "do" } taken] => new IfBranches(new(taken.Value, null), null),
            [{ KeyName: "do" } taken, { KeyName: "else" } other] => new IfBranches(new(taken.Value, null), new(other.Value, null)),
            _ => null,
        };
    }

    /// <summary>
    /// Each condition is evaluated after the ones before it came out false, so that what it configures stands for the clauses behind it
    /// too, but what it binds does not.
    /// </summary>
    private AbstractValue EvaluateCond(BodySyntax clauses, Scope scope)
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
            var condition = Evaluate(test, inner);
            switch (condition)
            {
                case NeverValue:
                    return set?.Join(reason) ?? condition;
                case { IsTruthy: true } when set is null:
                    return EvaluateBody(clause.Body, inner);
                case { IsTruthy: null }:
                    reason = ReasonOf(condition);
                    set ??= new BranchSet(state);
                    break;
            }

            if (condition.IsTruthy != false)
            {
                set!.Run(() => EvaluateBody(clause.Body, inner));
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
        set.Run(() => Opaque(clauses, scope, Reason));
        return set.Join(Reason);
    }

    private sealed record IfBranches(ExpressionOrBody Do, ExpressionOrBody? Else);

    private sealed record ExpressionOrBody(ExpressionSyntax? Expression, BodySyntax? Body);
}
