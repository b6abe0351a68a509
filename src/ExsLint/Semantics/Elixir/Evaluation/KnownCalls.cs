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

            unknown ??= IsFollowed(function, arguments[i], i) ? null : arguments[i] as UnknownValue;
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
            return NotKnown(function, Reasons.Of(part), arguments, site);
        }

        if (unknown is not null && !function.TakesUnknown)
        {
            return NotKnown(function, unknown.Reason, arguments, site);
        }

        if (!state.Budget.TrySpend(arguments.Sum(WorkCost.Of)))
        {
            return unfollowed.Undetermined(WorkBudget.Reason, arguments, site, function.Shape, IsHarmless(function, arguments));
        }

        state.Control.MayRaise |= function.IsNewer;
        var path = state.Control.Path;
        var value = function.HasFittingFunctions(arguments) ? function.Body(new CallSite(caller, site), arguments) : null;
        if (value is null)
        {
            // Not all that was tried need have been run.
            state.Control.Path = path;
            var reason = ValueComparer.FirstUnknown(arguments) is { } cause and not (FunctionValue or OpaqueValue)
                ? Reasons.Of(cause)
                : $"result of {CalleeText.Of(callee)}/{arguments.Length}";
            return NotKnown(function, reason, arguments, site);
        }

        if (value is UnknownValue { Symbol: null } result and not ConditionalListValue)
        {
            value = result with { Symbol = SymbolOf(function, arguments) };
        }

        return state.Budget.TrySpend(WorkCost.OfResult(value))
            ? WithOrigin(value, arguments)
            : new UnknownValue(WorkBudget.Reason);
    }

    /// <summary>A value that is not known, but the same for the same arguments where the function only looks at them.</summary>
    private UnknownValue NotKnown(
        KnownFunction function, string reason, ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        unfollowed.Undetermined(reason, arguments, site, function.Shape, IsHarmless(function, arguments)) with
        {
            Symbol = SymbolOf(function, arguments),
        };

    /// <summary>Whether a function looks into a list of which something is not known.</summary>
    private static bool IsFollowed(KnownFunction function, AbstractValue argument, int index) => argument switch
    {
        ConditionalListValue => function.Reference.Module == "Keyword",
        UnknownValue { Unordered.IsDefault: false } => index == 0 && function.TakesUnordered,
        _ => false,
    };

    /// <summary>
    /// What a function that only looks at its arguments makes of them; null for one that looks at files, the time, or what its
    /// arguments do.
    /// </summary>
    private static Symbol? SymbolOf(KnownFunction function, ImmutableArray<AbstractValue> arguments) =>
        arguments.Length > 0 && IsPure(function.Reference)
            ? Symbol.OfCall($"{function.Reference.Module}.{function.Reference.Name}", [.. arguments])
            : null;

    private static bool IsPure(FunctionReference function) => function is
    {
        Module: null or FunctionReference.Kernel or "String" or "Integer" or "Float" or "Keyword" or "Map" or "List" or "Tuple"
            or "URI" or "Base" or "Atom" or "Access" or "Enum",
        Name: not ("apply" or "random" or "shuffle" or "take_random"),
    };

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
        foreach (var alternative in alternatives.Guarded)
        {
            set.Run(alternative.Condition, () =>
            {
                var value = Call(function, arguments.SetItem(choice, alternative.Value), callee, site);
                return value.Node is null ? value with { Node = site } : value;
            });
        }

        return set.Join(alternatives.Reason);
    }
}
