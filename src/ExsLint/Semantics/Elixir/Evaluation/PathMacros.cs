using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>put_in(opts[:a].b, value)</c> and its kin: the path is written, and what stands at its start is changed.</summary>
internal sealed class PathMacros(EvaluationState state, IExpressionEvaluator expressions, ICaller caller, NamedCalls namedCalls)
{
    /// <summary>The value of the macro; null where its first argument is no such path.</summary>
    public AbstractValue? Evaluate(CallSyntax call, string name, Scope scope)
    {
        var steps = new Stack<(ExpressionSyntax? Key, string? Field)>();
        var start = call.Arguments[0];
        while (true)
        {
            if (start is AccessSyntax access)
            {
                steps.Push((access.Key, null));
                start = access.Target;
            }
            else if (start is MemberAccessSyntax
            {
                NameToken: { } field, Left: not (AliasSyntax or QualifiedAliasSyntax or LiteralSyntax)
            } member)
            {
                steps.Push((null, state.Names.Get(field.TextSpanOf)));
                start = member.Left;
            }
            else
            {
                break;
            }
        }

        // Nothing is taken out of a struct's field.
        if (steps.Count == 0 || (name == "pop_in" && call.Arguments[0] is not AccessSyntax))
        {
            return null;
        }

        var written = steps.Select(step => step.Key).OfType<ExpressionSyntax>();
        if (expressions.EvaluateSiblings<ExpressionSyntax>([start, .. written, .. call.Arguments[1..]], scope, out var values)
            is { } never)
        {
            return never;
        }

        var next = 1;
        var keys = ImmutableArray.CreateBuilder<AbstractValue>(steps.Count);
        foreach (var (key, field) in steps)
        {
            keys.Add(key is not null
                ? values[next++]
                : new FunctionValue(new Accessor(caller, AccessorKind.Field, new AtomValue(field!), AtomValue.Nil)));
        }

        return namedCalls.Call(
            new FunctionReference(FunctionReference.Kernel, name),
            [values[0], new ListValue(keys.MoveToImmutable()), .. values[next..]],
            call.Callee,
            call,
            scope);
    }
}
