using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>with</c>.</summary>
internal sealed class WithEvaluator(IExpressionEvaluator expressions, ClauseRunner clauseRunner, UnfollowedCode unfollowed)
{
    public AbstractValue Evaluate(CallSyntax call, Scope scope)
    {
        if (FormSections.Of(call, out var steps) is not { } sections || sections.Keys.Any(key => key is not ("do" or "else")))
        {
            return unfollowed.Opaque(call, scope, "a with block");
        }

        List<FunctionClause>? clauses = null;
        if (sections.TryGetValue("else", out var other)
            && (other.Body is null || (clauses = clauseRunner.Read(other.Body, scope)) is null))
        {
            return unfollowed.Opaque(call, scope, "a with block");
        }

        return Step(0, scope.Fork());

        AbstractValue Step(int index, Scope inner)
        {
            if (index == steps.Length)
            {
                return expressions.EvaluateBranch(sections["do"], inner);
            }

            if (steps[index] is not BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InMatchOperator } step)
            {
                var value = expressions.Evaluate(steps[index], inner);
                return value is NeverValue ? value : Step(index + 1, inner);
            }

            var subject = expressions.Evaluate(step.Right, inner);
            if (subject is NeverValue)
            {
                return subject;
            }

            var (pattern, guard) = ClauseRunner.SplitGuard(step.Left);
            return clauseRunner.Run(
                [new FunctionClause([pattern], guard, next => Step(index + 1, next), inner)], [subject],
                () => Otherwise(subject),
                step.Right);
        }

        AbstractValue Otherwise(AbstractValue value) =>
            clauses is null ? value : clauseRunner.Run(clauses, [value], () => new NeverValue());
    }
}
