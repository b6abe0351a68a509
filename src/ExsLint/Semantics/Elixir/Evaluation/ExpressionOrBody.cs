using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>A branch: an expression behind a keyword, or the body of a section.</summary>
/// <param name="Expression">The expression, or null.</param>
/// <param name="Body">The body, or null.</param>
internal sealed record ExpressionOrBody(ExpressionSyntax? Expression, BodySyntax? Body);

/// <summary>The branches of an <c>if</c>.</summary>
/// <param name="Do">What is evaluated where the condition holds.</param>
/// <param name="Else">What is evaluated where it does not, or null.</param>
internal sealed record IfBranches(ExpressionOrBody Do, ExpressionOrBody? Else);
