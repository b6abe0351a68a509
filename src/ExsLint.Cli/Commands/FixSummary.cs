using ExsLint.Analysis.Fixing;
using ExsLint.Reporting;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>Tells on standard error what was fixed, what was not, and why.</summary>
internal sealed class FixSummary(Terminal terminal, FixRequest request)
{
    private readonly List<AppliedFix> _applied = [];
    private readonly List<RefusedFix> _refused = [];

    /// <summary>Takes in what came of one tree.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="show">Gives a path of the tree as people are shown it.</param>
    public void Add(FixResult result, Func<string, string> show)
    {
        _applied.AddRange(result.Applied.Select(applied => applied with { Paths = [.. applied.Paths.Select(show)] }));
        _refused.AddRange(result.Refused);
    }

    /// <summary>Notes that a file could not be written, so that nothing was fixed by it.</summary>
    /// <param name="path">Its path as people are shown it.</param>
    public void TakeBack(string path) =>
        _applied.RemoveAll(applied => applied.Paths.Contains(path));

    /// <summary>Writes the summary.</summary>
    /// <param name="isWanted">Whether there was anything to look at.</param>
    public void Close(bool isWanted)
    {
        foreach (var applied in request.Check.Quiet ? [] : _applied)
        {
            var elsewhere = applied.Paths.Where(path => path != applied.Diagnostic.Location.File.ShownPath).ToList();
            Tell(request.Diff ? "would fix" : "fixed", applied.Diagnostic, elsewhere.Count == 0 ? null : "in " + string.Join(", ", elsewhere));
        }

        foreach (var refused in _refused.Where(refused => refused.Cause is RefusalCause.Untouchable or RefusalCause.Unverified))
        {
            Tell("not fixed", refused.Diagnostic, refused.Reason);
        }

        if (isWanted && !request.Check.Quiet)
        {
            terminal.Report(DiagnosticLevel.Note, Count());
        }
    }

    private string Count()
    {
        var files = _applied.SelectMany(applied => applied.Paths).Distinct(StringComparer.Ordinal).Count();
        var would = request.Diff ? "would be " : "";
        var fixedOnes = $"{Number(_applied.Count, "finding")} {would}fixed" + (_applied.Count == 0 ? "" : $" in {Number(files, "file")}");
        var isUnsafe = _refused.Count(refused => refused.Cause == RefusalCause.Unsafe);
        var suggested = _refused.Count(refused => refused.Cause == RefusalCause.Suggested);
        return fixedOnes
            + (isUnsafe == 0 ? "" : $"; {isUnsafe} more with --unsafe")
            + (suggested == 0 ? "" : $"; {Number(suggested, "suggestion")} to fill in by hand");
    }

    private static string Number(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private void Tell(string verb, Diagnostic diagnostic, string? reason = null) => terminal.Explain(error => error.Write(
        $"exslint: {verb}: {Printable.Escape(diagnostic.Location.ToString())}: {Printable.Escape(diagnostic.Fix!.Title)} [{diagnostic.Rule.Id}]"
        + (reason is null ? "\n" : $": {Printable.Escape(reason)}\n")));
}
