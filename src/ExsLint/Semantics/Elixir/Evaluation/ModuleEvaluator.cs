using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Modules that the analysed files define, and their functions.</summary>
internal sealed class ModuleEvaluator(
    EvaluationState state,
    IExpressionEvaluator expressions,
    FunctionValues functions,
    StructEvaluator structs,
    TryEvaluator tries,
    UnfollowedCode unfollowed)
{
    /// <summary>Modules that make what <c>config</c> does: who defines one anew may change that.</summary>
    private static readonly string[] ModulesOfConfig =
    [
        "Elixir.Config", "Elixir.Config.Reader", "Elixir.Mix.Config", "Elixir.Code", "Elixir.Enum", "Elixir.File",
        "Elixir.Kernel", "Elixir.Keyword", "Elixir.List", "Elixir.Map", "Elixir.Mix", "Elixir.Module", "Elixir.Path",
        "Elixir.Process", "Elixir.String",
    ];

    public AbstractValue Evaluate(string name, CallSyntax call, Scope scope)
    {
        switch (name)
        {
            case "defmodule" when call.Arguments is [var alias] && call.DoBlock is { Sections: [var section] }:
                return DefineModule(call, alias, section.Body, scope);
            case "def" or "defp" when scope is { Module: { IsDefining: true } module, Attributes: null }:
                if (state.Control.IsInBranch || !TryDefineFunction(call, scope, module, isPublic: name == "def"))
                {
                    module.IsOpaque = true;
                }

                return new UnknownValue("a function's definition");
            case "defstruct" or "defexception" when scope is { Module.IsDefining: true, Attributes: null }:
                return structs.Define(name, call, scope);
            case "defmacro" or "defmacrop" or "defguard" or "defguardp" when scope.Module is { IsDefining: true } defining:
                if (call.Arguments is [var written, ..] && FunctionHead.Read(written) is { } head)
                {
                    defining.Macros.Add(head.Name);
                }
                else
                {
                    defining.IsOpaque = true;
                }

                state.Hidden.HasRunningMacros |= state.Hidden.Configures
                    || state.Hidden.WritesFiles
                    || state.Hidden.SetsVariables
                    || state.Hidden.SetsMix;
                return new UnknownValue($"result of {name}");
            default:
                return unfollowed.Opaque(call, scope, $"a {name} block");
        }
    }

    /// <summary>Defines a module of the project's <c>lib</c>, which was compiled before.</summary>
    /// <param name="name">The atom.</param>
    /// <param name="body">Its body: <see cref="PlainModule"/>.</param>
    public void DefineLibrary(string name, BodySyntax body)
    {
        var module = new ModuleDefinition(name) { Library = body.Tree };
        state.Modules.Put(module);
        var scope = new Scope().ForModule(module, now: 0);
        foreach (var expression in body.Expressions)
        {
            switch (expression)
            {
                case CallSyntax { LocalName: "def" or "defp" } definition:
                    expressions.Evaluate(definition, scope);
                    if (FunctionHead.Read(definition.Arguments[0]) is { } head && PlainModule.HasEffects(definition, scope))
                    {
                        module.GetOrAdd(head.Name, head.Parameters.Length, isPublic: true).IsUnseen = true;
                    }

                    break;
                case UnaryOperatorSyntax
                {
                    Operand: CallSyntax { Callee: IdentifierSyntax attribute, Arguments: [var value] } call
                }:
                    if (!PlainModule.IsNote(call))
                    {
                        // What the compiler computed may have been computed on another machine.
                        module.Attributes = module.Attributes.SetItem(
                            attribute.Name,
                            IsLiteral(value) ? expressions.Evaluate(value, scope) : new UnknownValue("a module attribute"));
                    }

                    break;
                default:
                    expressions.Evaluate(expression, scope);
                    break;
            }
        }

        (module.IsDefining, module.DefinedAt) = (false, 0);
    }

    private static bool IsLiteral(ExpressionSyntax value) => value.DescendantNodesAndSelf().All(part =>
        part is LiteralSyntax or CollectionSyntax or KeywordListSyntax or KeywordPairSyntax or AliasSyntax or QualifiedAliasSyntax
            or StringLiteralSyntax or StringTextSyntax
            or BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator });

    private AbstractValue DefineModule(CallSyntax call, ExpressionSyntax alias, BodySyntax body, Scope scope)
    {
        var name = alias is LiteralSyntax { Kind: SyntaxKind.Atom } atom
            ? LiteralValue.GetAtomName(atom)
            : ModuleNameOf(alias, scope);
        if (name is null || !state.Limits.TryCall())
        {
            return unfollowed.Opaque(call, scope, "a defmodule block");
        }

        functions.Keep(call, scope);
        var module = new ModuleDefinition(name)
        {
            // Defined twice, or under a condition: which of them is called depends on when.
            IsOpaque = state.Modules.Has(name) || state.Control.IsInBranch || state.Control.IsInTry || MayChangeItself(body),
        };
        state.Modules.Put(module);
        state.Hidden.HasOwnConfig |= Array.IndexOf(ModulesOfConfig, name) >= 0;
        var value = expressions.EvaluateBody(body, scope.ForModule(module, state.Modules.Now));
        if (module.HasCallbacks || state.Hidden.HasRunningMacros)
        {
            unfollowed.Undetermined("what the compiler runs for a module", [], call);
        }

        module.IsDefining = false;
        module.DefinedAt = state.Modules.Tick();
        return value is NeverValue ? value : new UnknownValue("a module");
    }

    /// <summary>The module's full name. Within another module it is below that, and its first part becomes an alias.</summary>
    private static string? ModuleNameOf(ExpressionSyntax alias, Scope scope)
    {
        if (Aliases.NameOf(alias) is not { } written)
        {
            return null;
        }

        if (scope.Module is not { } outer || written.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal))
        {
            return scope.ExpandAlias(written)?.Name;
        }

        var first = written.Split('.')[0];
        scope.AddAlias(first, new AtomValue($"{outer.Name}.{first}"));
        return $"{outer.Name}.{written}";
    }

    /// <summary>
    /// What is written by <c>unquote</c>, by callbacks of the compiler, or by what <c>use</c> brings in is not seen.
    /// </summary>
    private static bool MayChangeItself(BodySyntax body) => body.DescendantNodesAndSelf().Any(node => node switch
    {
        CallSyntax call =>
            call.LocalName is "unquote" or "unquote_splicing" or "defoverridable" or "defdelegate" or "use" or "quote"
            or "defprotocol" or "defimpl" or "defrecord",
        UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AtOperator, Operand: CallSyntax { LocalName: var name } } =>
            name is "before_compile" or "after_compile" or "on_definition" or "on_load" or "after_verify",
        AliasSyntax { Name: "Module" or "Code" } => true,
        _ => false,
    });

    private bool TryDefineFunction(CallSyntax call, Scope scope, ModuleDefinition module, bool isPublic)
    {
        if (call.Arguments.IsEmpty)
        {
            return false;
        }

        if (FunctionHead.Read(call.Arguments[0]) is not { Name: var name, Parameters: var parameters, Guard: var guard })
        {
            return false;
        }

        var function = module.GetOrAdd(name, parameters.Length, isPublic);
        var inner = scope.ForFunction(state.Modules.Now);
        if (!TryReadParameters(parameters, function, inner, out var patterns))
        {
            return false;
        }

        Func<Scope, AbstractValue> run;
        if (call.DoBlock is { } block)
        {
            run = block.Sections is [var only] ? seen =>
                expressions.EvaluateBody(only.Body, seen) : seen => tries.Evaluate(call, block, seen);
        }
        else if (call.Arguments is [_, KeywordListSyntax { Pairs: [{ KeyName: "do" } pair] }])
        {
            run = seen => expressions.Evaluate(pair.Value, seen);
        }
        else
        {
            // A head without a body gives the defaults.
            return call.Arguments.Length == 1 && guard is null;
        }

        function.Clauses.Add(new FunctionClause(patterns, guard, run, inner));
        return true;
    }

    private static bool TryReadParameters(
        ImmutableArray<ExpressionSyntax> parameters,
        FunctionDefinition function,
        Scope scope,
        out ImmutableArray<ExpressionSyntax> patterns)
    {
        var builder = ImmutableArray.CreateBuilder<ExpressionSyntax>(parameters.Length);
        var defaults = ImmutableArray.CreateBuilder<ExpressionSyntax?>(parameters.Length);
        foreach (var parameter in parameters)
        {
            var withDefault = parameter is BinaryOperatorSyntax binary && binary.OperatorToken.TextSpanOf is "\\\\"
                ? binary
                : null;
            builder.Add(withDefault?.Left ?? parameter);
            defaults.Add(withDefault?.Right);
        }

        patterns = builder.MoveToImmutable();
        if (defaults.Any(value => value is not null))
        {
            if (function.DefaultScope is not null)
            {
                return false;
            }

            function.Defaults = defaults.MoveToImmutable();
            function.DefaultScope = scope;
        }

        return true;
    }
}
