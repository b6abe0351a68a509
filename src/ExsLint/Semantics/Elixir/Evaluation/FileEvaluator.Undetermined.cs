using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
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

        if (arguments.Any(argument => argument is AtomValue { Name: "Elixir.File" or "file" or "Elixir.System" or "os" or "Elixir.Port" }))
        {
            // `Task.async(File, :rm!, ["x"])`
            state.Files.Changes.AddAny();
            state.Environment.ForgetVariables();
        }

        if (!isHarmless && arguments.Any(argument => argument is AtomValue { Name: "Elixir.Mix" or "Elixir.Mix.State" }))
        {
            state.Environment.ForgetMix();
        }

        // `apply(module(), :config, ..)`: only the name is told.
        if ((mayRunAny && state.Hidden.Configures) || arguments.Any(argument => MayConfigure(argument, isAsked: isHarmless)) || arguments.Any(argument => argument is AtomValue { Name: var name } && (name is FunctionReference.Config or ImportName || CodeRunners.HasName(name))))
        {
            state.Hidden.Configures = true;
            state.AddLayer(new UnknownLayer($"config calls that are not followed, in {reason}", site.Location));
        }

        return new UnknownValue(reason, shape);
    }

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
        AtomValue { Name: "Elixir.Config" or "Elixir.Mix.Config" } => !isAsked,
        AtomValue { Name: var module } => !isAsked && CodeRunners.IsRunner(module),
        ChoiceValue choice => choice.Alternatives.Any(alternative => MayConfigure(alternative, isAsked)),
        TupleValue tuple => tuple.Items.Any(item => MayConfigure(item, isAsked)),
        ListValue list => list.Items.Any(item => MayConfigure(item, isAsked)),
        MapValue map => map.Pairs.Any(pair => MayConfigure(pair.Value, isAsked)),
        _ => false,
    };
}
