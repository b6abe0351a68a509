using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Calls of functions that the analysed files define.</summary>
internal sealed class DefinedFunctions(
    EvaluationState state,
    ConfigFile file,
    IExpressionEvaluator expressions,
    ClauseRunner clauseRunner,
    UnfollowedCode unfollowed)
{
    /// <summary>Calls a function of a module; what is not given has its default.</summary>
    public AbstractValue Call(FunctionDefinition function, ImmutableArray<AbstractValue> arguments)
    {
        if (function.IsUnseen)
        {
            return unfollowed.Undetermined("a function that is not followed", arguments, file.Tree.Root);
        }

        if (!state.Limits.TryEnter())
        {
            return unfollowed.Undetermined(WorkBudget.Reason, arguments, file.Tree.Root);
        }

        try
        {
            if (!state.Limits.TryCall())
            {
                return unfollowed.Undetermined(WorkBudget.Reason, arguments, file.Tree.Root);
            }

            if (arguments.Length < function.Arity)
            {
                if (WithDefaults(function, arguments) is not { } all)
                {
                    return new NeverValue();
                }

                arguments = all;
            }

            return clauseRunner.Run(
                function.Clauses, arguments, () => new NeverValue { ExceptionType = "Elixir.FunctionClauseError" });
        }
        finally
        {
            state.Limits.Leave();
        }
    }

    private ImmutableArray<AbstractValue>? WithDefaults(FunctionDefinition function, ImmutableArray<AbstractValue> given)
    {
        var optional = given.Length - (function.Arity - function.Defaults.Count(value => value is not null));
        var next = 0;
        var arguments = ImmutableArray.CreateBuilder<AbstractValue>(function.Arity);
        for (var i = 0; i < function.Arity; i++)
        {
            if (function.Defaults[i] is not { } value || optional-- > 0)
            {
                arguments.Add(given[next++]);
                continue;
            }

            var evaluated = expressions.Evaluate(value, function.DefaultScope!.Fork());
            if (evaluated is NeverValue)
            {
                return null;
            }

            arguments.Add(evaluated);
        }

        return arguments.MoveToImmutable();
    }
}
