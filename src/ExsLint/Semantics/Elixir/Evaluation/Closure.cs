using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>fn a, b when c -> d end</c>, with the variables it saw.</summary>
internal sealed class Closure(FileEvaluator evaluator, ImmutableArray<StabClauseSyntax> clauses, Scope scope) : Callable
{
    public override int Arity { get; } = FileEvaluator.PatternsOf(clauses[0]).Length;

    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        evaluator.CallClauses(clauses, arguments, scope);
}

/// <summary><c>&amp;(&amp;1 + &amp;2)</c>, with the variables it saw.</summary>
internal sealed class CaptureExpression(FileEvaluator evaluator, ExpressionSyntax body, int arity, Scope scope) : Callable
{
    public override int Arity { get; } = arity;

    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        evaluator.CallCapture(body, arguments, scope);
}

/// <summary><c>&amp;Mod.fun/1</c>, <c>&amp;fun/1</c>.</summary>
internal sealed class NamedFunction(FileEvaluator evaluator, FunctionReference function, int arity, ExpressionSyntax callee, Scope scope) : Callable
{
    public override int Arity { get; } = arity;

    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        evaluator.CallNamed(function, arguments, callee, site, scope);
}
