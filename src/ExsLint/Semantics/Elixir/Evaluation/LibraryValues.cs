using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>What functions of the project's <c>lib</c> give: it is the call that an administrator sees and can change.</summary>
internal static class LibraryValues
{
    /// <summary>A value with the call in the place of what produced it in the module's file.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The value.</param>
    /// <param name="library">The module's file.</param>
    /// <param name="budget">What may still be done.</param>
    public static AbstractValue At(SyntaxNode call, AbstractValue value, SyntaxTree library, WorkBudget budget)
    {
        if (value is NeverValue never)
        {
            return never with { Node = call, Refusal = null };
        }

        return budget.TrySpend(value.Weight) ? Move(value) : new UnknownValue(WorkBudget.Reason);

        AbstractValue Move(AbstractValue part)
        {
            var moved = part switch
            {
                TupleValue tuple => tuple with { Items = MoveAll(tuple.Items) },
                ListValue list => list with { Items = MoveAll(list.Items) },
                ChoiceValue choice => choice with { Alternatives = MoveAll(choice.Alternatives) },
                MapValue map => map with
                {
                    Pairs = [.. map.Pairs.Select(pair => KeyValuePair.Create(Move(pair.Key), Move(pair.Value)))],
                },
                _ => part,
            };
            return moved.Node is { } node && node.Tree == library ? moved with { Node = call } : moved;
        }

        ImmutableArray<AbstractValue> MoveAll(ImmutableArray<AbstractValue> parts) => [.. parts.Select(Move)];
    }
}
