using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content><c>with</c>.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateWith(CallSyntax call, Scope scope)
    {
        if (SectionsOf(call, out var steps) is not { } sections || sections.Keys.Any(key => key is not ("do" or "else")))
        {
            return Opaque(call, scope, "a with block");
        }

        List<FunctionClause>? clauses = null;
        if (sections.TryGetValue("else", out var other) && (other.Body is null || (clauses = ClausesOf(other.Body, scope)) is null))
        {
            return Opaque(call, scope, "a with block");
        }

        return Step(0, scope.Fork());

        AbstractValue Step(int index, Scope inner)
        {
            if (index == steps.Length)
            {
                return EvaluateBranch(sections["do"], inner);
            }

            if (steps[index] is not BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InMatchOperator } step)
            {
                var value = Evaluate(steps[index], inner);
                return value is NeverValue ? value : Step(index + 1, inner);
            }

            var subject = Evaluate(step.Right, inner);
            if (subject is NeverValue)
            {
                return subject;
            }

            var (pattern, guard) = SplitGuard(step.Left);
            return RunClauses(
                [new FunctionClause([pattern], guard, next => Step(index + 1, next), inner)], [subject], () => Otherwise(subject));
        }

        AbstractValue Otherwise(AbstractValue value) => clauses is null ? value : RunClauses(clauses, [value], () => new NeverValue());
    }

    /// <summary>
    /// The sections of a form that takes a do-block or keywords (<c>do: .., else: ..</c>), and its other arguments; null where it has none
    /// or they are written in a way that is not known.
    /// </summary>
    private static Dictionary<string, ExpressionOrBody>? SectionsOf(CallSyntax call, out ImmutableArray<ExpressionSyntax> others)
    {
        var sections = new Dictionary<string, ExpressionOrBody>();
        others = call.Arguments;
        if (call.DoBlock is { } block)
        {
            foreach (var section in block.Sections)
            {
                if (!sections.TryAdd(section.Keyword.Text, new ExpressionOrBody(null, section.Body)))
                {
                    return null;
                }
            }
        }

        if (call.Arguments is [.., KeywordListSyntax keywords])
        {
            others = call.Arguments.RemoveAt(call.Arguments.Length - 1);
            foreach (var pair in keywords.Pairs)
            {
                if (pair.KeyName is not { } name || !sections.TryAdd(name, BodyOf(pair.Value)))
                {
                    return null;
                }
            }
        }

        return sections.ContainsKey("do") ? sections : null;
    }

    /// <summary><c>else: (a -> b)</c> holds clauses.</summary>
    private static ExpressionOrBody BodyOf(ExpressionSyntax expression) =>
        expression is ParenthesizedSyntax { Body.HasClauses: true } clauses ? new(null, clauses.Body) : new(expression, null);
}
