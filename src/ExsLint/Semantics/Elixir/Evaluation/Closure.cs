using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>fn a, b when c -> d end</c>, with the variables it saw.</summary>
internal sealed class Closure(FunctionValues functions, ImmutableArray<StabClauseSyntax> clauses, Scope scope) : Callable
{
    public override int Arity { get; } = clauses[0].Patterns.Length;

    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        functions.CallClauses(clauses, arguments, scope);
}

/// <summary><c>&amp;(&amp;1 + &amp;2)</c>, with the variables it saw.</summary>
internal sealed class CaptureExpression(FunctionValues functions, ExpressionSyntax body, int arity, Scope scope) : Callable
{
    /// <summary>The expression.</summary>
    public ExpressionSyntax Body { get; } = body;

    public override int Arity { get; } = arity;

    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        functions.CallCapture(Body, arguments, scope);
}

/// <summary><c>&amp;Mod.fun/1</c>, <c>&amp;fun/1</c>.</summary>
internal sealed class NamedFunction(
    NamedCalls calls, FunctionReference function, int arity, ExpressionSyntax callee, Scope scope) : Callable
{
    public override int Arity { get; } = arity;

    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        calls.Call(function, arguments, callee, site, scope);
}
