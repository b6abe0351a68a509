using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Special forms and macros, which decide themselves what is evaluated.</summary>
internal sealed class SpecialFormEvaluator(
    IExpressionEvaluator expressions,
    ConfigCalls configs,
    ImportCalls importCalls,
    DirectiveEvaluator directives,
    ModuleEvaluator modules,
    ConditionEvaluator conditions,
    WithEvaluator withs,
    ComprehensionEvaluator loops,
    TryEvaluator tries,
    RaiseEvaluator raises,
    ClauseRunner clauseRunner,
    BooleanOperators booleans,
    PathMacros paths,
    EnvironmentNames names)
{
    /// <summary>Special forms and macros, which decide themselves what is evaluated; null for anything else.</summary>
    public AbstractValue? Evaluate(CallSyntax call, string name, int arity, Scope scope, AbstractValue? piped)
    {
        switch (name)
        {
            case FunctionReference.Config when scope.FindFunction(name, arity) is null:
                return configs.Evaluate(call, scope, piped);
            case EffectTable.ImportConfig when arity == 1 && call.DoBlock is null:
                return importCalls.Evaluate(call, scope, piped);
            case "if" or "unless" when FormSections.OfIf(call) is { } branches && arity == (call.DoBlock is null ? 2 : 1):
                return conditions.EvaluateIf(
                    piped ?? expressions.Evaluate(call.Arguments[0], scope),
                    piped is null ? call.Arguments[0] : null,
                    branches,
                    scope,
                    negated: name == "unless");
            case "case" when arity == 1 && call.DoBlock is { Sections.Length: 1 }:
                return clauseRunner.EvaluateCase(
                    piped ?? expressions.Evaluate(call.Arguments[0], scope),
                    piped is null ? call.Arguments[0] : null,
                    call.DoBlock.Sections[0].Body,
                    scope);
            case "cond" when arity == 0 && call.DoBlock is { Sections.Length: 1 }:
                return conditions.EvaluateCond(call.DoBlock.Sections[0].Body, scope);
            case "with" when piped is null:
                return withs.Evaluate(call, scope);
            case "for" when piped is null:
                return loops.Evaluate(call, scope);
            case "try" when arity == 0 && call.DoBlock is not null:
                return tries.Evaluate(call, call.DoBlock, scope);
            case "import" or "require" or "alias" or "use" when call.DoBlock is null:
                return directives.Evaluate(name, call, scope);
            case "defmodule" or "def" or "defp" or "defmacro" or "defmacrop" or "defstruct" or "defexception" or "defguard"
                or "defguardp":
                return modules.Evaluate(name, call, scope);
            case "raise" or "reraise" when call.DoBlock is null:
                return raises.Evaluate(call, scope, piped);
            case "throw" when arity == 1 && call.DoBlock is null:
                var thrown = piped ?? expressions.Evaluate(call.Arguments[0], scope);
                return thrown is NeverValue ? thrown : new NeverValue { Kind = NeverKind.Throw, Thrown = thrown };
            case "exit" when call.DoBlock is null:
                return new NeverValue { Kind = NeverKind.Other };
            case "||" or "&&" or "or" or "and" when arity == 2 && call.DoBlock is null:
                // `a |> Kernel.||(b)`
                return booleans.EvaluateShortCircuit(
                    piped ?? expressions.Evaluate(call.Arguments[0], scope),
                    piped is null ? call.Arguments[0] : null,
                    call.Arguments[^1],
                    scope,
                    continueOn: name is "&&" or "and",
                    booleanOnly: name is "or" or "and");
            case "match?" when arity == 2 && call.DoBlock is null && piped is null:
                return clauseRunner.EvaluateMatches(call, scope);
            case "put_in" or "update_in" when arity == 2 && call.DoBlock is null && piped is null:
            case "pop_in" when arity == 1 && call.DoBlock is null && piped is null:
                return paths.Evaluate(call, name, scope);
            default:
                return names.Find(name, arity);
        }
    }
}
