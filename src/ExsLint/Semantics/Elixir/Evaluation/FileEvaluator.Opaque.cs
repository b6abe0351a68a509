using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Expressions that are not looked into: what they may configure and bind.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>
    /// The value of an expression that is not looked into. If it holds <c>config</c> or <c>import_config</c> calls, nobody knows what
    /// they configure; nor what variables hold that it may bind.
    /// </summary>
    private AbstractValue Opaque(SyntaxNode node, Scope scope, string reason, AbstractValue? value = null)
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
        call is CallSyntax { LocalName: FunctionReference.Config, Arguments: [LiteralSyntax { Kind: SyntaxKind.Atom } app, _, ..], DoBlock: null, Parent: var parent }
        && !(parent is BinaryOperatorSyntax operation && operation.OperatorToken.TextSpanOf is "|>")
            ? LiteralValue.GetAtomName(app)
            : null;

    /// <summary>Whether a call stands in a function, macro or module that may be kept and called later. <c>Enum.each</c> keeps none.</summary>
    private static bool IsKept(SyntaxNode call, SyntaxNode within)
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
    /// The variables that an expression rebinds are unknown behind it. Most such expressions are scopes of their own, out of which
    /// nothing gets; that is not looked into either.
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
}
