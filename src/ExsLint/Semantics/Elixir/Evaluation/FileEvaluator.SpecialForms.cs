using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Special forms and macros, and what asks for the environment.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>Special forms and macros, which decide themselves what is evaluated; null for anything else.</summary>
    private AbstractValue? EvaluateSpecialForm(CallSyntax call, string name, int arity, Scope scope, AbstractValue? piped)
    {
        switch (name)
        {
            case FunctionReference.Config when FindLocal(name, arity, scope) is null:
                return EvaluateConfig(call, scope, piped);
            case EffectTable.ImportConfig when arity == 1 && call.DoBlock is null:
                return EvaluateImport(call, scope, piped);
            case "if" or "unless" when BranchesOf(call) is { } branches && arity == (call.DoBlock is null ? 2 : 1):
                return EvaluateIf(piped ?? Evaluate(call.Arguments[0], scope), branches, scope, negated: name == "unless");
            case "case" when arity == 1 && call.DoBlock is { Sections.Length: 1 }:
                return EvaluateCase(piped ?? Evaluate(call.Arguments[0], scope), call.DoBlock.Sections[0].Body, scope);
            case "cond" when arity == 0 && call.DoBlock is { Sections.Length: 1 }:
                return EvaluateCond(call.DoBlock.Sections[0].Body, scope);
            case "with" when piped is null:
                return EvaluateWith(call, scope);
            case "for" when piped is null:
                return EvaluateFor(call, scope);
            case "try" when arity == 0 && call.DoBlock is not null:
                return EvaluateTry(call, call.DoBlock, scope);
            case "import" or "require" or "alias" or "use" when call.DoBlock is null:
                return EvaluateDirective(name, call, scope);
            case "defmodule" or "def" or "defp" or "defmacro" or "defmacrop" or "defstruct" or "defexception" or "defguard" or "defguardp":
                return EvaluateDefinition(name, call, scope);
            case "raise" or "reraise" when call.DoBlock is null:
                return EvaluateRaise(call, scope, piped);
            case "throw" when arity == 1 && call.DoBlock is null:
                var thrown = piped ?? Evaluate(call.Arguments[0], scope);
                return thrown is NeverValue ? thrown : new NeverValue { Kind = NeverKind.Throw, Thrown = thrown };
            case "exit" when call.DoBlock is null:
                return new NeverValue { Kind = NeverKind.Other };
            case "||" or "&&" or "or" or "and" when arity == 2 && call.DoBlock is null:
                // `a |> Kernel.||(b)`
                return EvaluateShortCircuit(piped ?? Evaluate(call.Arguments[0], scope), call.Arguments[^1], scope, continueOn: name is "&&" or "and", booleanOnly: name is "or" or "and");
            case "match?" when arity == 2 && call.DoBlock is null && piped is null:
                return EvaluateMatches(call, scope);
            default:
                return Environment(name, arity);
        }
    }

    private AbstractValue? Environment(string name, int arity) => (name, arity) switch
    {
        ("config_env", 0) when LacksEnvironment => new NeverValue(),
        ("config_env" or "config_target", 0) when file.Role == ConfigFileRole.Runtime && state.Environment.HasSetMix =>
            new UnknownValue("an environment that the configuration may have told Mix", ValueShape.Atom),
        ("config_env", 0) => new AtomValue(state.Environment.Name),
        ("config_target", 0) => new AtomValue("host"),
        _ => null,
    };
}
