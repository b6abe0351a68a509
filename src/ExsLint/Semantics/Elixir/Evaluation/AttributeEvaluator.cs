using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Attributes of modules.</summary>
internal sealed class AttributeEvaluator(EvaluationState state, IExpressionEvaluator expressions, UnfollowedCode unfollowed)
{
    /// <summary>Attributes that are the compiler's: what is read from them is not what was written.</summary>
    private static readonly string[] ReservedAttributes =
    [
        "after_compile", "after_verify", "before_compile", "behaviour", "callback", "compile", "deprecated", "derive", "dialyzer",
        "doc", "enforce_keys", "external_resource", "fallback_to_any", "file", "for", "impl", "macrocallback", "moduledoc",
        "nifs", "on_definition", "on_load", "opaque", "optional_callbacks", "protocol", "since", "spec", "type", "typedoc",
        "typep", "vsn",
    ];

    /// <summary><c>@name value</c> and <c>@name</c>.</summary>
    public AbstractValue Evaluate(UnaryOperatorSyntax attribute, Scope scope)
    {
        if (scope.Module is not { } module)
        {
            return unfollowed.Opaque(attribute, scope, "a module attribute");
        }

        switch (attribute.Operand)
        {
            case CallSyntax { Callee: IdentifierSyntax name, Arguments: [_], DoBlock: null } call
                when Array.IndexOf(ReservedAttributes, name.Name) >= 0 || scope.Attributes is not null:
                module.EnforcesKeys |= name.Name == "enforce_keys";
                if (name.Name is "before_compile" or "after_compile" or "on_definition" or "on_load" or "after_verify")
                {
                    module.HasCallbacks = true;
                    return NamesSeenModule(call.Arguments[0], scope)
                        ? unfollowed.Undetermined($"@{name.Name}", [], call)
                        : unfollowed.NotFollowed(call, $"@{name.Name}");
                }

                return scope.Attributes is null
                    ? new UnknownValue("a module attribute")
                    : unfollowed.Opaque(call, scope, "a module attribute");
            case CallSyntax { Callee: IdentifierSyntax name, Arguments: [var written], DoBlock: null }:
                var value = expressions.Evaluate(written, scope);
                if (value is not NeverValue)
                {
                    module.Attributes = module.Attributes.SetItem(
                        name.Name, state.Control.IsInBranch ? new UnknownValue("a module attribute") : value);
                }

                return value;
            case IdentifierSyntax name when Array.IndexOf(ReservedAttributes, name.Name) < 0:
                return (scope.Attributes ?? module.Attributes).GetValueOrDefault(name.Name) ?? AtomValue.Nil;
            default:
                return unfollowed.Opaque(attribute, scope, "a module attribute");
        }
    }

    /// <summary>
    /// Whether the module whose callback an attribute names is one that the files define; a function alone is the module's own.
    /// </summary>
    private bool NamesSeenModule(ExpressionSyntax value, Scope scope) => value switch
    {
        LiteralSyntax or IdentifierSyntax { Name: "__MODULE__" } => true,
        TupleSyntax { Elements: [var module, _] } => NamesSeenModule(module, scope),
        _ => Aliases.Of(value, scope) is { } module && state.Modules.Has(module.Name),
    };
}
