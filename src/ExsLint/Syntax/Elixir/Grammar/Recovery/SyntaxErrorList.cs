using ExsLint.Syntax.Elixir.Language;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>What is wrong with a text, besides what the scanner has found. One mistake is reported once.</summary>
internal sealed class SyntaxErrorList(TokenText text, BracketPairs brackets, List<SyntaxDiagnostic> scannerDiagnostics)
{
    private readonly List<SyntaxDiagnostic> _diagnostics = [];

    // The offsets of what was reported: a bracket that is not closed explains no other mistake.
    private readonly HashSet<int> _reported = [];
    private TextSpan[]? _scannerErrors;

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<SyntaxDiagnostic> Diagnostics => _diagnostics;

    /// <summary>How many tokens lie between statements' starts and their mistakes: a measure of the work.</summary>
    public long Work { get; private set; }

    /// <summary>Whether a mistake was reported at this token.</summary>
    public bool IsReported(int token) => _reported.Contains(text.Span(token).Start);

    /// <summary>Reports why a statement could not be read.</summary>
    public void Report(int first, in Failure failure, in Resumption resumption)
    {
        var explainer = new SyntaxErrorExplainer(new BrokenStatement(text, brackets, _reported, first));
        if (resumption.Unclosed >= 0)
        {
            _reported.Add(text.Span(resumption.Unclosed).Start);
            _diagnostics.Add(explainer.Unclosed(resumption.Unclosed, resumption.Token));
            return;
        }

        // What the scanner could not read, it has reported itself.
        if (text.Kind(failure.Token) == SyntaxKind.BadToken || IsWithinScannerError(text.Span(failure.Token).Start))
        {
            return;
        }

        Work += failure.Token - first;
        var diagnostic = explainer.StrayComma(failure.Token)
            ?? (failure.Message is null
                ? explainer.Unexpected(failure.Token)
                : new SyntaxDiagnostic(failure.Span ?? text.Span(failure.Token), failure.Message));
        if (diagnostic is not null && !failure.IsReported && _reported.Add(diagnostic.Span.Start))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Forgets what was found in text that is read again: it will be found again.</summary>
    /// <param name="count">How many diagnostics there were before the statement.</param>
    /// <param name="token">The token from which text is read again.</param>
    public void ForgetBehind(int count, int token)
    {
        var offset = text.Span(token).Start;
        for (var i = _diagnostics.Count - 1; i >= count; i--)
        {
            if (_diagnostics[i].Span.Start >= offset)
            {
                _reported.Remove(_diagnostics[i].Span.Start);
                _diagnostics.RemoveAt(i);
            }
        }
    }

    private bool IsWithinScannerError(int offset)
    {
        _scannerErrors ??=
            [.. scannerDiagnostics.Where(error => error.IsError).Select(error => error.Span).OrderBy(span => span.Start)];
        var next = _scannerErrors.AsSpan().BinarySearch(new ErrorAfter(offset));
        var last = (next >= 0 ? next : ~next) - 1;
        return last >= 0 && _scannerErrors[last].End > offset;
    }

    /// <summary>Finds the first span behind an offset: it never says that it is equal to one.</summary>
    private readonly record struct ErrorAfter(int Offset) : IComparable<TextSpan>
    {
        public int CompareTo(TextSpan other) => Offset < other.Start ? -1 : 1;
    }
}
