using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Evaluates the expressions of a file.</summary>
internal interface IExpressionEvaluator
{
    /// <summary>What is known of an expression's value.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="scope">What is bound; what the expression binds is added.</param>
    AbstractValue Evaluate(ExpressionSyntax node, Scope scope);

    /// <summary>The value of the last expression of a body, or of the first that raises.</summary>
    /// <param name="body">The body.</param>
    /// <param name="scope">What is bound.</param>
    AbstractValue EvaluateBody(BodySyntax body, Scope scope);
}

/// <summary>Ways to evaluate several expressions.</summary>
internal static class ExpressionEvaluatorExtensions
{
    /// <summary>Evaluates expressions side by side, behind what was piped; gives the one that raises, if one does.</summary>
    public static AbstractValue? EvaluateSiblings<T>(
        this IExpressionEvaluator expressions,
        ImmutableArray<T> nodes,
        Scope scope,
        out ImmutableArray<AbstractValue> values,
        AbstractValue? piped = null)
        where T : ExpressionSyntax
    {
        var first = piped is null ? 0 : 1;
        var evaluated = new AbstractValue[nodes.Length + first];
        if (piped is not null)
        {
            evaluated[0] = piped;
        }

        var siblings = new SiblingScope(scope);
        values = [];
        for (var i = 0; i < nodes.Length; i++)
        {
            var value = expressions.Evaluate(nodes[i], scope);
            if (value is NeverValue)
            {
                return value;
            }

            evaluated[first + i] = value;
            siblings.Next();
        }

        siblings.End();
        values = ImmutableCollectionsMarshal.AsImmutableArray(evaluated);
        return null;
    }

    /// <summary>Evaluates a branch in a scope of its own; one that is not written gives nil.</summary>
    public static AbstractValue EvaluateBranch(this IExpressionEvaluator expressions, ExpressionOrBody? branch, Scope scope) =>
        branch switch
        {
            { Body: { } body } => expressions.EvaluateBody(body, scope.Fork()),
            { Expression: { } expression } => expressions.Evaluate(expression, scope.Fork()),
            _ => AtomValue.Nil,
        };
}
