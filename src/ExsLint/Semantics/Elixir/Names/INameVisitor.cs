using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Looks at the names of expressions, wherever they stand.</summary>
internal interface INameVisitor
{
    /// <summary>Looks at an expression; what it binds is added to the scope.</summary>
    void Visit(ExpressionSyntax? node, NameScope scope);

    /// <summary>Looks at expressions in sequence.</summary>
    void VisitAll<T>(ImmutableArray<T> expressions, NameScope scope)
        where T : ExpressionSyntax;

    /// <summary>Looks at the expressions of a body in sequence.</summary>
    void VisitBody(BodySyntax body, NameScope scope);

    /// <summary>Looks at a clause, which has a scope of its own.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="scope">The scope around it.</param>
    /// <param name="isCondition">Whether the arrow follows an expression, not a pattern: in <c>cond</c> and behind
    /// <c>after</c>.</param>
    void VisitClause(StabClauseSyntax clause, NameScope scope, bool isCondition);

    /// <summary>
    /// Binds every variable of a pattern: what only looks like one, too, as nothing is lost by that. What is pinned has to be
    /// there.
    /// </summary>
    void Bind(SyntaxNode pattern, NameScope scope);
}
