using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Functions that are values: <c>fn</c> and captures, and their calls.</summary>
internal sealed class FunctionValues(
    EvaluationState state,
    IExpressionEvaluator expressions,
    ClauseRunner clauseRunner,
    NamedCalls namedCalls,
    UnfollowedCode unfollowed)
{
    public AbstractValue EvaluateFn(FnSyntax function, Scope scope)
    {
        ImmutableArray<StabClauseSyntax> clauses = [.. function.Clauses.Expressions.OfType<StabClauseSyntax>()];
        if (clauses.IsEmpty
            || clauses.Length != function.Clauses.Expressions.Length
            || clauses.Any(clause => clause.Patterns.Length != clauses[0].Patterns.Length))
        {
            return unfollowed.Opaque(function, scope, "a function", new OpaqueValue("a function"));
        }

        return new FunctionValue(new Closure(this, clauses, scope.Fork()) { MayConfigure = Keep(function, scope) });
    }

    /// <summary>
    /// Whether calling a function may configure something. One that may, and that may be kept and called later, makes every call
    /// that is not followed suspicious.
    /// </summary>
    public bool Keep(ExpressionSyntax function, Scope scope)
    {
        var configures = state.Hidden.IsConfiguring(function, () => LookInto(function, scope));
        state.Hidden.Configures |= configures && UnfollowedCode.IsKept(function, function);
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
    public AbstractValue EvaluateCapture(UnaryOperatorSyntax capture, Scope scope)
    {
        if (CaptureForm.ArgumentOf(capture) is { } index && !CaptureForm.IsApart(capture))
        {
            return EvaluateCaptureArgument(capture, index, scope);
        }

        if (CaptureForm.FunctionOf(capture) is { } named)
        {
            var function = named.Callee is null ? new FunctionReference(null, "/") : namedCalls.Resolve(named.Callee, scope);
            return function.Name is null || named.Arity > CaptureForm.MaximumArity
                ? unfollowed.Opaque(capture, scope, "a function", new OpaqueValue("a function"))
                : new FunctionValue(
                    new NamedFunction(namedCalls, function, named.Arity, named.Callee ?? capture, scope.Fork())
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
            : unfollowed.Opaque(capture, scope, "a function", new OpaqueValue("a function"));
    }

    /// <summary>Runs the clause of a <c>fn</c> that takes these arguments.</summary>
    public AbstractValue CallClauses(
        ImmutableArray<StabClauseSyntax> clauses, ImmutableArray<AbstractValue> arguments, Scope scope)
    {
        var candidates = new FunctionClause[clauses.Length];
        for (var i = 0; i < clauses.Length; i++)
        {
            var clause = clauses[i];
            candidates[i] = new FunctionClause(
                clause.Patterns, clause.Guard, inner => expressions.EvaluateBody(clause.Body, inner), scope);
        }

        return clauseRunner.Run(candidates, arguments, () => new NeverValue { ExceptionType = "Elixir.FunctionClauseError" });
    }

    /// <summary>Evaluates the expression of a capture.</summary>
    public AbstractValue CallCapture(ExpressionSyntax body, ImmutableArray<AbstractValue> arguments, Scope scope) =>
        expressions.Evaluate(body, scope.ForCapture(arguments));

    public AbstractValue EvaluateCaptureArgument(ExpressionSyntax argument, int? index, Scope scope) =>
        index is { } number && number > 0 && number <= scope.CaptureArguments.Length
            ? scope.CaptureArguments[number - 1]
            : unfollowed.Opaque(argument, scope, "an argument of a capture");

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
                    return unfollowed.Undetermined(WorkBudget.Reason, [function, .. arguments], site);
                }

                var value = state.Limits.TryCall()
                    ? target.Call(arguments, site)
                    : unfollowed.Undetermined(WorkBudget.Reason, [function, .. arguments], site);
                state.Limits.Leave();
                return value;
            case UnknownValue or ChoiceValue or OpaqueValue:
                return unfollowed.Undetermined(Reasons.Of(function), arguments, site);
            default:
                return new NeverValue();
        }
    }
}
