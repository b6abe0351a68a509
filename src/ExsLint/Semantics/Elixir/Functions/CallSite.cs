using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>The call of a function that is folded.</summary>
/// <param name="Caller">The evaluation that calls.</param>
/// <param name="Node">The call.</param>
internal readonly record struct CallSite(ICaller Caller, SyntaxNode Node)
{
    /// <summary>What may still be done.</summary>
    public WorkBudget Budget => Caller.Budget;

    /// <summary>Calls a function that the function was given.</summary>
    public AbstractValue Invoke(AbstractValue function, params ImmutableArray<AbstractValue> arguments) =>
        Caller.Invoke(function, arguments, Node);
}
