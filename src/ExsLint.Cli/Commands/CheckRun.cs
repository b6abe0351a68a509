using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;

namespace ExsLint.Cli.Commands;

/// <summary>One run of <c>check</c>.</summary>
internal sealed class CheckRun(Terminal terminal, CheckOptions options)
{
    private bool _failed;

    /// <summary>Analyses, reports, and says how it went.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        var baseline = new BaselineStep(terminal, options.Selection);
        var named = new NamedPathReader(terminal, options.Root);
        var selection = options.Selection;
        if (!options.Systemd.HasRoot(terminal)
            || named.Read(selection.Paths, selection.FilesFrom, selection.StandardInputName) is not { } paths)
        {
            return ExitCodes.Failure;
        }

        var plans = AnalysisPlan.Make(paths.Select(options.Systemd.Place), options.Systemd.HostOf);
        if (new RunScopes(terminal, options).Divide(plans) is not { } scopes
            || !baseline.Load(scopes.Baseline)
            || !EnvironmentCheck.Accepts(terminal, options.Environment, scopes.All))
        {
            return ExitCodes.Failure;
        }

        _failed = named.Failed;
        var result = Merge([.. plans.Select(plan => Analyze(plan, scopes.In(plan)))], named.Notifications);
        if (!_failed && !options.Quiet && plans.All(plan => plan.IsEmpty))
        {
            terminal.Report(DiagnosticLevel.Note, "nothing to analyse: no Elixir config files or systemd units found");
        }

        if (!new OutputGuard(terminal, options).Accepts(plans, result))
        {
            return ExitCodes.Failure;
        }

        var left = baseline.Apply(result, scopes.IsJudged);
        if ((_failed ? left : baseline.Save(left)) is not { } reported)
        {
            return ExitCodes.Failure;
        }

        var shown = selection.IncludeSuppressed ? reported : reported with { Suppressed = [], Baselined = null };
        var revision = plans.Length == 1 ? GitProvenance.Read(plans[0].Root) : null;
        if (!new CheckReport(terminal, options, revision).Write(shown) || _failed)
        {
            return ExitCodes.Failure;
        }

        return reported.Diagnostics.Any(diagnostic => options.FailOn.IsReachedBy(diagnostic))
            ? ExitCodes.Findings
            : ExitCodes.Success;
    }

    private LintResult Analyze(AnalysisPlan plan, IEnumerable<RunScope> scopes)
    {
        var result = Merge([.. scopes.Select(Analyze)], []);
        foreach (var notification in result.Notifications)
        {
            _failed |= notification.Level == DiagnosticLevel.Error;
            terminal.Report(notification, plan.Show);
        }

        var notifications = result.Notifications.ToBuilder();
        foreach (var problem in plan.Files.Problems)
        {
            var isFailure = problem.IsLost && plan.IsNamed(problem.Path);
            _failed |= isFailure;
            var level = isFailure ? DiagnosticLevel.Error : DiagnosticLevel.Warning;
            terminal.Report(level, problem.Reason, plan.Show(problem.Path));
            notifications.Add(FileProblem.Notify(level, problem.Path, problem.Reason));
        }

        return result with
        {
            Diagnostics = [.. result.Diagnostics.Where(plan.Covers)],
            Suppressed = [.. result.Suppressed.Where(suppressed => plan.Covers(suppressed.Diagnostic))],
            Notifications = notifications.ToImmutable(),
        };
    }

    private static LintResult Analyze(RunScope scope)
    {
        var barrier = new FaultBarrier();
        return barrier.Try(null, () => Linter.Lint(scope.Plan.Snapshot, scope.Targets, scope.Options))
            ?? new LintResult([], [], barrier.Faults);
    }

    private static LintResult Merge(ImmutableArray<LintResult> results, IEnumerable<Notification> notifications) => new(
        [.. results.SelectMany(result => result.Diagnostics)],
        [.. results.SelectMany(result => result.Files)],
        [.. notifications, .. results.SelectMany(result => result.Notifications)])
    {
        Suppressed = [.. results.SelectMany(result => result.Suppressed)],
        NotJudged = [.. results.SelectMany(result => result.NotJudged)],
        Secrets = SecretMap.Of(results.Select(result => result.Secrets)),
    };
}
