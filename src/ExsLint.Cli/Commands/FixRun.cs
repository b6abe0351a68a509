using System.Collections.Immutable;
using System.Text;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Cli.Files;
using ExsLint.Cli.Files.Writing;
using ExsLint.Cli.Streams;
using ExsLint.Reporting;
using ExsLint.Rules;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Secrets;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Commands;

/// <summary>One run of <c>fix</c>.</summary>
internal sealed class FixRun(Terminal terminal, FixRequest request)
{
    private readonly FixSummary _summary = new(terminal, request);
    private bool _failed;

    /// <summary>Fixes, reports what is left, and says how it went.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        var selection = request.Check.Selection;
        var baseline = new BaselineStep(terminal, selection);
        var named = new NamedPathReader(terminal, request.Check.Root);
        if (!request.Check.Systemd.HasRoot(terminal)
            || named.Read(selection.Paths, selection.FilesFrom, selection.StandardInputName) is not { } paths)
        {
            return ExitCodes.Failure;
        }

        _failed = named.Failed;
        var plans = AnalysisPlan.Make(
            paths.Select(AtSystemRoot).Select(request.Check.Systemd.Place), request.Check.Systemd.HostOf);
        if (new RunScopes(terminal, request.Check).Divide(plans) is not { } scopes
            || !baseline.Load(scopes.Baseline)
            || !EnvironmentCheck.Accepts(terminal, request.Check.Environment, scopes.All))
        {
            return ExitCodes.Failure;
        }

        var left = plans.SelectMany(plan => Fix(plan, scopes.In(plan), paths, baseline)).ToImmutableArray();
        if (!_failed && !request.Check.Quiet && plans.All(plan => plan.IsEmpty))
        {
            terminal.Report(DiagnosticLevel.Note, "nothing to fix: no Elixir config files or systemd units found");
        }

        var reported = baseline.Apply(Merge(left), scopes.IsJudged) with { Baselined = null };
        _summary.Close(plans.Length > 0);
        if (!request.Diff && !ReportRest(reported))
        {
            return ExitCodes.Failure;
        }

        return _failed ? ExitCodes.Failure
            : reported.Diagnostics.Any(diagnostic => request.Check.FailOn.IsReachedBy(diagnostic)) ? ExitCodes.Findings
            : ExitCodes.Success;
    }

    /// <summary>A package's unit is one of the whole system, whose drop-ins are elsewhere.</summary>
    private NamedPath AtSystemRoot(NamedPath named) =>
        request.Check.Root is null && named.Kind == AnalyzedKind.Unit && DropInLayout.IsPackagedOnHost(named.Path.Absolute)
            ? named with { Path = RootedPath.Within("/", named.Path.Absolute)!.Value }
            : named;

    private List<LintResult> Fix(
        AnalysisPlan plan, IEnumerable<RunScope> scopes, List<NamedPath> paths, BaselineStep baseline)
    {
        var results = scopes.Select(scope => Guard(scope, paths, baseline)).ToList();
        foreach (var notification in results.SelectMany(left => left.Notifications))
        {
            _failed |= notification.Level == DiagnosticLevel.Error;
            terminal.Report(notification, plan.Show);
        }

        ReportProblems(plan);
        return results;
    }

    private LintResult Guard(RunScope scope, List<NamedPath> paths, BaselineStep baseline)
    {
        var barrier = new FaultBarrier();
        return barrier.Try(null, () => Fix(scope, paths, baseline)) ?? new LintResult([], [], barrier.Faults);
    }

    private LintResult Fix(RunScope scope, List<NamedPath> paths, BaselineStep baseline)
    {
        var (plan, lint) = (scope.Plan, scope.Options);
        var layout = new DropInLayout(IsSystem(plan.Root) || lint.Host == UnitHost.AnalyzedTree);
        var targets = request.DropIn ? FixEngine.WithDropIns(plan.Snapshot, scope.Targets, lint, layout) : scope.Targets;
        bool Covers(string path) => plan.Covers(path)
            || targets.ReportOnly?.Contains(path) == true
            || (request.DropIn && DropInLayout.IsWritten(path));
        var options = new FixOptions
        {
            Unsafe = request.Unsafe,
            Baseline = baseline.Known,
            Covers = Covers,
            WhyUntouchable = path => WhyUntouchable(plan, path),
            DropIns = layout,
            WritesDropIns = request.DropIn,
        };
        var result = FixEngine.Apply(plan.Snapshot, targets, lint, options);
        _summary.Add(result, plan.Show);
        var after = request.Diff ? plan.Snapshot : result.Files;
        if (request.Check.Selection.StandardInputName is not null)
        {
            PrintInput(paths[0], result);
        }
        else if (request.Diff)
        {
            PrintDiff(result);
        }
        else
        {
            after = Write(plan, result);
        }

        var left = Linter.Lint(after.Through(layout.Show), targets, lint);
        return left with
        {
            Diagnostics = [.. left.Diagnostics.Where(diagnostic => Covers(diagnostic.Location.File.Path))],
            Suppressed = [],
        };
    }

    private bool IsSystem(string root) => root == "/"
        || (request.Check.Root is { } given && Path.TrimEndingDirectorySeparator(Path.GetFullPath(given)) == root);

    private string? WhyUntouchable(AnalysisPlan plan, string path)
    {
        var isOwnDropIn = request.DropIn && DropInLayout.IsWritten(path);
        var absolute = new RootedPath(plan.Root, path).Absolute;
        var shown = plan.Show(path);
        var isOfHost = UnitHost.Owns(path) || request.Check.Systemd.HostOf(plan.Root) == UnitHost.AnalyzedTree;
        return isOfHost && !isOwnDropIn
            ? $"{shown} is the system's{(request.DropIn ? "" : "; --drop-in writes a drop-in instead")}"
            : isOwnDropIn && IsLinkToElsewhere(plan.Root, path) ? $"{shown} is a link to another file"
            : ForeignFolders.Hold(path) ? $"{shown} is a dependency's or a build's"
            : !isOwnDropIn && !plan.Covers(path) ? $"{shown} was not named"
            : !plan.IsNamed(path) && plan.Upstream.Owns(path) ? WhyUpstreams(path)
            : RealPath.Resolve(absolute) is { } real
                && RealPath.Resolve(plan.Root) is { } root
                && RootedPath.Within(root, real) is null
                ? $"{shown} is a link that leads out of the tree"
            : null;
    }

    /// <summary>
    /// Whether a link on the way of a path leads to another place in the tree: what is there is not the drop-in that the path
    /// names, or not one of that unit alone.
    /// </summary>
    private static bool IsLinkToElsewhere(string root, string path)
    {
        var above = path;
        while (above.Length > 0 && FileKind.Of(new RootedPath(root, above).Absolute, followsLinks: false, out _) == PathKind.None)
        {
            above = RootedPath.FolderOf(above);
        }

        return RealPath.Resolve(root) is { } realRoot
            && RealPath.Resolve(new RootedPath(root, above).Absolute) is { } real
            && RootedPath.Within(realRoot, real) is not null
            && real != new RootedPath(realRoot, above).Absolute;
    }

    private static string WhyUpstreams(string path) =>
        $"{path} is upstream's, tracked by git, and an update would collide with a change"
        + (FileRecognizer.OfNamed(path) == AnalyzedKind.Unit
            ? "; the unit that runs is a copy under /etc/systemd/system: fix that one"
            : "")
        + "; name the file to change it all the same";

    /// <summary>
    /// Writes the files one after the other. One that cannot be written says so, and the others are written all the same.
    /// </summary>
    /// <returns>The tree as it is now.</returns>
    private Snapshot Write(AnalysisPlan plan, FixResult result)
    {
        var after = result.Files;
        var replacer = new FileReplacer(plan.Root);
        foreach (var change in result.Changes)
        {
            var content = Encoding.UTF8.GetBytes(change.After.Content);
            var outcome = change.Before is { } before
                ? replacer.Replace(change.Path, Encoding.UTF8.GetBytes(before.Content), content)
                : replacer.Create(change.Path, content);
            foreach (var loss in outcome.Losses)
            {
                terminal.Report(DiagnosticLevel.Warning, loss, plan.Show(change.Path));
            }

            if (outcome.Refusal is not { } refusal)
            {
                _summary.Wrote(plan.Show(change.Path), new RootedPath(plan.Root, change.Path).Absolute);
                continue;
            }

            _failed = true;
            _summary.TakeBack(plan.Show(change.Path));
            terminal.Report(DiagnosticLevel.Error, $"not written: {refusal}", plan.Show(change.Path));
            after = after.Without(change.Path);
        }

        return after;
    }

    private void PrintDiff(FixResult result)
    {
        foreach (var change in result.Changes)
        {
            UnifiedDiff.Write(change, terminal.Output);
        }
    }

    /// <summary>The text of standard input goes on to standard output, fixed or as it came.</summary>
    private void PrintInput(NamedPath input, FixResult result)
    {
        if (request.Diff)
        {
            PrintDiff(result);
            return;
        }

        var change = result.Changes.FirstOrDefault(change => change.Path == input.Path.Relative);
        terminal.Output.Flush();
        terminal.Output.BaseStream.Write(change is null ? input.Content! : Encoding.UTF8.GetBytes(change.After.Content));
    }

    private void ReportProblems(AnalysisPlan plan)
    {
        foreach (var problem in plan.Files.Problems)
        {
            var isFailure = problem.IsLost && plan.IsNamed(problem.Path);
            _failed |= isFailure;
            terminal.Report(isFailure ? DiagnosticLevel.Error : DiagnosticLevel.Warning, problem.Reason, plan.Show(problem.Path));
        }
    }

    /// <summary>Where standard output is the fixed text, the rest is told on standard error.</summary>
    private bool ReportRest(LintResult result)
    {
        if (request.Check.Selection.StandardInputName is null)
        {
            return new CheckReport(terminal, request.Check, revision: null, closes: false).Write(result);
        }

        terminal.Explain(error => ConciseReport.Write(result, error));
        return true;
    }

    private static LintResult Merge(ImmutableArray<LintResult> results) => new(
        [.. results.SelectMany(result => result.Diagnostics)], [.. results.SelectMany(result => result.Files)], [])
    {
        NotJudged = [.. results.SelectMany(result => result.NotJudged)],
        Secrets = SecretMap.Of(results.Select(result => result.Secrets)),
    };
}
