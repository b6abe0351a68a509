using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Modules that the analysed files define, their functions and attributes.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>Attributes that are the compiler's: what is read from them is not what was written.</summary>
    private static readonly string[] ReservedAttributes =
    [
        "after_compile", "after_verify", "before_compile", "behaviour", "callback", "compile", "deprecated", "derive", "dialyzer", "doc",
        "enforce_keys", "external_resource", "fallback_to_any", "file", "for", "impl", "macrocallback", "moduledoc", "nifs", "on_definition",
        "on_load", "opaque", "optional_callbacks", "protocol", "since", "spec", "type", "typedoc", "typep", "vsn",
    ];

    /// <summary>Modules that make what <c>config</c> does: who defines one anew may change that.</summary>
    private static readonly string[] ModulesOfConfig =
    [
        "Elixir.Config", "Elixir.Config.Reader", "Elixir.Mix.Config", "Elixir.Code", "Elixir.Enum", "Elixir.File", "Elixir.Kernel", "Elixir.Keyword",
        "Elixir.List", "Elixir.Map", "Elixir.Mix", "Elixir.Module", "Elixir.Path", "Elixir.Process", "Elixir.String",
    ];

    private AbstractValue EvaluateDefinition(string name, CallSyntax call, Scope scope)
    {
        switch (name)
        {
            case "defmodule" when call.Arguments is [var alias] && call.DoBlock is { Sections: [var section] }:
                return DefineModule(call, alias, section.Body, scope);
            case "def" or "defp" when scope is { Module: { IsDefining: true } module, Attributes: null }:
                if (session.BranchDepth > 0 || !TryDefineFunction(call, scope, module, isPublic: name == "def"))
                {
                    module.IsOpaque = true;
                }

                return new UnknownValue("a function's definition");
            case "defstruct" or "defexception" when scope is { Module.IsDefining: true, Attributes: null }:
                return DefineStruct(name, call, scope);
            case "defmacro" or "defmacrop" or "defguard" or "defguardp" when scope.Module is { IsDefining: true } defining:
                if (call.Arguments is [var written, ..] && FunctionHead.Read(written) is { } head)
                {
                    defining.Macros.Add(head.Name);
                }
                else
                {
                    defining.IsOpaque = true;
                }

                session.HasRunningMacros |= session.HasHiddenCalls || session.HasHiddenWrites || session.HasHiddenVariables || session.HasHiddenMix;
                return new UnknownValue($"result of {name}");
            default:
                return Opaque(call, scope, $"a {name} block");
        }
    }

    private AbstractValue DefineModule(CallSyntax call, ExpressionSyntax alias, BodySyntax body, Scope scope)
    {
        var name = alias is LiteralSyntax { Kind: SyntaxKind.Atom } atom ? LiteralValue.GetAtomName(atom) : ModuleNameOf(alias, scope);
        if (name is null || !session.TryCall())
        {
            return Opaque(call, scope, "a defmodule block");
        }

        Keep(call, scope);
        var module = new ModuleDefinition(name)
        {
            // Defined twice, or under a condition: which of them is called depends on when.
            IsOpaque = session.Modules.ContainsKey(name) || session.BranchDepth > 0 || session.TryDepth > 0 || MayChangeItself(body),
        };
        session.Modules[name] = module;
        session.HasOwnConfig |= Array.IndexOf(ModulesOfConfig, name) >= 0;
        var value = EvaluateBody(body, scope.ForModule(module, session.Definitions));
        if (module.HasCallbacks || session.HasRunningMacros)
        {
            Undetermined("what the compiler runs for a module", [], call);
        }

        module.IsDefining = false;
        module.DefinedAt = ++session.Definitions;
        return value is NeverValue ? value : new UnknownValue("a module");
    }

    /// <summary>The module's full name. Within another module it is below that, and its first part becomes an alias.</summary>
    private static string? ModuleNameOf(ExpressionSyntax alias, Scope scope)
    {
        if (AliasName(alias) is not { } written)
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

    /// <summary>What is written by <c>unquote</c>, by callbacks of the compiler, or by what <c>use</c> brings in is not seen.</summary>
    private static bool MayChangeItself(BodySyntax body) => body.DescendantNodesAndSelf().Any(node => node switch
    {
        CallSyntax call => call.LocalName is "unquote" or "unquote_splicing" or "defoverridable" or "defdelegate" or "use" or "quote"
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
        var inner = scope.ForFunction(session.Definitions);
        if (!TryReadParameters(parameters, function, inner, out var patterns))
        {
            return false;
        }

        Func<Scope, AbstractValue> run;
        if (call.DoBlock is { } block)
        {
            run = block.Sections is [var only] ? seen => EvaluateBody(only.Body, seen) : seen => EvaluateTry(call, block, seen);
        }
        else if (call.Arguments is [_, KeywordListSyntax { Pairs: [{ KeyName: "do" } pair] }])
        {
            run = seen => Evaluate(pair.Value, seen);
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
        ImmutableArray<ExpressionSyntax> parameters, FunctionDefinition function, Scope scope, out ImmutableArray<ExpressionSyntax> patterns)
    {
        var builder = ImmutableArray.CreateBuilder<ExpressionSyntax>(parameters.Length);
        var defaults = ImmutableArray.CreateBuilder<ExpressionSyntax?>(parameters.Length);
        foreach (var parameter in parameters)
        {
            var withDefault = parameter is BinaryOperatorSyntax binary && binary.OperatorToken.TextSpanOf is "\\\\" ? binary : null;
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

    /// <summary>Calls a function of a module; what is not given has its default.</summary>
    private AbstractValue CallDefinition(FunctionDefinition function, ImmutableArray<AbstractValue> arguments)
    {
        if (!session.TryEnter())
        {
            return Undetermined(WorkBudget.Reason, arguments, file.Tree.Root);
        }

        try
        {
            if (!session.TryCall())
            {
                return Undetermined(WorkBudget.Reason, arguments, file.Tree.Root);
            }

            if (arguments.Length < function.Arity)
            {
                if (WithDefaults(function, arguments) is not { } all)
                {
                    return new NeverValue();
                }

                arguments = all;
            }

            return RunClauses(function.Clauses, arguments, () => new NeverValue { ExceptionType = "Elixir.FunctionClauseError" });
        }
        finally
        {
            session.Leave();
        }
    }

    private ImmutableArray<AbstractValue>? WithDefaults(FunctionDefinition function, ImmutableArray<AbstractValue> given)
    {
        var optional = given.Length - (function.Arity - function.Defaults.Count(value => value is not null));
        var next = 0;
        var arguments = ImmutableArray.CreateBuilder<AbstractValue>(function.Arity);
        for (var i = 0; i < function.Arity; i++)
        {
            if (function.Defaults[i] is not { } value || optional-- > 0)
            {
                arguments.Add(given[next++]);
                continue;
            }

            var evaluated = Evaluate(value, function.DefaultScope!.Fork());
            if (evaluated is NeverValue)
            {
                return null;
            }

            arguments.Add(evaluated);
        }

        return arguments.MoveToImmutable();
    }

    /// <summary><c>@name value</c> and <c>@name</c>.</summary>
    private AbstractValue EvaluateAttribute(UnaryOperatorSyntax attribute, Scope scope)
    {
        if (scope.Module is not { } module)
        {
            return Opaque(attribute, scope, "a module attribute");
        }

        switch (attribute.Operand)
        {
            case CallSyntax { Callee: IdentifierSyntax name, Arguments: [_], DoBlock: null } call
                when Array.IndexOf(ReservedAttributes, name.Name) >= 0 || scope.Attributes is not null:
                module.EnforcesKeys |= name.Name == "enforce_keys";
                if (name.Name is "before_compile" or "after_compile" or "on_definition" or "on_load" or "after_verify")
                {
                    module.HasCallbacks = true;
                    return NamesSeenModule(call.Arguments[0], scope) ? Undetermined($"@{name.Name}", [], call) : NotFollowed(call, $"@{name.Name}");
                }

                return scope.Attributes is null ? new UnknownValue("a module attribute") : Opaque(call, scope, "a module attribute");
            case CallSyntax { Callee: IdentifierSyntax name, Arguments: [var written], DoBlock: null }:
                var value = Evaluate(written, scope);
                if (value is not NeverValue)
                {
                    module.Attributes = module.Attributes.SetItem(
                        name.Name, session.BranchDepth > 0 ? new UnknownValue("a module attribute") : value);
                }

                return value;
            case IdentifierSyntax name when Array.IndexOf(ReservedAttributes, name.Name) < 0:
                return (scope.Attributes ?? module.Attributes).GetValueOrDefault(name.Name) ?? AtomValue.Nil;
            default:
                return Opaque(attribute, scope, "a module attribute");
        }
    }

    /// <summary>
    /// Whether the module whose callback an attribute names is one that the files define; a function alone is the module's own.
    /// </summary>
    private bool NamesSeenModule(ExpressionSyntax value, Scope scope) => value switch
    {
        LiteralSyntax or IdentifierSyntax { Name: "__MODULE__" } => true,
        TupleSyntax { Elements: [var module, _] } => NamesSeenModule(module, scope),
        _ => AliasOf(value, scope) is { } module && session.Modules.ContainsKey(module.Name),
    };
}
