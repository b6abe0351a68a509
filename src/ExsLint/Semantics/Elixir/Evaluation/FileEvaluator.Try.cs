using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content><c>try</c>: followed where it is certain whether its body raises.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateTry(ExpressionSyntax node, DoBlockSyntax block, Scope scope)
    {
        const string Reason = "a try block";
        var sections = block.Sections.ToDictionary(section => section.Keyword.Text, section => section.Body);
        if (sections.Count != block.Sections.Length || !sections.TryGetValue("do", out var body))
        {
            return Opaque(node, scope, Reason);
        }

        var mayRaise = session.MayRaise;
        session.MayRaise = false;
        session.TryDepth++;
        var value = EvaluateBody(body, scope.Fork());
        session.TryDepth--;
        var isCertain = !session.MayRaise;
        session.MayRaise |= mayRaise;
        if (!isCertain || (value is NeverValue && (session.HasHiddenCalls || node.DescendantNodesAndSelf().Any(part => MayConfigure(part, scope)))))
        {
            return Opaque(node, scope, Reason);
        }

        value = value switch
        {
            NeverValue never => Handle(never, sections, scope),
            _ when sections.TryGetValue("else", out var other) => ClausesOf(other, scope) is { } clauses
                ? RunClauses(clauses, [value], () => new NeverValue())
                : null,
            _ => value,
        };
        if (value is null)
        {
            return Opaque(node, scope, Reason);
        }

        return sections.TryGetValue("after", out var after) && EvaluateBody(after, scope.Fork()) is NeverValue raised ? raised : value;
    }

    /// <summary>What <c>rescue</c> or <c>catch</c> makes of an error; null where that is not known.</summary>
    private AbstractValue? Handle(NeverValue never, Dictionary<string, BodySyntax> sections, Scope scope)
    {
        sections.TryGetValue("rescue", out var rescue);
        sections.TryGetValue("catch", out var capture);
        if (rescue is null && capture is null)
        {
            return never;
        }

        switch (never.Kind)
        {
            // Which exception it is, is not known: only a clause that takes all of them is.
            case NeverKind.Error when rescue?.Expressions is [StabClauseSyntax { Patterns: [IdentifierSyntax variable], Guard: null } clause, ..]:
                var inner = scope.Fork();
                inner.Bind(variable.Name, new UnknownValue("an exception"));
                return EvaluateBody(clause.Body, inner);
            case NeverKind.Throw when capture is not null && never.Thrown is { } thrown && ClausesOf(capture, scope) is { } clauses:
                return RunClauses(clauses, [thrown], () => never);
            default:
                return null;
        }
    }
}
