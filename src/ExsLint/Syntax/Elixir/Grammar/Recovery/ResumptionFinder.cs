using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>Where reading resumes, and the bracket or block that is not closed before that, or -1.</summary>
internal readonly record struct Resumption(int Token, int Unclosed);

/// <summary>
/// Finds where reading resumes behind a statement that is broken: one of the file, or one of a do-block that is closed. Looking
/// at tokens again has a budget, so that it takes time linear in the text.
/// </summary>
internal sealed class ResumptionFinder(TokenText text, BracketPairs brackets, SyntaxErrorList errors)
{
    private const int None = -1;

    // Tokens that may be looked at twice because a mistake is noticed behind the place where its statement ends.
    private int _rereadBudget = 10_000 + (4 * (brackets.EndOfFile + 1));

    /// <summary>How many tokens were looked at: a measure of the work, for tests that it is linear.</summary>
    public long Work { get; private set; }

    /// <summary>Finds the token behind a statement of the file.</summary>
    public Resumption BehindStatement(int first, in Failure failure) => Find(first, failure, 0, brackets.EndOfFile);

    /// <summary>
    /// Finds the token behind a statement of a do-block; null if that is unknown: the block is not closed, or the mistake was
    /// only noticed behind it.
    /// </summary>
    /// <param name="first">The statement's first token.</param>
    /// <param name="failure">What could not be read.</param>
    /// <param name="block">The block's <c>do</c>.</param>
    public Resumption? BehindStatementOf(int block, int first, in Failure failure)
    {
        if (_rereadBudget <= 0 || brackets.ClosingOf(block) is 0 || failure.Token > brackets.ClosingOf(block))
        {
            return null;
        }

        var resumption = Find(first, failure, text.Indentation(first), brackets.ClosingOf(block));
        if (resumption.Token == first)
        {
            return null;
        }

        _rereadBudget -= resumption.Token - first;
        return resumption;
    }

    /// <summary>
    /// The token at which reading resumes: behind the line on which the broken statement ends; or, if a bracket or block is never
    /// closed, the first line behind it that starts with a name in the statement's own column, as a new call does.
    /// </summary>
    /// <param name="first">The statement's first token.</param>
    /// <param name="failure">What could not be read.</param>
    /// <param name="indentation">The statement's own column, from 0; -1 if it does not start its line.</param>
    /// <param name="end">The token that the statement cannot reach beyond.</param>
    private Resumption Find(int first, in Failure failure, int indentation, int end)
    {
        var failed = _rereadBudget > 0 ? Math.Min(failure.Token, FirstUnclosedBlock(first, failure.Token)) : failure.Token;
        var open = None;
        for (var i = first; i < end; i++)
        {
            Work++;
            var kind = text.Kind(i);
            if (open >= 0 && _rereadBudget > 0 && StartsLineWithName(i, kind, indentation))
            {
                _rereadBudget -= Math.Max(0, failure.ReadTo - i);
                return new Resumption(i, failure.ReadTo >= i ? open : None);
            }

            if (brackets.ClosingOf(i) > 0)
            {
                i = brackets.ClosingOf(i);
            }
            else if (BracketMatcher.ClosingKind(kind) != SyntaxKind.EndOfFile)
            {
                open = i;
            }
            else if (i > first && i >= failed && open < 0 && EndsStatement(i, kind, first, indentation))
            {
                _rereadBudget -= Math.Max(0, failure.ReadTo - i);
                return new Resumption(i, None);
            }
            else if (end < brackets.EndOfFile && kind == SyntaxKind.BlockIdentifier)
            {
                return new Resumption(i, open);
            }
        }

        return new Resumption(end, end < brackets.EndOfFile ? open : None);
    }

    /// <summary>
    /// The first block without an <c>end</c> that lies within one that has its own; the end of the file if there is none.
    /// </summary>
    private int FirstUnclosedBlock(int first, int failed)
    {
        if (text.Kind(failed) != SyntaxKind.EndOfFile)
        {
            return brackets.EndOfFile;
        }

        var enclosing = None;
        for (var i = first; i < failed; i++)
        {
            Work++;
            if (brackets.ClosingOf(i) > 0)
            {
                enclosing = Math.Max(enclosing, brackets.ClosingOf(i));
            }
            else if (i < enclosing && text.Kind(i) is SyntaxKind.Do or SyntaxKind.Fn && !errors.IsReported(i))
            {
                return i;
            }
        }

        return brackets.EndOfFile;
    }

    private bool EndsStatement(int index, SyntaxKind kind, int first, int indentation) =>
        kind is SyntaxKind.EndOfLine or SyntaxKind.Semicolon
        || (text.Kind(index - 1) == SyntaxKind.Comma && index > first && StartsLineWithName(index, kind, indentation));

    private bool StartsLineWithName(int index, SyntaxKind kind, int indentation) =>
        kind is SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.DoIdentifier or SyntaxKind.OpIdentifier
        && indentation >= 0
        && text.Span(index).Start > 0
        && text.Indentation(index) == indentation;
}
