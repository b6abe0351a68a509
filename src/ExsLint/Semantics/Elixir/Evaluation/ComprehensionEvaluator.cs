using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>for</c>: followed where the collections and filters are known, else not at all.</summary>
internal sealed class ComprehensionEvaluator(
    EvaluationState state,
    IExpressionEvaluator expressions,
    ClauseRunner clauseRunner,
    UnfollowedCode unfollowed)
{
    public AbstractValue Evaluate(CallSyntax call, Scope scope)
    {
        const string Reason = "a for block";
        if (FormSections.Of(call, out var steps) is not { } sections || steps.IsEmpty || !state.Limits.TryCall())
        {
            return unfollowed.Opaque(call, scope, Reason);
        }

        var loop = new Comprehension(state, expressions, clauseRunner, steps, sections);
        var outer = scope.Fork();
        foreach (var (name, option) in sections)
        {
            if (name is "do")
            {
                continue;
            }

            var value = option.Expression is null ? null : expressions.Evaluate(option.Expression, scope.Fork());
            if (value is NeverValue)
            {
                return value;
            }

            if (value is null || !loop.TrySetOption(name, value))
            {
                return unfollowed.Opaque(call, scope, Reason);
            }
        }

        return loop.Run(outer) ?? unfollowed.Opaque(call, scope, loop.Undetermined is null
            ? Reason
            : Reasons.Of(loop.Undetermined));
    }
}
