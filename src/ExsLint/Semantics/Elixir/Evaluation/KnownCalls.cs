using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Calls of functions that are folded.</summary>
internal sealed class KnownCalls(EvaluationState state, ICaller caller, UnfollowedCode unfollowed)
{
    /// <summary>More items than this are not searched for one that a function took out of them.</summary>
    private const int MostSearched = 64;

    public const string ImplementationsReason = "what the configuration's own implementations of protocols make of it";

    /// <summary>
    /// Calls a function that is folded. Where an argument is one of several, each is tried; where the function was not followed
    /// to its end, nobody knows what the functions it was given have configured.
    /// </summary>
    public AbstractValue Call(
        KnownFunction function, ImmutableArray<AbstractValue> arguments, ExpressionSyntax callee, SyntaxNode site)
    {
        var choice = -1;
        UnknownValue? unknown = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i == function.KeptArgument)
            {
                continue;
            }

            unknown ??= i == 0 && function.TakesUnordered && arguments[0] is UnknownValue { Unordered.IsDefault: false }
                ? null
                : arguments[i] as UnknownValue;
            choice = choice < 0 && arguments[i] is ChoiceValue ? i : choice;
        }

        if (state.Hidden.HasImplementations)
        {
            return unfollowed.Undetermined(ImplementationsReason, arguments, site);
        }

        if (choice >= 0 && (!function.TakesUnknown || function.TriesAlternatives))
        {
            return state.Control.MayBranch
                ? CallAlternatives(function, arguments, choice, callee, site)
                : unfollowed.Undetermined(
                    ((ChoiceValue)arguments[choice]).Reason, arguments, site, function.Shape, IsHarmless(function, arguments));
        }

        if (function.IsExact && ValueComparer.FirstUnknown(arguments) is { } part)
        {
            return unfollowed.Undetermined(Reasons.Of(part), arguments, site, function.Shape, IsHarmless(function, arguments));
        }

        if (unknown is not null && !function.TakesUnknown)
        {
            return unfollowed.Undetermined(unknown.Reason, arguments, site, function.Shape, IsHarmless(function, arguments));
        }

        if (!state.Budget.TrySpend(arguments.Sum(WorkCost.Of)))
        {
            return unfollowed.Undetermined(WorkBudget.Reason, arguments, site, function.Shape, IsHarmless(function, arguments));
        }

        state.Control.MayRaise |= function.IsNewer;
        var value = function.HasFittingFunctions(arguments) ? function.Body(new CallSite(caller, site), arguments) : null;
        if (value is null)
        {
            var reason = ValueComparer.FirstUnknown(arguments) is { } cause and not (FunctionValue or OpaqueValue)
                ? Reasons.Of(cause)
                : $"result of {CalleeText.Of(callee)}/{arguments.Length}";
            return unfollowed.Undetermined(reason, arguments, site, function.Shape, IsHarmless(function, arguments));
        }

        return state.Budget.TrySpend(WorkCost.OfResult(value))
            ? WithOrigin(value, arguments)
            : new UnknownValue(WorkBudget.Reason);
    }

    /// <summary>
    /// What a function took out of an argument (<c>elem/2</c>, <c>hd/1</c>, <c>Enum.at/2</c>, <c>Keyword.get/2</c>) comes from
    /// the expression that produced the argument, unless it was written on its own.
    /// </summary>
    private static AbstractValue WithOrigin(AbstractValue value, ImmutableArray<AbstractValue> arguments)
    {
        if (value.Node is not null)
        {
            return value;
        }

        foreach (var argument in arguments)
        {
            if (argument.Node is { } node && IsPartOf(value, argument))
            {
                return value with { Node = node };
            }
        }

        return value;
    }

    private static bool IsPartOf(AbstractValue part, AbstractValue whole) => whole switch
    {
        TupleValue tuple => tuple.Items.Contains(part, ReferenceEqualityComparer.Instance),
        ListValue { Items.Length: <= MostSearched } list =>
            list.Items.Any(item => ReferenceEquals(item, part)
                || (item is TupleValue { Items: [_, var second] } && ReferenceEquals(second, part))),
        MapValue { Pairs.Length: <= MostSearched } map => map.Pairs.Any(pair => ReferenceEquals(pair.Value, part)),
        _ => false,
    };

    private static bool IsHarmless(KnownFunction function, ImmutableArray<AbstractValue> arguments) =>
        EffectTable.Of(function.Reference.Module, function.Reference.Name!, function.Arity) is var effects
        && !effects.May(CallEffects.RunFunctions) && !(effects.May(CallEffects.Enumerate) && arguments.Any(MayBeLazy));

    /// <summary>Whether a value may run code of the configuration when somebody goes through it.</summary>
    public static bool MayBeLazy(AbstractValue value) => value switch
    {
        UnknownValue { Shape: ValueShape.Any } or OpaqueValue => true,
        ChoiceValue choice => choice.Alternatives.Any(MayBeLazy),
        MapValue map => map.IsStruct,
        _ => false,
    };

    private AbstractValue CallAlternatives(
        KnownFunction function, ImmutableArray<AbstractValue> arguments, int choice, ExpressionSyntax callee, SyntaxNode site)
    {
        var set = new BranchSet(state);
        var alternatives = (ChoiceValue)arguments[choice];
        foreach (var alternative in alternatives.Alternatives)
        {
            set.Run(() =>
            {
                var value = Call(function, arguments.SetItem(choice, alternative), callee, site);
                return value.Node is null ? value with { Node = site } : value;
            });
        }

        return set.Join(alternatives.Reason);
    }
}
