using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Function values, and calls of what only evaluation finds.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>The patterns of a clause: bracketless keywords at the end are one list.</summary>
    public static ImmutableArray<ExpressionSyntax> PatternsOf(StabClauseSyntax clause) => clause.Patterns;

    private AbstractValue EvaluateFn(FnSyntax function, Scope scope)
    {
        ImmutableArray<StabClauseSyntax> clauses = [.. function.Clauses.Expressions.OfType<StabClauseSyntax>()];
        if (clauses.IsEmpty || clauses.Length != function.Clauses.Expressions.Length || clauses.Any(clause => clause.Patterns.Length != clauses[0].Patterns.Length))
        {
            return Opaque(function, scope, "a function", new OpaqueValue("a function"));
        }

        return new FunctionValue(new Closure(this, clauses, scope.Fork()) { MayConfigure = Keep(function, scope) });
    }

    /// <summary>
    /// Whether calling a function may configure something. One that may, and that may be kept and called later, makes every call that is
    /// not followed suspicious.
    /// </summary>
    private bool Keep(ExpressionSyntax function, Scope scope)
    {
        var configures = state.Hidden.IsConfiguring(function, () => LookInto(function, scope));
        state.Hidden.Configures |= configures && IsKept(function, function);
        return configures || state.Hidden.Configures;
    }

    /// <summary>Whether a function may configure something; what else it may do is remembered.</summary>
    private bool LookInto(ExpressionSyntax function, Scope scope)
    {
        var configures = false;
        foreach (var part in function.DescendantNodesAndSelf())
        {
            var effects = UnseenCode.EffectsOf(part, scope);
            configures |= effects.May(CallEffects.Configure);
            state.Hidden.SetsMix |= effects.May(CallEffects.SetMix);
            state.Hidden.WritesFiles |= effects.May(CallEffects.WriteFiles | CallEffects.RunPrograms);
            state.Hidden.SetsVariables |= effects.May(CallEffects.SetVariables);
        }

        return configures;
    }

    /// <summary><c>&amp;f/1</c>, <c>&amp;Mod.f/1</c>, <c>&amp;(&amp;1 + 1)</c></summary>
    private AbstractValue EvaluateCapture(UnaryOperatorSyntax capture, Scope scope)
    {
        if (CaptureForm.ArgumentOf(capture) is { } index && !CaptureForm.IsApart(capture))
        {
            return EvaluateCaptureArgument(capture, index, scope);
        }

        if (CaptureForm.FunctionOf(capture) is { } named)
        {
            var function = named.Callee is null ? new FunctionReference(null, "/") : Resolve(named.Callee, scope);
            return function.Name is null || named.Arity > CaptureForm.MaximumArity
                ? Opaque(capture, scope, "a function", new OpaqueValue("a function"))
                : new FunctionValue(
                    new NamedFunction(this, function, named.Arity, named.Callee ?? capture, scope.Fork())
                    {
                        MayConfigure = Keep(capture, scope),
                    });
        }

        var numbers = CaptureForm.PartsOf(capture.Operand)
            .Select(part => CaptureForm.IsApart(part) ? 0 : CaptureForm.ArgumentOf(part) ?? 0).ToHashSet();
        return numbers.Count > 0 && !numbers.Contains(0) && numbers.Max() == numbers.Count
            && numbers.Count <= CaptureForm.MaximumArity
            ? new FunctionValue(new CaptureExpression(this, capture.Operand, numbers.Count, scope.Fork())
            {
                MayConfigure = Keep(capture, scope),
            })
            : Opaque(capture, scope, "a function", new OpaqueValue("a function"));
    }

    /// <summary>Runs the clause of a <c>fn</c> that takes these arguments.</summary>
    public AbstractValue CallClauses(ImmutableArray<StabClauseSyntax> clauses, ImmutableArray<AbstractValue> arguments, Scope scope)
    {
        var candidates = new FunctionClause[clauses.Length];
        for (var i = 0; i < clauses.Length; i++)
        {
            var clause = clauses[i];
            candidates[i] = new FunctionClause(clause.Patterns, clause.Guard, inner => EvaluateBody(clause.Body, inner), scope);
        }

        return RunClauses(candidates, arguments, () => new NeverValue { ExceptionType = "Elixir.FunctionClauseError" });
    }

    /// <summary>Evaluates the expression of a capture.</summary>
    public AbstractValue CallCapture(ExpressionSyntax body, ImmutableArray<AbstractValue> arguments, Scope scope) =>
        Evaluate(body, scope.ForCapture(arguments));

    private AbstractValue EvaluateCaptureArgument(ExpressionSyntax argument, int? index, Scope scope) =>
        index is { } number && number > 0 && number <= scope.CaptureArguments.Length
            ? scope.CaptureArguments[number - 1]
            : Opaque(argument, scope, "an argument of a capture");

    /// <summary>Calls what an expression gave.</summary>
    public AbstractValue Invoke(AbstractValue function, ImmutableArray<AbstractValue> arguments, SyntaxNode site)
    {
        switch (function)
        {
            case FunctionValue { Target: var target } when target.Arity != arguments.Length:
                return new NeverValue();
            case FunctionValue { Target: var target }:
                if (!state.Limits.TryEnter())
                {
                    return Undetermined(WorkBudget.Reason, [function, .. arguments], site);
                }

                var value = state.Limits.TryCall() ? target.Call(arguments, site) : Undetermined(WorkBudget.Reason, [function, .. arguments], site);
                state.Limits.Leave();
                return value;
            case UnknownValue or ChoiceValue or OpaqueValue:
                return Undetermined(ReasonOf(function), arguments, site);
            default:
                return new NeverValue();
        }
    }

    /// <summary><c>f.(x)</c></summary>
    private AbstractValue EvaluateAnonymousCall(CallSyntax call, MemberAccessSyntax callee, Scope scope, AbstractValue? piped)
    {
        if (EvaluateSiblings([callee.Left, .. call.Arguments], scope, out var parts) is { } never)
        {
            return never;
        }

        var arguments = parts.RemoveAt(0);
        return Invoke(parts[0], piped is null ? arguments : arguments.Insert(0, piped), call);
    }

    /// <summary><c>map.field</c>, <c>module.function()</c> where the module is a value.</summary>
    private AbstractValue EvaluateDynamicCall(
        MemberAccessSyntax member, ImmutableArray<ExpressionSyntax> arguments, ExpressionSyntax site, Scope scope, AbstractValue? piped)
    {
        if (EvaluateSiblings([member.Left, .. arguments], scope, out var parts) is { } never)
        {
            return never;
        }

        var name = state.Names.Get(member.NameToken!.Value.TextSpanOf);
        var values = piped is null ? parts.RemoveAt(0) : parts.SetItem(0, piped);
        return parts[0] switch
        {
            AtomValue module when new FunctionReference(FunctionReference.ModuleName(module.Name), name) is var function && !IsMacro(function) =>
                CallNamed(function, values, member, site, scope),
            AtomValue => Undetermined("a macro that is not expanded", values, site),
            MapValue map when site is MemberAccessSyntax && values.IsEmpty => map.Find(new AtomValue(name)) ?? new NeverValue { ExceptionType = "Elixir.KeyError" },
            MapValue => Undetermined("a call that is not known", values, site),
            UnknownValue or ChoiceValue or OpaqueValue =>
                EffectTable.OfName(name, values.Length).May(CallEffects.Configure | CallEffects.RunCode | CallEffects.SetMix)
                    ? NotFollowed(site, ReasonOf(parts[0])) : Undetermined(ReasonOf(parts[0]), [parts[0], .. values], site),
            _ => new NeverValue(),
        };
    }
}
