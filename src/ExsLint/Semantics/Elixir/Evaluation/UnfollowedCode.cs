using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Code and calls that are not followed: what they may do is remembered, and their value is not known.</summary>
internal sealed class UnfollowedCode(EvaluationState state)
{
    /// <summary>
    /// The value of an expression that is not looked into. If it holds <c>config</c> or <c>import_config</c> calls, nobody knows
    /// what they configure; nor what variables hold that it may bind.
    /// </summary>
    public AbstractValue Opaque(SyntaxNode node, Scope scope, string reason, AbstractValue? value = null)
    {
        state.Control.MayRaise = true;
        if (scope.Module is { IsDefining: true } module)
        {
            module.IsOpaque = true;
        }

        var configures = state.Hidden.Configures && value is not OpaqueValue;
        var apps = new SortedSet<string>(StringComparer.Ordinal);
        state.AddHiddenChanges();
        foreach (var part in node.DescendantNodesAndSelf())
        {
            var effects = UnseenCode.EffectsOf(part, scope) | UnseenCode.EffectsOfGiven(part);
            if (effects.May(CallEffects.Configure))
            {
                if (AppOf(part) is { } app)
                {
                    apps.Add(app);
                }
                else
                {
                    configures = true;
                }

                state.Hidden.Configures = state.Hidden.Configures || IsKept(part, node);
                if (part is AliasSyntax { Name: "Code" } or MemberAccessSyntax)
                {
                    state.Modules.Forget();
                }

                if (effects.May(CallEffects.RunCode))
                {
                    state.ForgetAll();
                }
            }

            state.AddChanges(effects);
            state.Hidden.HasImplementations |= part is CallSyntax { LocalName: "defimpl" } or AliasSyntax { Name: "Protocol" };
            ForgetBindings(part, scope);
        }

        var layer = new UnknownLayer($"config calls that are not followed, in {reason}", node.Location);
        if (configures || (state.Hidden.Configures && apps.Count > 0))
        {
            state.AddLayer(layer);
        }
        else
        {
            foreach (var app in apps)
            {
                state.AddLayer(layer with { App = app });
            }
        }

        return value ?? new UnknownValue(reason);
    }

    /// <summary>The only application that a call configures, where that is written; null where it may be any.</summary>
    private static string? AppOf(SyntaxNode call) =>
        call is CallSyntax
        {
            LocalName: FunctionReference.Config, DoBlock: null, Parent: var parent,
            Arguments: [LiteralSyntax { Kind: SyntaxKind.Atom } app, _, ..]
        }
        && !(parent is BinaryOperatorSyntax operation && operation.OperatorToken.TextSpanOf is "|>")
            ? LiteralValue.GetAtomName(app)
            : null;

    /// <summary>
    /// Whether a call stands in a function, macro or module that may be kept and called later. <c>Enum.each</c> keeps none.
    /// </summary>
    public static bool IsKept(SyntaxNode call, SyntaxNode within)
    {
        for (var node = call; node is not null; node = node == within ? null : node.Parent)
        {
            var isFunction = node switch
            {
                FnSyntax or UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.CaptureOperator } =>
                    node.Parent is not CallSyntax { Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Enum" } } },
                CallSyntax { LocalName: "defmodule" or "quote" or "defimpl" } => true,
                _ => false,
            };
            if (isFunction)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The variables that an expression rebinds are unknown behind it. Most such expressions are scopes of their own, out of
    /// which nothing gets; that is not looked into either.
    /// </summary>
    private static void ForgetBindings(SyntaxNode node, Scope scope)
    {
        if (node is BinaryOperatorSyntax match && match.OperatorToken.TextSpanOf is "=")
        {
            ForgetVariables(match.Left, scope);
        }
        else if (node is CallSyntax { LocalName: "destructure", Arguments: [var pattern, ..] })
        {
            ForgetVariables(pattern, scope);
        }
    }

    private static void ForgetVariables(SyntaxNode pattern, Scope scope)
    {
        foreach (var variable in pattern.DescendantNodesAndSelf().OfType<IdentifierSyntax>())
        {
            if (scope.Find(variable.Name) is not null)
            {
                scope.Bind(variable.Name, new UnknownValue($"variable {variable.Name}"));
            }
        }
    }

    /// <summary>The value of a call that was not followed, or not to its end.</summary>
    /// <param name="reason">Why it is not known.</param>
    /// <param name="arguments">What it was given.</param>
    /// <param name="site">The call.</param>
    /// <param name="shape">What is known of the value.</param>
    /// <param name="isHarmless">Whether it runs no function that it was not given.</param>
    public UnknownValue Undetermined(
        string reason, ImmutableArray<AbstractValue> arguments, SyntaxNode site, ValueShape shape =
            ValueShape.Any, bool isHarmless = false)
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
        if ((mayRunAny && state.Hidden.Configures)
            || arguments.Any(argument => MayConfigure(argument, isAsked: isHarmless))
            || arguments.Any(NamesConfiguring))
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

    public UnknownValue NotFollowed(SyntaxNode call, string reason)
    {
        state.ForgetAll();
        state.AddLayer(new UnknownLayer($"config calls that are not followed, in {reason}", call.Location));
        return new UnknownValue(reason);
    }

    /// <summary>
    /// Elixir would stop here, unless a <c>try</c> around it goes on. The finding says so, and the rest is judged as if this were
    /// mended in an unknown way.
    /// </summary>
    public AbstractValue Refuse(SyntaxNode node, ConfigErrorKind kind, string argument)
    {
        if (state.Control.IsInTry)
        {
            return new NeverValue { Node = node, Refusal = (kind, argument) };
        }

        state.AddError(kind, argument, node);
        state.AddLayer(new UnknownLayer("a call that Elixir refuses", node.Location) { IsOfError = true });
        return new UnknownValue("a call that Elixir refuses");
    }
}
