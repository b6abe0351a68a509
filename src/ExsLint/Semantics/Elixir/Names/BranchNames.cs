using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Branches and sections: what is bound in one is not seen in the next.</summary>
internal sealed class BranchNames(INameVisitor expressions)
{
    /// <summary>Arguments, and the branches behind them: what these bind stays within each.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The scope around it.</param>
    /// <param name="inner">What the arguments bind into: the scope around the call, or one for them and the body.</param>
    public void VisitBranches(CallSyntax call, NameScope scope, NameScope inner)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is KeywordListSyntax { Pairs: var pairs })
            {
                foreach (var pair in pairs)
                {
                    expressions.Visit(pair.Value, new NameScope(pair.KeyName == "else" ? scope : inner));
                }
            }
            else
            {
                expressions.Visit(argument, inner);
            }
        }

        VisitSections(call, scope, inner);
    }

    /// <summary>The sections of a call's do-block.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The scope around it.</param>
    /// <param name="inner">The scope that the first section sees.</param>
    public void VisitSections(CallSyntax call, NameScope scope, NameScope inner)
    {
        foreach (var section in call.DoBlock?.Sections ?? [])
        {
            var keyword = section.Keyword.TextSpanOf;
            var seen = new NameScope(keyword is "do" ? inner : scope);
            var isCondition = keyword is "after" || call.LocalName == "cond";
            foreach (var expression in section.Body.Expressions)
            {
                if (isCondition && expression is StabClauseSyntax clause)
                {
                    expressions.VisitClause(clause, seen, isCondition);
                }
                else
                {
                    expressions.Visit(expression, seen);
                }
            }
        }
    }
}
