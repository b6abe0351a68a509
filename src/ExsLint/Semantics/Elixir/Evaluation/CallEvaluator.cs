using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Calls as they are written.</summary>
internal sealed class CallEvaluator(
    EvaluationState state,
    IExpressionEvaluator expressions,
    EnvironmentNames names,
    SpecialFormEvaluator forms,
    ScriptEvaluator scripts,
    FunctionValues functions,
    NamedCalls namedCalls,
    MixInRelease mix,
    UnfollowedCode unfollowed)
{
    /// <param name="call">The call.</param>
    /// <param name="scope">What is bound.</param>
    /// <param name="piped">What was piped into it: its first argument.</param>
    public AbstractValue Evaluate(CallSyntax call, Scope scope, AbstractValue? piped = null)
    {
        if (call.Callee is MemberAccessSyntax { NameToken: null, QuotedName: null } anonymous && call.DoBlock is null)
        {
            return EvaluateAnonymousCall(call, anonymous, scope, piped);
        }

        var function = namedCalls.Resolve(call.Callee, scope);
        var arity = call.Arguments.Length + (piped is null ? 0 : 1);
        if (function is { Name: { } name, Module: null or FunctionReference.Kernel }
            && forms.Evaluate(call, name, arity, scope, piped) is { } value)
        {
            return value;
        }

        if (function is { Module: "Code", Name: "require_file" or "eval_file" or "compile_file" }
            && arity is 1 or 2
            && call.DoBlock is null)
        {
            return scripts.Evaluate(function.Name, call, scope, piped);
        }

        if (function.Name is null && call.Callee is MemberAccessSyntax { NameToken: not null } member && call.DoBlock is null)
        {
            return EvaluateDynamicCall(member, call.Arguments, call, scope, piped);
        }

        return call.DoBlock is null
            ? EvaluateFunction(function, call, call.Callee, call.Arguments, scope, piped)
            : unfollowed.Opaque(call, scope, $"a {CalleeText.Of(call.Callee)} block");
    }

    /// <summary>A call without arguments or parentheses: <c>Mix.env</c>, <c>x |> to_string</c>; or a field of a map.</summary>
    public AbstractValue EvaluateBare(ExpressionSyntax callee, Scope scope, AbstractValue? piped)
    {
        var function = namedCalls.Resolve(callee, scope);
        if (function is { Name: { } name, Module: null or FunctionReference.Kernel })
        {
            if (piped is null && names.Find(name, 0) is { } value)
            {
                return value;
            }

            if (piped is not null && name is "raise" or "throw" or "exit")
            {
                return new NeverValue { Kind = name == "raise" ? NeverKind.Error : NeverKind.Other };
            }
        }

        return function.Name is null && callee is MemberAccessSyntax { NameToken: not null } member
            ? EvaluateDynamicCall(member, [], callee, scope, piped)
            : EvaluateFunction(function, callee, callee, [], scope, piped);
    }

    /// <summary>
    /// Evaluates the arguments, then the function; where it is not known, or its arguments not well enough, it is unknown.
    /// </summary>
    public AbstractValue EvaluateFunction(
        FunctionReference function,
        ExpressionSyntax site,
        ExpressionSyntax callee,
        ImmutableArray<ExpressionSyntax> arguments,
        Scope scope,
        AbstractValue? piped)
    {
        var arity = arguments.Length + (piped is null ? 0 : 1);
        if (mix.Find(function, arity, site) is { } withoutMix)
        {
            return withoutMix;
        }

        if (!namedCalls.IsKnown(function, arity, scope) || (namedCalls.IsOfLibrary(function) && Statements.IsStatement(site)))
        {
            var effects = EffectTable.Of(function.Module, function.Name ?? "", arity);
            if (effects.May(CallEffects.SetVariablesAsStatement) && Statements.IsStatement(site))
            {
                state.Environment.ForgetSetVariables();
                if (effects.May(CallEffects.ConfigureAsStatement))
                {
                    state.AddLayer(new UnknownLayer($"what {CalleeText.Of(callee)}/{arity} may configure", site.Location));
                }
            }

            return unfollowed.Opaque(site, scope, $"result of {CalleeText.Of(callee)}/{arity}");
        }

        return expressions.EvaluateSiblings(arguments, scope, out var values, piped) is { } never
            ? never
            : namedCalls.Call(function, values, callee, site, scope);
    }

    /// <summary><c>f.(x)</c></summary>
    private AbstractValue EvaluateAnonymousCall(CallSyntax call, MemberAccessSyntax callee, Scope scope, AbstractValue? piped)
    {
        if (expressions.EvaluateSiblings([callee.Left, .. call.Arguments], scope, out var parts) is { } never)
        {
            return never;
        }

        var arguments = parts.RemoveAt(0);
        return functions.Invoke(parts[0], piped is null ? arguments : arguments.Insert(0, piped), call);
    }

    /// <summary><c>map.field</c>, <c>module.function()</c> where the module is a value.</summary>
    private AbstractValue EvaluateDynamicCall(
        MemberAccessSyntax member,
        ImmutableArray<ExpressionSyntax> arguments,
        ExpressionSyntax site,
        Scope scope,
        AbstractValue? piped)
    {
        if (expressions.EvaluateSiblings([member.Left, .. arguments], scope, out var parts) is { } never)
        {
            return never;
        }

        var name = state.Names.Get(member.NameToken!.Value.TextSpanOf);
        var values = piped is null ? parts.RemoveAt(0) : parts.SetItem(0, piped);
        return parts[0] switch
        {
            AtomValue module when new FunctionReference(FunctionReference.ModuleName(module.Name), name) is var function
                && !NamedCalls.IsMacro(function) =>
                namedCalls.Call(function, values, member, site, scope),
            AtomValue => unfollowed.Undetermined("a macro that is not expanded", values, site),
            MapValue map when site is MemberAccessSyntax && values.IsEmpty =>
                map.Find(new AtomValue(name)) ?? new NeverValue { ExceptionType = "Elixir.KeyError" },
            ChoiceValue choice when site is MemberAccessSyntax
                && values.IsEmpty
                && choice.Alternatives.All(one => one is MapValue) =>
                FieldOfAny(choice, new AtomValue(name)),
            MapValue => unfollowed.Undetermined("a call that is not known", values, site),
            UnknownValue or ChoiceValue or OpaqueValue =>
                EffectTable.OfName(name, values.Length).May(CallEffects.Configure | CallEffects.RunCode | CallEffects.SetMix)
                    ? unfollowed.NotFollowed(site, Reasons.Of(parts[0]))
                    : unfollowed.Undetermined(Reasons.Of(parts[0]), [parts[0], .. values], site),
            _ => new NeverValue(),
        };
    }

    /// <summary>A field of one of several maps; those that lack it raise.</summary>
    private AbstractValue FieldOfAny(ChoiceValue maps, AtomValue field)
    {
        List<AbstractValue> found = [.. maps.Alternatives.Select(map => ((MapValue)map).Find(field)).OfType<AbstractValue>()];
        state.Control.MayRaise |= found.Count < maps.Alternatives.Length;
        return found.Count == 0
            ? new NeverValue { ExceptionType = "Elixir.KeyError" }
            : ChoiceValue.Of(found, maps.Reason);
    }
}
