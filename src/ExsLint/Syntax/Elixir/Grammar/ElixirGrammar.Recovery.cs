using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>
/// The file as a whole, and where reading resumes behind a statement that is broken: one of the file, or one of a do-block that is
/// closed. What lies in between is kept as <see cref="SkippedTokensSyntax"/>.
/// </content>
internal sealed partial class ElixirGrammar
{
    private const int None = -1;

    private readonly List<SyntaxDiagnostic> _scannerDiagnostics;
    private readonly List<SyntaxDiagnostic> _diagnostics = [];

    // Where errors were reported: one mistake is reported once, and a bracket that is not closed explains no other.
    private readonly HashSet<int> _reported = [];

    // Tokens that may be looked at twice because a mistake is noticed behind the place where its statement ends.
    private int _rereadBudget;
    private int[]? _closing;
    private TextSpan[]? _scannerErrors;

    /// <summary>grammar: the expressions of a file.</summary>
    public Parser<TokenData, BodySyntax> Grammar => field ??= Define<BodySyntax>(ParseGrammar);

    /// <summary>What is wrong with the text, besides what the scanner has found.</summary>
    public IReadOnlyList<SyntaxDiagnostic> Diagnostics => _diagnostics;

    /// <summary>Whether something was nested deeper than this grammar reads.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>How many operands were read and tokens looked at again: a measure of the work, for tests that it is linear.</summary>
    public long Work { get; private set; }

    private int EndOfFile => _tokens.Length - 1;

    private int[] Closing => _closing ??= BracketMatcher.Match(_tokens, _text);

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
            var start = StartStatement(ref state);
            var bookmark = state.Bookmark();
            if (Expr.TryParse(ref state, ref expecteds, out var expression) && EndsExpression(ref state))
            {
                state.DiscardBookmark(bookmark);
                expressions.Add(expression.Node);
            }
            else if (IsTooDeep && _maxDepth < MaxDepthOnLargeStack)
            {
                break; // It is read again on a larger stack.
            }
            else
            {
                state.Rewind(bookmark);
                expressions.Add(Skip(ref state, start, FindResumption(start.First, _failure!.Value.Token, 0, EndOfFile)));
            }

            AcceptEoe(ref state);
        }

        result = new BodySyntax(_tree, 0, EndOfFile - 1, expressions.DrainToImmutable());
        return true;
    }

    private bool EndsExpression(ref ParseState<TokenData> state) =>
        Kind(ref state) is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon
        || FailUnexpected<Operand>(ref state, out _);

    private StatementStart StartStatement(ref ParseState<TokenData> state) =>
        new(Index(ref state), _diagnostics.Count, _depth, _operands.Count, _operators.Count);

    /// <summary>
    /// Skips a statement of a do-block that could not be read, if it is known where it ends. Not among clauses: nobody knows then
    /// which of them it would belong to.
    /// </summary>
    private bool TrySkipStatement(
        ref ParseState<TokenData> state,
        in StatementStart start,
        int block,
        [NotNullWhen(true)] out SkippedTokensSyntax? skipped)
    {
        skipped = null;
        if (block == None || _rereadBudget <= 0 || Closing[block] is 0 || _failure!.Value.Token > Closing[block])
        {
            return false;
        }

        var indentation = _text.Indentation(start.First);
        var resumption = FindResumption(start.First, _failure.Value.Token, indentation, Closing[block]);
        if (resumption.Token == start.First)
        {
            return false;
        }

        _rereadBudget -= resumption.Token - start.First;
        skipped = Skip(ref state, start, resumption);
        return true;
    }

    /// <summary>Reports why a statement could not be read, and passes over it. The state stands at its first token.</summary>
    private SkippedTokensSyntax Skip(ref ParseState<TokenData> state, in StatementStart start, in Resumption resumption)
    {
        var failure = _failure ?? throw new InvalidOperationException("A production failed without saying why.");
        _failure = null;
        _preset = null;
        _depth = start.Depth;
        _operands.RemoveRange(start.Operands, _operands.Count - start.Operands);
        _operators.RemoveRange(start.Operators, _operators.Count - start.Operators);
        ForgetBehind(start, resumption.Token);
        Report(start.First, failure, resumption);
        state.Advance(resumption.Token - start.First);
        return new SkippedTokensSyntax(_tree, start.First, resumption.Token - 1);
    }

    /// <summary>What was found in text that is read again will be found again.</summary>
    private void ForgetBehind(in StatementStart start, int resumption)
    {
        var offset = _tokens[resumption].Start;
        for (var i = _diagnostics.Count - 1; i >= start.Diagnostics; i--)
        {
            if (_diagnostics[i].Span.Start >= offset)
            {
                _reported.Remove(_diagnostics[i].Span.Start);
                _diagnostics.RemoveAt(i);
            }
        }
    }

    private void Report(int first, in Failure failure, in Resumption resumption)
    {
        var explainer = new SyntaxErrorExplainer(_text, EndOfFile, Closing, _reported, first);
        if (resumption.Unclosed >= 0)
        {
            _reported.Add(_tokens[resumption.Unclosed].Start);
            _diagnostics.Add(explainer.Unclosed(resumption.Unclosed, resumption.Token));
            return;
        }

        // What the scanner could not read, it has reported itself.
        if (KindAt(failure.Token) == SyntaxKind.BadToken || IsWithinScannerError(_tokens[failure.Token].Start))
        {
            return;
        }

        Work += failure.Token - first;
        var diagnostic = explainer.StrayComma(failure.Token)
            ?? (failure.Message is null
                ? explainer.Unexpected(failure.Token)
                : new SyntaxDiagnostic(failure.Span ?? _text.Span(failure.Token), failure.Message));
        if (diagnostic is not null && !failure.IsReported && _reported.Add(diagnostic.Span.Start))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    private bool IsWithinScannerError(int offset)
    {
        _scannerErrors ??= [.. _scannerDiagnostics.Where(error => error.IsError).Select(error => error.Span).OrderBy(span => span.Start)];
        var next = _scannerErrors.AsSpan().BinarySearch(new ErrorAfter(offset));
        var last = (next >= 0 ? next : ~next) - 1;
        return last >= 0 && _scannerErrors[last].End > offset;
    }

    /// <summary>
    /// The token at which reading resumes: behind the line on which the broken statement ends; or, if a bracket or block is never
    /// closed, the first line behind it that starts with a name in the statement's own column, as a new call does.
    /// </summary>
    /// <param name="first">The statement's first token.</param>
    /// <param name="failed">The token that could not be read.</param>
    /// <param name="indentation">The statement's own column, from 0; -1 if it does not start its line.</param>
    /// <param name="end">The token that the statement cannot reach beyond.</param>
    private Resumption FindResumption(int first, int failed, int indentation, int end)
    {
        var closing = Closing;
        failed = _rereadBudget > 0 ? Math.Min(failed, FirstUnclosedBlock(first, failed)) : failed;
        var open = None;
        for (var i = first; i < end; i++)
        {
            Work++;
            var kind = KindAt(i);
            if (open >= 0 && _rereadBudget > 0 && StartsLineWithName(i, kind, indentation))
            {
                _rereadBudget -= Math.Max(0, _readTo - i);
                return new Resumption(i, _readTo >= i ? open : None);
            }

            if (closing[i] > 0)
            {
                i = closing[i];
            }
            else if (BracketMatcher.ClosingKind(kind) != SyntaxKind.EndOfFile)
            {
                open = i;
            }
            else if (i > first && i >= failed && open < 0 && EndsStatement(i, kind, first, indentation))
            {
                _rereadBudget -= Math.Max(0, _readTo - i);
                return new Resumption(i, None);
            }
            else if (end < EndOfFile && kind == SyntaxKind.BlockIdentifier)
            {
                return new Resumption(i, open);
            }
        }

        return new Resumption(end, end < EndOfFile ? open : None);
    }

    /// <summary>The first block without an <c>end</c> that lies within one that has its own; the end of the file if there is none.</summary>
    private int FirstUnclosedBlock(int first, int failed)
    {
        if (KindAt(failed) != SyntaxKind.EndOfFile)
        {
            return EndOfFile;
        }

        var enclosing = None;
        for (var i = first; i < failed; i++)
        {
            Work++;
            if (Closing[i] > 0)
            {
                enclosing = Math.Max(enclosing, Closing[i]);
            }
            else if (i < enclosing && KindAt(i) is SyntaxKind.Do or SyntaxKind.Fn && !_reported.Contains(_tokens[i].Start))
            {
                return i;
            }
        }

        return EndOfFile;
    }

    private bool EndsStatement(int index, SyntaxKind kind, int first, int indentation) =>
        kind is SyntaxKind.EndOfLine or SyntaxKind.Semicolon
        || (KindAt(index - 1) == SyntaxKind.Comma && index > first && StartsLineWithName(index, kind, indentation));

    private bool StartsLineWithName(int index, SyntaxKind kind, int indentation) =>
        kind is SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.DoIdentifier or SyntaxKind.OpIdentifier
        && indentation >= 0
        && _tokens[index].Start > 0
        && _text.Indentation(index) == indentation;

    /// <summary>How things stood before a statement.</summary>
    private readonly record struct StatementStart(int First, int Diagnostics, int Depth, int Operands, int Operators);

    /// <summary>Where reading resumes, and the bracket or block that is not closed before that, or -1.</summary>
    private readonly record struct Resumption(int Token, int Unclosed);

    /// <summary>Finds the first span behind an offset: it never says that it is equal to one.</summary>
    private readonly record struct ErrorAfter(int Offset) : IComparable<TextSpan>
    {
        public int CompareTo(TextSpan other) => Offset < other.Start ? -1 : 1;
    }
}
