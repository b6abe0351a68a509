using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>Puts items together: what follows a clause without an arrow of its own belongs to that clause.</summary>
internal sealed class StabBuilder(SyntaxTree tree, int firstToken)
{
    private readonly ImmutableArray<ExpressionSyntax>.Builder _done = ImmutableArray.CreateBuilder<ExpressionSyntax>();
    private readonly ImmutableArray<ExpressionSyntax>.Builder _clauseBody = ImmutableArray.CreateBuilder<ExpressionSyntax>();
    private ClauseHead? _head;
    private int _arrow;
    private int _clauseEnd;

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _head is null && _done.Count == 0;

    /// <summary>Whether what is added belongs to a clause.</summary>
    public bool HasClauses => _head is not null;

    /// <summary>Whether a broken statement was skipped.</summary>
    public bool HasSkipped { get; private set; }

    /// <summary>Adds a broken statement.</summary>
    public void Add(SkippedTokensSyntax skipped)
    {
        HasSkipped = true;
        _done.Add(skipped);
    }

    /// <summary>Adds an item; false for a clause behind expressions that belong to none.</summary>
    public bool TryAdd(in StabItem item)
    {
        if (item.Head is null)
        {
            if (_head is null)
            {
                _done.Add(item.Expression!);
            }
            else
            {
                _clauseBody.Add(item.Expression!);
                _clauseEnd = item.Expression!.LastTokenIndex;
            }

            return true;
        }

        if (_head is null && _done.Count > 0)
        {
            return false;
        }

        FinishClause();
        _head = item.Head;
        _arrow = item.Arrow;
        _clauseEnd = item.LastToken;
        if (item.Expression is not null)
        {
            _clauseBody.Add(item.Expression);
        }

        return true;
    }

    /// <summary>The whole body, up to this token.</summary>
    public BodySyntax ToBody(int lastToken)
    {
        FinishClause();
        return new BodySyntax(tree, firstToken, lastToken, _done.DrainToImmutable());
    }

    private void FinishClause()
    {
        if (_head is null)
        {
            return;
        }

        var body = new BodySyntax(tree, _arrow + 1, _clauseEnd, _clauseBody.DrainToImmutable());
        _done.Add(new StabClauseSyntax(
            tree, _head.First, _arrow, _clauseEnd, _head.Patterns, _head.HasParentheses, _head.Guard, body));
        _head = null;
    }
}
