using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content>Conditions: where the condition is unknown, both branches are evaluated and what is known of them is joined.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>Evaluates each branch from the same state; branches that raise are not taken.</summary>
    private AbstractValue EvaluateBranches(string reason, ReadOnlySpan<Func<AbstractValue>> branches)
    {
        var start = session.State;
        var imported = session.Imported;
        var importedOnAll = imported;
        ConfigState? joined = null;
        var values = new List<AbstractValue>();
        foreach (var branch in branches)
        {
            session.State = start;
            session.Imported = imported;
            var value = branch();
            if (value is not NeverValue)
            {
                importedOnAll = joined is null ? session.Imported : importedOnAll.Intersect(session.Imported);
                joined = joined is null ? session.State : ConfigState.Join(joined, session.State, reason);
                values.Add(value);
            }
        }

        session.State = joined ?? start;
        session.Imported = importedOnAll;
        return values.Count == 0 ? new NeverValue() : ChoiceValue.Of(values, reason);
    }

    /// <summary><c>if</c> and <c>unless</c>, as a block or with keywords.</summary>
    private AbstractValue EvaluateIf(CallSyntax call, Scope scope, bool negated)
    {
        var condition = Evaluate(call.Arguments[0], scope);
        if (condition is NeverValue)
        {
            return condition;
        }

        var branches = BranchesOf(call);
        var whenTrue = () => EvaluateBranch(branches.GetValueOrDefault(negated ? "else" : "do"), scope);
        var whenFalse = () => EvaluateBranch(branches.GetValueOrDefault(negated ? "do" : "else"), scope);
        return condition.IsTruthy switch
        {
            true => whenTrue(),
            false => whenFalse(),
            null => EvaluateBranches(ReasonOf(condition), [whenTrue, whenFalse]),
        };
    }

    private AbstractValue EvaluateBranch(ExpressionOrBody? branch, Scope scope) => branch switch
    {
        { Body: { } body } => EvaluateBody(body, scope.Fork()),
        { Expression: { } expression } => Evaluate(expression, scope.Fork()),
        _ => AtomValue.Nil,
    };

    private static Dictionary<string, ExpressionOrBody> BranchesOf(CallSyntax call)
    {
        var branches = new Dictionary<string, ExpressionOrBody>();
        if (call.Arguments is [.., KeywordListSyntax keywords])
        {
            foreach (var pair in keywords.Pairs)
            {
                branches[pair.KeyName ?? ""] = new ExpressionOrBody(pair.Value, null);
            }
        }

        foreach (var section in call.DoBlock?.Sections ?? [])
        {
            branches[section.Keyword.Text] = new ExpressionOrBody(null, section.Body);
        }

        return branches;
    }

    private AbstractValue EvaluateCase(CallSyntax call, Scope scope)
    {
        var subject = Evaluate(call.Arguments[0], scope);
        if (subject is NeverValue)
        {
            return subject;
        }

        return EvaluateClauses(call.DoBlock!.Sections[0].Body, ReasonOf(subject), scope, (clause, inner) =>
            clause.Patterns.Length == 1 ? Pattern.Match(clause.Patterns[0], subject, inner, node => Evaluate(node, inner)) : null);
    }

    private AbstractValue EvaluateCond(CallSyntax call, Scope scope) =>
        EvaluateClauses(call.DoBlock!.Sections[0].Body, "a condition that is not known", scope, (clause, inner) =>
            clause.Patterns.Length == 1 ? Evaluate(clause.Patterns[0], inner).IsTruthy : null);

    /// <summary>Takes the first clause that matches; where that is not known, every clause that may, joined.</summary>
    private AbstractValue EvaluateClauses(BodySyntax clauses, string reason, Scope scope, Func<StabClauseSyntax, Scope, bool?> matches)
    {
        var branches = new List<Func<AbstractValue>>();
        foreach (var expression in clauses.Expressions)
        {
            if (expression is not StabClauseSyntax clause)
            {
                return Opaque(clauses, "a clause that is not understood");
            }

            var inner = scope.Fork();
            var match = matches(clause, inner);
            if (match == true && clause.Guard is not null)
            {
                match = Evaluate(clause.Guard, inner).IsTruthy;
            }
            else if (match is null && clause.Guard is not null && Evaluate(clause.Guard, inner).IsTruthy == false)
            {
                match = false;
            }

            if (match == false)
            {
                continue;
            }

            branches.Add(() => EvaluateBody(clause.Body, inner));
            if (match == true)
            {
                break;
            }
        }

        return branches.Count == 1 ? branches[0]() : EvaluateBranches(reason, branches.ToArray());
    }

    private AbstractValue EvaluateMatch(BinaryOperatorSyntax match, Scope scope)
    {
        var value = Evaluate(match.Right, scope);
        if (value is NeverValue)
        {
            return value;
        }

        return Pattern.Match(match.Left, value, scope, node => Evaluate(node, scope)) == false ? new NeverValue() : value;
    }

    private sealed record ExpressionOrBody(ExpressionSyntax? Expression, BodySyntax? Body);
}
