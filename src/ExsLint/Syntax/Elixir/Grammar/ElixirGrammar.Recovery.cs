using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir;

/// <content>The file as a whole, and where reading resumes behind an expression that is broken.</content>
internal sealed partial class ElixirGrammar
{
    // Tokens that may be read twice because an unclosed bracket ends before the place where it was noticed.
    private int _rereadBudget;
    private int[]? _closing;

    /// <summary>grammar: the expressions of a file.</summary>
    public Parser<TokenData, BodySyntax> Grammar => field ??= Define<BodySyntax>(ParseGrammar);

    private int EndOfFile => _tokens.Length - 1;

    private bool ParseGrammar(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out BodySyntax result)
    {
        _rereadBudget = 10_000 + (4 * _tokens.Length);
        var expressions = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        AcceptEoe(ref state);
        while (Kind(ref state) != SyntaxKind.EndOfFile)
        {
            var first = Index(ref state);
            var bookmark = state.Bookmark();
            if (Expr.TryParse(ref state, ref expecteds, out var expression) && EndsExpression(ref state))
            {
                state.DiscardBookmark(bookmark);
                expressions.Add(expression.Node);
            }
            else
            {
                state.Rewind(bookmark);
                expressions.Add(Recover(ref state, first));
            }

            AcceptEoe(ref state);
        }

        result = new BodySyntax(_tree, 0, EndOfFile - 1, expressions.DrainToImmutable());
        return true;
    }

    private bool EndsExpression(ref ParseState<TokenData> state) =>
        Kind(ref state) is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon
        || FailUnexpected<Operand>(ref state, out _);

    private SkippedTokensSyntax Recover(ref ParseState<TokenData> state, int first)
    {
        var (failed, span, message) = _failure ?? throw new InvalidOperationException("A production failed without saying why.");
        _failure = null;
        _depth = 0;
        _preset = null;
        _operands.Clear();
        _operators.Clear();

        var resume = FindResumption(first, failed, out var unclosed);
        if (unclosed >= 0)
        {
            (failed, span, message) = (unclosed, null, $"Missing {ClosingText(BracketMatcher.ClosingKind(KindAt(unclosed)))} to close this.");
        }

        // What the scanner could not read, it has reported itself.
        if (KindAt(failed) != SyntaxKind.BadToken)
        {
            _diagnostics.Add(new SyntaxDiagnostic(
                span ?? TextSpan.FromBounds(_tokens[failed].Start, _tokens[failed].End), message));
        }

        state.Advance(resume - first);
        return new SkippedTokensSyntax(_tree, first, resume - 1);
    }

    /// <summary>
    /// The token at which reading resumes: behind the line on which the broken expression ends; or, if a bracket or block is never
    /// closed, the first line behind it that starts with a name in its first column, as a new call does.
    /// </summary>
    private int FindResumption(int first, int failed, out int unclosed)
    {
        _closing ??= BracketMatcher.Match(_tokens);
        unclosed = -1;
        var open = -1;
        for (var i = first; i < EndOfFile; i++)
        {
            var kind = KindAt(i);
            if (open >= 0 && _rereadBudget > 0 && StartsLineWithName(i, kind))
            {
                _rereadBudget -= Math.Max(0, _readTo - i);
                unclosed = _readTo >= i ? open : -1;
                return i;
            }

            if (_closing[i] > 0)
            {
                i = _closing[i];
            }
            else if (BracketMatcher.ClosingKind(kind) != SyntaxKind.EndOfFile)
            {
                open = i;
            }
            else if (i > first && i >= failed && open < 0 && kind is SyntaxKind.EndOfLine or SyntaxKind.Semicolon)
            {
                return i;
            }
        }

        return EndOfFile;
    }

    private bool StartsLineWithName(int index, SyntaxKind kind) =>
        kind is SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.DoIdentifier or SyntaxKind.OpIdentifier
        && _tokens[index].Start is > 0 and var start
        && _tree.File.Content[start - 1] == '\n';
}
