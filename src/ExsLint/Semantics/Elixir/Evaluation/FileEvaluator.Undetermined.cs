using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Calls that are not followed, and what they may have done.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>The value of a call that was not followed, or not to its end.</summary>
    /// <param name="reason">Why it is not known.</param>
    /// <param name="arguments">What it was given.</param>
    /// <param name="site">The call.</param>
    /// <param name="shape">What is known of the value.</param>
    /// <param name="isHarmless">Whether it runs no function that it was not given.</param>
    private UnknownValue Undetermined(
        string reason, ImmutableArray<AbstractValue> arguments, SyntaxNode site, ValueShape shape = ValueShape.Any, bool isHarmless = false)
    {
        state.Control.MayRaise = true;
        var mayRunAny = !isHarmless || arguments.Any(MayHoldFunction);
        if (mayRunAny)
        {
            state.AddHiddenChanges();
        }

        // `Task.async(File, :rm!, ["x"])`; who is harmless only asks Mix.
        var given = EffectsOfGiven(arguments);
        state.AddChanges(isHarmless ? given & ~CallEffects.SetMix : given);

        // `apply(module(), :config, ..)`: only the name is told.
        if ((mayRunAny && state.Hidden.Configures) || arguments.Any(argument => MayConfigure(argument, isAsked: isHarmless)) || arguments.Any(NamesConfiguring))
        {
            state.Hidden.Configures = true;
            state.AddLayer(new UnknownLayer($"config calls that are not followed, in {reason}", site.Location));
        }

        return new UnknownValue(reason, shape);
    }

    /// <summary>What whoever is given modules may change with them.</summary>
    private static CallEffects EffectsOfGiven(ImmutableArray<AbstractValue> arguments)
    {
        var effects = CallEffects.None;
        foreach (var argument in arguments)
        {
            effects |= argument is AtomValue { Name: var module } ? EffectTable.OfGiven(module) : CallEffects.None;
        }

        return effects;
    }

    private static bool NamesConfiguring(AbstractValue argument) =>
        argument is AtomValue { Name: var name } && EffectTable.OfName(name).May(CallEffects.Configure | CallEffects.RunCode);

    private static bool MayHoldFunction(AbstractValue value) => value switch
    {
        FunctionValue or OpaqueValue => true,
        ChoiceValue choice => choice.Alternatives.Any(MayHoldFunction),
        TupleValue tuple => tuple.Items.Any(MayHoldFunction),
        ListValue list => list.Items.Any(MayHoldFunction),
        MapValue map => map.Pairs.Any(pair => MayHoldFunction(pair.Value)),
        _ => false,
    };

    /// <summary>Whether whoever is given this may configure with it: a function, or a module that does.</summary>
    /// <param name="value">What is given.</param>
    /// <param name="isAsked">Whether a module is only asked for: <c>Code.ensure_loaded?(EEx)</c>.</param>
    private static bool MayConfigure(AbstractValue value, bool isAsked) => value switch
    {
        FunctionValue function => function.Target.MayConfigure,
        AtomValue { Name: var module } => !isAsked && EffectTable.OfGiven(module).May(CallEffects.Configure),
        ChoiceValue choice => choice.Alternatives.Any(alternative => MayConfigure(alternative, isAsked)),
        TupleValue tuple => tuple.Items.Any(item => MayConfigure(item, isAsked)),
        ListValue list => list.Items.Any(item => MayConfigure(item, isAsked)),
        MapValue map => map.Pairs.Any(pair => MayConfigure(pair.Value, isAsked)),
        _ => false,
    };
}
