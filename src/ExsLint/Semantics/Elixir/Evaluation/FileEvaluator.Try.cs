using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>
/// <c>try</c>: followed where it is certain whether its body raises, and what; where that is not, its value is that of the body or of any
/// clause of <c>rescue</c>.
/// </content>
internal sealed partial class FileEvaluator
{
    private const string TryReason = "a try block";

    private AbstractValue EvaluateTry(ExpressionSyntax node, DoBlockSyntax block, Scope scope)
    {
        var sections = new Dictionary<string, BodySyntax>();
        foreach (var section in block.Sections)
        {
            sections.TryAdd(section.Keyword.Text, section.Body);
        }

        if (sections.Count != block.Sections.Length || !sections.TryGetValue("do", out var body))
        {
            return Opaque(node, scope, TryReason);
        }

        var mayRaise = session.MayRaise;
        session.MayRaise = false;
        session.TryDepth++;
        var value = EvaluateBody(body, scope.Fork());
        session.TryDepth--;
        var isCertain = !session.MayRaise;
        session.MayRaise |= mayRaise;
        if (!isCertain && (session.HasHiddenCalls || node.DescendantNodesAndSelf().Any(part => MayConfigure(part, scope))))
        {
            return Opaque(node, scope, TryReason);
        }

        var result = isCertain ? Continue(value, sections, scope) : ContinueEither(value, sections, scope);
        if (result is null)
        {
            return Opaque(node, scope, TryReason);
        }

        return sections.TryGetValue("after", out var after) && EvaluateBody(after, scope.Fork()) is NeverValue raised ? raised : result;
    }

    /// <summary>What comes of a body that certainly raises, or certainly does not; null where that is not known.</summary>
    private AbstractValue? Continue(AbstractValue value, Dictionary<string, BodySyntax> sections, Scope scope)
    {
        if (value is NeverValue never)
        {
            return Handle(never, sections, scope);
        }

        return !sections.TryGetValue("else", out var other) ? value
            : ClausesOf(other, scope) is { } clauses ? RunClauses(clauses, [value], () => new NeverValue())
            : null;
    }

    /// <summary>What comes of a body of which nobody knows whether it raises: its value, or that of a clause that may take the error.</summary>
    private AbstractValue? ContinueEither(AbstractValue value, Dictionary<string, BodySyntax> sections, Scope scope)
    {
        if (!sections.TryGetValue("rescue", out var rescue) || sections.ContainsKey("catch") || sections.ContainsKey("else") || !session.MayBranch
            || rescue.Expressions.Any(expression => expression is not StabClauseSyntax { Patterns.Length: 1, Guard: null }))
        {
            return null;
        }

        var reason = value is UnknownValue unknown ? unknown.Reason : "whether something raises";
        var set = new BranchSet(session);
        set.Run(() => value);
        foreach (var clause in rescue.Expressions.Cast<StabClauseSyntax>())
        {
            set.Run(() => EvaluateBody(clause.Body, RescueScope(clause.Patterns[0], new UnknownValue("an exception"), scope)));
        }

        return set.Join(reason);
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

        return never.Kind switch
        {
            NeverKind.Error when rescue is not null => Rescue(never, rescue, scope, isCaught: capture is not null),
            NeverKind.Throw when capture is not null && never.Thrown is { } thrown => Catch(never, thrown, capture, scope),
            NeverKind.Throw when capture is null => never,
            _ => null,
        };
    }

    /// <summary>What <c>catch x -> ..</c> or <c>catch kind, x -> ..</c> makes of what was thrown; the throw itself where no clause takes it.</summary>
    private AbstractValue? Catch(NeverValue never, AbstractValue thrown, BodySyntax capture, Scope scope) =>
        ClausesOf(capture, scope) is { } clauses ? RunClauses(clauses, [thrown], () => never)
        : ClausesOf(capture, scope, patterns: 2) is { } pairs ? RunClauses(pairs, [new AtomValue("throw"), thrown], () => never)
        : null;

    /// <summary>The value of the first clause that takes an exception; the error itself where none does.</summary>
    private AbstractValue? Rescue(NeverValue never, BodySyntax rescue, Scope scope, bool isCaught)
    {
        foreach (var expression in rescue.Expressions)
        {
            if (expression is not StabClauseSyntax { Patterns: [var pattern], Guard: null } clause)
            {
                return null;
            }

            switch (Takes(pattern, never.ExceptionType, scope))
            {
                case null:
                    return null;
                case true:
                    return EvaluateBody(clause.Body, RescueScope(pattern, never.Exception ?? new UnknownValue("an exception"), scope));
            }
        }

        return isCaught ? null : never;
    }

    /// <summary>Whether <c>e</c>, <c>Name</c>, <c>[Name, Other]</c> or <c>e in Name</c> takes an exception; null where that is not known.</summary>
    private static bool? Takes(ExpressionSyntax pattern, string? type, Scope scope)
    {
        switch (pattern)
        {
            case IdentifierSyntax:
                return true;
            case BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator, Left: IdentifierSyntax } named:
                return Takes(named.Right, type, scope);
            case ListSyntax list:
                var results = list.Elements.Select(element => Takes(element, type, scope)).ToList();
                return results.Contains(true) ? true : results.Contains(null) ? null : false;
            case AliasSyntax or QualifiedAliasSyntax when type is not null && AliasOf(pattern, scope)?.Name is { } taken and not "Elixir.ErlangError":
                return taken == type;
            default:
                return null;
        }
    }

    private static Scope RescueScope(ExpressionSyntax pattern, AbstractValue exception, Scope scope)
    {
        var inner = scope.Fork();
        if ((pattern as IdentifierSyntax ?? (pattern as BinaryOperatorSyntax)?.Left as IdentifierSyntax) is { Name: not "_" } variable)
        {
            inner.Bind(variable.Name, exception);
        }

        return inner;
    }
}
