using ExsLint.Analysis.Fixing;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Commands;

/// <summary>Tells on standard error what was fixed, what was not, and why.</summary>
internal sealed class FixSummary(Terminal terminal, FixRequest request)
{
    // systemd.unit(5), 'Unit File Load Path', of the system and of users; what is enabled elsewhere is a link to its place.
    private static readonly string[] UnitFolders =
    [
        "/systemd/system/", "/systemd/user/", "/systemd/system.control/", "/systemd/system.attached/",
    ];

    // As many findings of one file that cannot be changed get a line each.
    private const int MaxAlike = 3;

    private readonly List<AppliedFix> _applied = [];
    private readonly List<RefusedFix> _refused = [];
    private readonly List<string> _units = [];
    private readonly List<string> _copies = [];
    private bool _isOfUsers;

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

    /// <summary>Notes that a file was written; systemd does not know of a unit that changed until it is told.</summary>
    /// <param name="path">Its path, as it is reported.</param>
    /// <param name="absolute">Where it is.</param>
    public void Wrote(string path, string absolute)
    {
        if (FileRecognizer.OfNamed(path) != AnalyzedKind.Unit)
        {
            return;
        }

        var folder = Path.GetDirectoryName(FileRecognizer.IsDropIn(path) ? Path.GetDirectoryName(absolute) : absolute) ?? "";
        var isInstalled = UnitFolders.Any(end => $"{folder}/".Contains(end, StringComparison.Ordinal));
        _isOfUsers |= isInstalled && folder.EndsWith("/systemd/user", StringComparison.Ordinal);
        (isInstalled ? _units : _copies).Add(path);
    }

    /// <summary>Writes the summary.</summary>
    /// <param name="isWanted">Whether there was anything to look at.</param>
    public void Close(bool isWanted)
    {
        foreach (var applied in request.Check.Quiet ? [] : _applied)
        {
            var elsewhere = applied.Paths.Where(path => path != applied.Diagnostic.Location.File.ShownPath).ToList();
            Tell(
                request.Diff ? "would fix" : "fixed",
                applied.Diagnostic,
                elsewhere.Count == 0 ? null : "in " + string.Join(", ", elsewhere));
        }

        TellRefused();

        if (isWanted && !request.Check.Quiet)
        {
            terminal.Report(DiagnosticLevel.Note, Count());
            TellOfUnits();
        }
    }

    /// <summary>A file that must not be changed is told of once, however much is wrong in it.</summary>
    private void TellRefused()
    {
        foreach (var refusals in _refused.Where(refused => refused.Cause is RefusalCause.Untouchable or RefusalCause.Unverified)
            .GroupBy(refused => (refused.Cause, refused.Diagnostic.Location.File.ShownPath, refused.Reason)))
        {
            var isOfFile = refusals.Key.Cause == RefusalCause.Untouchable && refusals.Count() > MaxAlike;
            if (isOfFile)
            {
                var place = $"{Printable.Escape(refusals.Key.ShownPath)}: {Number(refusals.Count(), "finding")}: "
                    + Printable.Escape(refusals.Key.Reason);
                terminal.Explain(error => error.Write($"exslint: not fixed: {place}\n"));
                continue;
            }

            foreach (var refused in refusals)
            {
                Tell("not fixed", refused.Diagnostic, refused.Reason);
            }
        }
    }

    private void TellOfUnits()
    {
        var reload = _isOfUsers
            ? "'systemctl daemon-reload' ('systemctl --user daemon-reload' for units of a user)"
            : "'systemctl daemon-reload'";
        foreach (var path in _copies)
        {
            var installed = FileRecognizer.IsDropIn(path)
                ? $"a drop-in counts in /etc/systemd/system/{RootedPath.NameOf(RootedPath.FolderOf(path))}: copy it there"
                : "a copy of it under /etc/systemd/system is the one that counts: install it there again";
            terminal.Report(DiagnosticLevel.Note, $"changed here; {installed}, then run {reload} and restart the service", path);
        }

        foreach (var path in _units)
        {
            terminal.Report(DiagnosticLevel.Note, $"changed; {reload} and a restart of the service make it count", path);
        }
    }

    private string Count()
    {
        var files = _applied.SelectMany(applied => applied.Paths).Distinct(StringComparer.Ordinal).Count();
        var would = request.Diff ? "would be " : "";
        var fixedOnes = $"{Number(_applied.Count, "finding")} {would}fixed"
            + (_applied.Count == 0 ? "" : $" in {Number(files, "file")}");
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
